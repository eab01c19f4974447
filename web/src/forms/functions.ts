/** Values and functions of survey expressions; `wangge/forms/functions.py` is the same text in Python. Total: nothing throws, nothing asks a clock. */
import { matches } from './pattern'

export type Value = string | number | boolean

const NUMBER = /^-?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)$/
export const DAY = /^([0-9]{4})-([0-9]{2})-([0-9]{2})(?:T([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?[^]*)?$/
const HOUR = /^([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?$/
const WEEKDAYS = '一二三四五六日'

/** Without blanks at both ends; what Python's `strip(" \t\r\n")` does. */
export function trimmed(text: string): string {
  return text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '')
}

/** An answer as an XPath value: chosen codes joined by spaces, nothing as the empty text. */
export function plain(answer: unknown): Value {
  if (typeof answer === 'string' || typeof answer === 'number' || typeof answer === 'boolean') return answer
  return Array.isArray(answer) ? answer.map((item) => text(plain(item))).join(' ') : ''
}

/** The space-separated codes of a choice. */
export function words(value: Value): string[] {
  return text(value)
    .split(/[ \t\r\n]+/)
    .filter(Boolean)
}

/** Days since 1970-01-01 of a date of the Gregorian calendar, NaN when there is no such day. */
export function daysOf(year: number, month: number, day: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > (lengths[month - 1] ?? 0)) return NaN
  const shifted = year - (month <= 2 ? 1 : 0)
  const era = Math.floor(shifted / 400)
  const ofEra = shifted - era * 400
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return era * 146097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719468
}

/** The date of a day number, null outside the years 1 to 9999. */
export function civil(days: number): [number, number, number] | null {
  if (!(days >= -719162 && days <= 2932896)) return null
  const z = Math.floor(days) + 719468
  const era = Math.floor(z / 146097)
  const ofEra = z - era * 146097
  const f = Math.floor
  const yearOfEra = f((ofEra - f(ofEra / 1460) + f(ofEra / 36524) - f(ofEra / 146096)) / 365)
  const ofYear = ofEra - (365 * yearOfEra + f(yearOfEra / 4) - f(yearOfEra / 100))
  const shifted = f((5 * ofYear + 2) / 153)
  const month = shifted + (shifted < 10 ? 3 : -9)
  return [yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, ofYear - f((153 * shifted + 2) / 5) + 1]
}

/** `2021-08-01` of a civil date. */
export function iso([year, month, day]: [number, number, number]): string {
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
}

/** Two digits. */
export function two(part: number): string {
  return String(part).padStart(2, '0')
}

function share(hour?: string, minute?: string, second?: string): number {
  return (Number(hour ?? 0) * 3600 + Number(minute ?? 0) * 60 + Number(second ?? 0)) / 86400
}

/** XPath number(); dates count as days since 1970-01-01 (the time a fraction), times as fractions of a day. */
export function number(value: Value): number {
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value === 'number') return value
  const stripped = trimmed(value)
  const day = DAY.exec(stripped)
  if (day) return daysOf(Number(day[1]), Number(day[2]), Number(day[3])) + share(day[4], day[5], day[6])
  const hour = HOUR.exec(stripped)
  if (hour) return share(hour[1], hour[2], hour[3])
  return NUMBER.test(stripped) ? Number(stripped) : NaN
}

function withoutExponent(written: string): string {
  const [mantissa = '', exponent] = written.split('e')
  if (exponent === undefined) return written
  const sign = mantissa.startsWith('-') ? '-' : ''
  const [left = '', right = ''] = mantissa.replace('-', '').split('.')
  const digits = left + right
  const point = left.length + Number(exponent)
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  return point >= digits.length ? sign + digits.padEnd(point, '0') : `${sign}${digits.slice(0, point)}.${digits.slice(point)}`
}

/** XPath string(): no exponent, whole numbers without a fraction. */
export function text(value: Value): string {
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? 'true' : 'false'
  if (Number.isNaN(value)) return 'NaN'
  if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '-Infinity'
  return withoutExponent(String(value))
}

/** XPath boolean(): empty text, zero and NaN are false. */
export function truth(value: Value): boolean {
  return Boolean(value)
}

/** A number as a position, cut at ten million; `otherwise` for NaN. */
export function whole(value: Value, otherwise: number): number {
  const found = number(value)
  return Number.isNaN(found) ? otherwise : Math.trunc(Math.max(-1e7, Math.min(1e7, found))) + 0
}

/** XPath `=`: truth, then number, then text decides. */
export function same(left: Value, right: Value): boolean {
  if (typeof left === 'boolean' || typeof right === 'boolean') return truth(left) === truth(right)
  if (typeof left === 'number' || typeof right === 'number') return number(left) === number(right)
  return left === right
}

function ten(places: number): number {
  let scale = 1
  for (let n = Math.abs(places); n > 0; n -= 1) scale *= 10
  return scale
}

function rounded(value: Value, places: Value = 0): number {
  const found = number(value)
  const digits = Math.max(-15, Math.min(15, whole(places, 0)))
  if (Number.isNaN(found) || Math.abs(found) >= 1e15) return found
  const scale = ten(digits)
  if (digits < 0) return Math.floor(found / scale + 0.5) * scale
  return Math.floor(found * scale + 0.5) / scale
}

function step(value: Value, way: (n: number) => number): number {
  const found = number(value)
  return Number.isFinite(found) ? way(found) : found
}

/** XPath `div`: by zero it is infinite, never an error. */
export function divide(left: number, right: number): number {
  if (right === 0) return left === 0 || Number.isNaN(left) ? NaN : left > 0 ? Infinity : -Infinity
  return left / right
}

function mod(left: number, right: number): number {
  return right === 0 || Number.isNaN(right) || !Number.isFinite(left) ? NaN : left % right
}

function power(value: Value, exponent: Value): number {
  const base = number(value)
  const times = number(exponent)
  if (Number.isNaN(base) || times !== Math.floor(times) || times < 0 || times > 64) return NaN
  let found = 1
  for (let n = 0; n < times; n += 1) found *= base
  return found
}

/** Sum from left to right, empty answers left out. */
export function total(values: readonly Value[]): number {
  let found = 0
  for (const value of values) if (value !== '') found += number(value)
  return found
}

function among(values: readonly Value[], better: (a: number, b: number) => boolean): number {
  const found = values.filter((v) => v !== '').map(number)
  if (!found.length || found.some(Number.isNaN)) return NaN
  return found.reduce((a, b) => (better(b, a) ? b : a))
}

/** The smallest number, empty answers left out; NaN when one is no number or none is left. */
export const least = (values: readonly Value[]): number => among(values, (a, b) => a < b)
/** The largest number, empty answers left out; NaN when one is no number or none is left. */
export const most = (values: readonly Value[]): number => among(values, (a, b) => a > b)

/** `date()`: a day number or a text as ISO date; the empty text when it is none. */
export function dateText(value: Value): string {
  const isDay = typeof value === 'number' || DAY.test(trimmed(text(value)))
  const found = civil(isDay ? number(value) : NaN)
  return found ? iso(found) : ''
}

function clock(value: Value): [string, string, string] {
  const found = number(value)
  const part = Number.isFinite(found) ? found - Math.floor(found) : 0
  const seconds = Math.floor(part * 86400 + 0.5) % 86400
  return [two(Math.floor(seconds / 3600)), two(Math.floor(seconds / 60) % 60), two(seconds % 60)]
}

function dateTime(value: Value): string {
  const day = dateText(value)
  return day ? `${day}T${clock(value).join(':')}` : ''
}

function formatted(value: Value, pattern: Value): string {
  const day = dateText(value)
  if (!day) return ''
  const [hour, minute, second] = clock(value)
  const weekday = (((Math.floor(number(value)) + 3) % 7) + 7) % 7
  const parts: Record<string, string> = {
    Y: day.slice(0, 4),
    y: day.slice(2, 4),
    m: day.slice(5, 7),
    n: String(Number(day.slice(5, 7))),
    b: `${Number(day.slice(5, 7))}月`,
    d: day.slice(8),
    e: String(Number(day.slice(8))),
    a: `周${WEEKDAYS[weekday]}`,
    H: hour,
    h: String(Number(hour)),
    M: minute,
    S: second,
    3: '000',
    '%': '%',
  }
  return text(pattern).replace(/%([A-Za-z0-9%])/g, (all, key: string) => parts[key] ?? all)
}

function part(value: Value, start: Value, end: Value = Infinity): string {
  const letters = [...text(value)]
  const last = whole(end, 0)
  return last >= 0 ? letters.slice(Math.max(whole(start, 0), 0), last).join('') : ''
}

function between(value: Value, mark: Value, after: boolean): string {
  const [whole_, sign] = [text(value), text(mark)]
  const at = whole_.indexOf(sign)
  if (at < 0) return ''
  return after ? whole_.slice(at + sign.length) : whole_.slice(0, at)
}

function translated(value: Value, old: Value, fresh: Value): string {
  const table = new Map<string, string>()
  const letters = [...text(fresh)]
  for (const [index, letter] of [...text(old)].entries()) if (!table.has(letter)) table.set(letter, letters[index] ?? '')
  return [...text(value)].map((letter) => table.get(letter) ?? letter).join('')
}

function checked(low: Value, high: Value, ...rest: Value[]): boolean {
  const ticked = rest.filter((v) => truth(v) && !['no', 'false', '0'].includes(text(v))).length
  const [fewest, greatest] = [number(low), number(high)]
  return (fewest < 0 || ticked >= fewest) && (greatest < 0 || ticked <= greatest)
}

export const OPERATORS: Record<string, (a: Value, b: Value) => Value> = {
  '=': same,
  '!=': (a, b) => !same(a, b),
  '<': (a, b) => number(a) < number(b),
  '<=': (a, b) => number(a) <= number(b),
  '>': (a, b) => number(a) > number(b),
  '>=': (a, b) => number(a) >= number(b),
  '+': (a, b) => number(a) + number(b),
  '-': (a, b) => number(a) - number(b),
  '*': (a, b) => number(a) * number(b),
  div: (a, b) => divide(number(a), number(b)),
  mod: (a, b) => mod(number(a), number(b)),
}

// Arity is checked when the form is compiled; the casts below rest on that.
type Call = (...values: Value[]) => Value
export const FUNCTIONS: Record<string, Call> = {
  selected: ((chosen, code) => words(chosen).includes(text(code))) as (a: Value, b: Value) => Value as Call,
  'count-selected': ((chosen: Value) => words(chosen).length) as Call,
  'selected-at': ((chosen: Value, at: Value) => words(chosen)[whole(at, -1)] ?? '') as Call,
  checklist: checked as Call,
  not: ((value: Value) => !truth(value)) as Call,
  true: () => true,
  false: () => false,
  boolean: truth as Call,
  'boolean-from-string': ((value: Value) => ['1', 'true'].includes(text(value))) as Call,
  number: number as Call,
  int: ((value: Value) => step(value, Math.trunc)) as Call,
  round: rounded as Call,
  floor: ((value: Value) => step(value, Math.floor)) as Call,
  ceiling: ((value: Value) => step(value, Math.ceil)) as Call,
  abs: ((value: Value) => Math.abs(number(value))) as Call,
  pow: power as Call,
  sqrt: ((value: Value) => (number(value) >= 0 ? Math.sqrt(number(value)) : NaN)) as Call,
  string: text as Call,
  'string-length': ((value: Value) => [...text(value)].length) as Call,
  concat: (...values) => values.map(text).join(''),
  contains: ((all: Value, piece: Value) => text(all).includes(text(piece))) as Call,
  'starts-with': ((all: Value, piece: Value) => text(all).startsWith(text(piece))) as Call,
  'ends-with': ((all: Value, piece: Value) => text(all).endsWith(text(piece))) as Call,
  substr: part as Call,
  'substring-before': ((value: Value, mark: Value) => between(value, mark, false)) as Call,
  'substring-after': ((value: Value, mark: Value) => between(value, mark, true)) as Call,
  translate: translated as Call,
  'normalize-space': ((value: Value) => words(value).join(' ')) as Call,
  regex: ((value: Value, pattern: Value) => matches(text(value), text(pattern))) as Call,
  date: dateText as Call,
  'date-time': dateTime as Call,
  'decimal-date-time': number as Call,
  'decimal-time': ((value: Value) => number(value) - step(value, Math.floor)) as Call,
  'format-date': formatted as Call,
  'format-date-time': formatted as Call,
}
export const SERIES = new Set(['sum', 'count', 'count-non-empty', 'min', 'max', 'join', 'indexed-repeat'])
export const LAZY = new Set(['if', 'coalesce', 'today', 'now', 'position', 'once', 'jr:choice-name'])
