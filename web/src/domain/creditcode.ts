/** The unified social credit code (GB 32100-2015): the same answers as the server, by shared vectors. */

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const SHAPE = new RegExp(`^[${ALPHABET}]{2}[0-9]{6}[${ALPHABET}]{10}$`)

export type CreditCodeFault = '' | 'length' | 'shape' | 'check'

/** As it is stored: half-width, capital letters, without spaces, hyphens and points. */
export function normalCreditCode(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\-‐–—·..]/g, '')
    .toUpperCase()
}

/** `''` when the code may be stored; an empty one may: many shops and sites have none. */
export function creditCodeFault(text: string): CreditCodeFault {
  const code = normalCreditCode(text)
  if (!code) return ''
  if (code.length !== 18) return 'length'
  if (!SHAPE.test(code)) return 'shape'
  return checkOf(code) === code[17] ? '' : 'check'
}

/** The last place: weights are the powers of 3, modulo 31. */
function checkOf(code: string): string {
  let sum = 0
  let weight = 1
  for (let at = 0; at < 17; at++) {
    sum += ALPHABET.indexOf(code[at] ?? '') * weight
    weight = (weight * 3) % 31
  }
  return ALPHABET[(31 - (sum % 31)) % 31] ?? ''
}
