/** An answer in its type, or the given one with a Chinese message; `wangge/forms/typed.py` is the same in Python. */
import { civil, DAY, daysOf, iso, number, plain, text, trimmed, two, words } from './functions'
import type { Field, Place } from './types'

const NUMBER = /^-?[0-9]{1,15}(?:\.[0-9]{1,10})?$/
const TIME = /^(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]+)?)?$/
const MOMENT =
  /^([0-9]{4}-[0-9]{2}-[0-9]{2})T([01][0-9]|2[0-3]):([0-5][0-9])(?::[0-5][0-9](?:\.[0-9]+)?)?(Z|[+-][0-9]{2}:?[0-9]{2})?$/
const FILE_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const MOBILE = /^(?:1[3-9][0-9]{9}|0[0-9]{2,3}-?[0-9]{7,8}(?:-[0-9]{1,5})?)$/
const ID_NO = /^[1-9][0-9]{16}[0-9X]$/
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const WIDE = '0123456789.-'
const MAX_TEXT = 4000
const MAX_CHOSEN = 200
const CHINA = 8 * 60

/** The value, and what is wrong with it. */
export type Typed = [value: unknown, message: string | null]

const fine = (value: unknown): Typed => [value, null]

function narrow(written: string): string {
  return written.replace(/[0-9.-]/g, (c) => '0123456789.-'[WIDE.indexOf(c)] ?? c)
}

/** Nothing was answered: absent, blank text, no choice. */
export function empty(answer: unknown): boolean {
  if (Array.isArray(answer)) return answer.length === 0
  return answer === null || answer === undefined || (typeof answer === 'string' && trimmed(answer) === '')
}

/** A number as JSON writes it: no minus zero. */
export function tidy(value: number): number {
  return value + 0 === 0 ? 0 : value
}

/** The order of code points, which is Python's. */
export function byCodePoint(a: string, b: string): number {
  const [left, right] = [[...a], [...b]]
  for (let at = 0; at < Math.min(left.length, right.length); at += 1) {
    const difference = (left[at]?.codePointAt(0) ?? 0) - (right[at]?.codePointAt(0) ?? 0)
    if (difference) return difference
  }
  return left.length - right.length
}

/** The answer in its type, or the given one with a message. */
export function typed(question: Field, given: unknown): Typed {
  const kind = question.type
  if (kind === 'select_multiple') return chosen(given)
  if (kind === 'location') return place(given)
  if (given === null || given === undefined || typeof given === 'object') return [given, '填写不正确']
  const written = trimmed(text(plain(given)))
  if (kind === 'integer' || kind === 'decimal') return numeric(question, given, written)
  const special = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined
  if (special) return special(written)
  if (kind === 'photo' || kind === 'audio' || kind === 'signature') {
    return FILE_ID.test(written) ? fine(written) : [written, '附件编号不正确']
  }
  return [...written].length > MAX_TEXT ? [written, '太长'] : fine(written)
}

function numeric(question: Field, given: unknown, writtenWide: string): Typed {
  const written = narrow(writtenWide)
  if (typeof given === 'boolean' || !NUMBER.test(written)) return [given, '应为数字']
  const value = tidy(number(written))
  if (question.type === 'integer' && (!Number.isInteger(value) || Math.abs(value) >= 1e15)) return [given, '应为整数']
  const { low, high } = question
  if (low !== undefined && high !== undefined && !(low <= value && value <= high)) {
    return [value, `应在 ${text(low)} 到 ${text(high)} 之间`]
  }
  return fine(value)
}

function chosen(given: unknown): Typed {
  if (!Array.isArray(given) && typeof given === 'object' && given !== null) return [given, '选项不正确']
  const parts: unknown[] = Array.isArray(given) ? given : words(plain(given))
  if (parts.some((part) => part === null || part === undefined || typeof part === 'object')) return [given, '选项不正确']
  const codes = [...new Set(parts.map((part) => text(plain(part))))].filter(Boolean).sort(byCodePoint)
  return codes.length <= MAX_CHOSEN ? fine(codes) : [given, `最多选 ${MAX_CHOSEN} 项`]
}

function date(written: string): Typed {
  const found = DAY.exec(written)
  if (!found || Number.isNaN(daysOf(Number(found[1]), Number(found[2]), Number(found[3])))) {
    return [written, '日期格式应为 2021-08-01']
  }
  return fine(written.slice(0, 10))
}

function moment(written: string): Typed {
  const wrong: Typed = [written, '日期时间格式应为 2021-08-01T09:30']
  const found = MOMENT.exec(written)
  const days = found ? number(found[1] ?? '') : NaN
  if (!found || Number.isNaN(days)) return wrong
  let minutes = Number(found[2]) * 60 + Number(found[3])
  const zone = found[4]
  if (zone) {
    const sign = zone.startsWith('-') ? -1 : 1
    const offset = zone === 'Z' ? 0 : sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2)))
    minutes += CHINA - offset
  }
  const day = civil(days + Math.floor(minutes / 1440))
  if (!day) return wrong
  const rest = ((minutes % 1440) + 1440) % 1440
  return fine(`${iso(day)}T${two(Math.floor(rest / 60))}:${two(rest % 60)}`)
}

function phone(written: string): Typed {
  const digits = narrow(written).replace(/[ \t]/g, '')
  return MOBILE.test(digits) ? fine(digits) : [digits, '电话号码不正确,请核对']
}

/** An 18-place ID number by GB 11643: shape, date of birth, check digit. */
function idNo(written: string): Typed {
  const code = narrow(written).replace(/ /g, '').replace(/[xXx]/g, 'X')
  if (!ID_NO.test(code)) return [code, '身份证号应为 18 位']
  if (Number.isNaN(daysOf(Number(code.slice(6, 10)), Number(code.slice(10, 12)), Number(code.slice(12, 14))))) {
    return [code, '身份证号中的出生日期不正确,请核对原件']
  }
  const rest = WEIGHTS.reduce((sum, weight, at) => sum + Number(code[at]) * weight, 0) % 11
  return '10X98765432'[rest] === code[17] ? fine(code) : [code, '身份证号第 18 位校验不符,请核对原件']
}

function place(given: unknown): Typed {
  if (typeof given === 'object' && given !== null && !Array.isArray(given)) {
    const { lon, lat, accuracy } = given as Record<string, unknown>
    if (within(lon, 180) && within(lat, 90)) {
      const found: Place = { lon: tidy(lon), lat: tidy(lat), accuracy: within(accuracy, 1e7) ? tidy(accuracy) : null }
      return fine(found)
    }
  }
  return [given, '位置不正确,请重新定位']
}

function within(value: unknown, limit: number): value is number {
  return typeof value === 'number' && Math.abs(value) <= limit
}

const KINDS: Record<string, (written: string) => Typed> = {
  date,
  time: (written) => (TIME.test(written) ? fine(written.slice(0, 5)) : [written, '时间格式应为 09:30']),
  datetime: moment,
  phone,
  id_no: idNo,
  lookup: (written) => (/^[1-9][0-9]{0,14}$/.test(written) ? fine(Number(written)) : [written, '请从列表中选择']),
  acknowledge: (written) => (written === 'OK' || written === 'true' ? fine('OK') : [written, '请勾选确认']),
}
