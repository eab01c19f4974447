/**
 * Chinese working time (spec §3.5): minutes inside duty hours of working days, make-up days included.
 * The same cases as the server's: contracts/vectors/worktime.json.
 */
import { addDays, day as dayOf, fromWall, weekday } from '@/kit/time'

export interface DutyWindow {
  /** `08:30` */
  from: string
  to: string
}

export interface WorkCalendar {
  /** Days that differ from Monday–Friday: date → whether it is worked. */
  days: Readonly<Record<string, boolean>>
  windows: readonly DutyWindow[]
  /** The years the calendar knows; beyond them nothing is guessed. */
  years: readonly number[]
}

/** The calendar of the year is not there: never guess. */
export class CalendarMissing extends Error {
  constructor(readonly date: string) {
    super(`no work calendar for ${date}`)
  }
}

const MINUTE = 60_000

/** Whether a date is worked; throws `CalendarMissing` outside the known years. */
export function isWorkDay(calendar: WorkCalendar, date: string): boolean {
  if (!calendar.years.includes(Number(date.slice(0, 4)))) throw new CalendarMissing(date)
  return calendar.days[date] ?? weekday(date) < 5
}

function windowsOf(calendar: WorkCalendar, date: string): [number, number][] {
  if (!isWorkDay(calendar, date)) return []
  return calendar.windows.map((w) => [fromWall(date, w.from).getTime(), fromWall(date, w.to).getTime()])
}

/** The instant when `minutes` of working time after `start` are used up. */
export function addWorkTime(start: Date, minutes: number, calendar: WorkCalendar): Date {
  let left = minutes * MINUTE
  for (let date = dayOf(start); ; date = addDays(date, 1)) {
    for (const [opens, closes] of windowsOf(calendar, date)) {
      const from = Math.max(opens, start.getTime())
      if (from >= closes) continue
      if (left <= closes - from) return new Date(from + left)
      left -= closes - from
    }
  }
}

/** Working minutes from `a` to `b`; 0 when `b` is not after `a`. */
export function workMinutesBetween(a: Date, b: Date, calendar: WorkCalendar): number {
  let total = 0
  for (let date = dayOf(a); fromWall(date).getTime() < b.getTime(); date = addDays(date, 1)) {
    for (const [opens, closes] of windowsOf(calendar, date)) {
      total += Math.max(0, Math.min(closes, b.getTime()) - Math.max(opens, a.getTime()))
    }
  }
  return total / MINUTE
}
