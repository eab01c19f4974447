/** Telephone numbers: what may be stored, what looks like one. */

/** Only the digits, without the country code. */
export function normalPhone(text: string): string {
  const digits = text.replace(/\D/g, '')
  if (digits.length === 13 && digits.startsWith('86')) return digits.slice(2)
  if (digits.length === 15 && digits.startsWith('0086')) return digits.slice(4)
  return digits
}

/** Whether a search text is a number or an identity number: such never goes into an address. */
export function looksPersonal(text: string): boolean {
  return /^[\d+() -]{7,}[xX]?$/.test(text.trim()) && !/^\d{8}-\d+$/.test(text.trim())
}

/** Whether it can be a caller's number: 3 to 15 digits. */
export function isPhone(text: string): boolean {
  const digits = normalPhone(text)
  return digits.length >= 3 && digits.length <= 15 && !/[^\d+()\- 转]/.test(text)
}
