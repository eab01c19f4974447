/** Citizen identity numbers (GB 11643) and other papers, checked as the server checks them (contracts/vectors/idcard.json). */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CITIZEN = new Set(['id_card', 'residence_permit'])
const OLDEST = 130

/** Without spaces and full-width forms, letters large. */
export function normalIdNo(text: string): string {
  return text
    .replace(/[\uff10-\uff19]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xff10 + 48))
    .replace(/[\uff38\uff58]/g, 'X')
    .replace(/[\s·-]/g, '')
    .toUpperCase()
}

/** The 18th character from the first seventeen digits. */
export function checkDigit(first: string): string {
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(first[place]), 0)
  return '10X98765432'[sum % 11]!
}

/** The day of birth in a normalised citizen number (`1969-03-07`), '' for other papers and impossible days. */
export function birthdayOf(type: string, number: string): string {
  if (!CITIZEN.has(type) || !/^\d{17}[\dX]$/.test(number)) return ''
  const [year, month, day] = [Number(number.slice(6, 10)), Number(number.slice(10, 12)), Number(number.slice(12, 14))]
  const date = new Date(Date.UTC(year, month - 1, day))
  if (year < 100 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return ''
  return `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
}

/** `1` or `2` from a normalised citizen number, '' when it does not say. */
export function sexOf(type: string, number: string): string {
  if (!CITIZEN.has(type) || !/^\d{17}[\dX]$/.test(number)) return ''
  return Number(number[16]) % 2 ? '1' : '2'
}

/** What is wrong with an identity number, in Chinese; '' when it may be sent (or is empty). `today` is `2021-08-12`. */
export function idNoFault(type: string, text: string, today: string): string {
  const number = normalIdNo(text)
  if (!number) return ''
  if (!CITIZEN.has(type)) return /^[A-Z0-9()]{5,20}$/.test(number) ? '' : '证件号码应为5至20位字母或数字'
  if (/^\d{15}$/.test(number)) return '这是15位旧号码,请填写18位身份证号'
  if (!/^\d{17}[\dX]$/.test(number)) {
    return number.length === 18 ? '身份证号只能有数字,末位可为X' : `身份证号应为18位,现在是${number.length}位`
  }
  const born = birthdayOf(type, number)
  if (!born || born > today || Number(today.slice(0, 4)) - Number(born.slice(0, 4)) > OLDEST) {
    return '身份证号第7至14位不是合理的出生日期,请核对原件'
  }
  return checkDigit(number.slice(0, 17)) === number[17] ? '' : '身份证号第18位校验不符,请核对原件'
}

/** Full years of age on a day. */
export function ageOn(birthday: string, today: string): number | null {
  if (!birthday) return null
  const years = Number(today.slice(0, 4)) - Number(birthday.slice(0, 4))
  return birthday.slice(5) > today.slice(5) ? years - 1 : years
}

/** `320699********1234`, for the title of a sealed capture. */
export function maskIdNo(number: string): string {
  return number.length > 10 ? `${number.slice(0, 6)}${'*'.repeat(number.length - 10)}${number.slice(-4)}` : '*'.repeat(number.length)
}
