/** Time as the district reads it: always Asia/Shanghai, whatever the machine thinks. */
const ZONE = 'Asia/Shanghai'

const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

export interface Wall {
  year: number
  month: number
  day: number
  hour: number
  minute: number
  second: number
}

export type Instant = string | number | Date

/** The wall-clock parts of an instant in China. */
export function wall(at: Instant): Wall {
  const found: Record<string, number> = {}
  for (const part of parts.formatToParts(new Date(at))) found[part.type] = Number(part.value)
  return found as unknown as Wall
}

const two = (n: number) => String(n).padStart(2, '0')

/** `2021-08-01` */
export function day(at: Instant): string {
  const w = wall(at)
  return `${w.year}-${two(w.month)}-${two(w.day)}`
}

/** `09:41` */
export function hourMinute(at: Instant): string {
  const w = wall(at)
  return `${two(w.hour)}:${two(w.minute)}`
}

/** `09:41:07` */
export function clockTime(at: Instant): string {
  return `${hourMinute(at)}:${two(wall(at).second)}`
}

/** `08-01 09:41`, with the year when it is another one than `now`'s. */
export function shortTime(at: Instant | null | undefined, now: Instant = Date.now()): string {
  if (!at) return '–'
  const date = day(at)
  return `${wall(at).year === wall(now).year ? date.slice(5) : date} ${hourMinute(at)}`
}

/** `2021-08-01 09:41` */
export function fullTime(at: Instant | null | undefined): string {
  return at ? `${day(at)} ${hourMinute(at)}` : '–'
}

/** The instant of a wall-clock time in China; China has had no summer time since 1991. */
export function fromWall(date: string, time = '00:00'): Date {
  return new Date(`${date}T${time}:00+08:00`)
}

/** The day `days` after `date`. */
export function addDays(date: string, days: number): string {
  const at = new Date(`${date}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}

/** 0 = Monday … 6 = Sunday, as Python counts. */
export function weekday(date: string): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7
}
