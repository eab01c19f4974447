/**
 * Chinese working time (spec §3.5): minutes inside duty hours of working days, make-up days included.
 * The same cases as the server's: contracts/vectors/worktime.json.
 */
import { addDays, day as dayOf, fromWall } from '@/kit/time'

/** Minutes after midnight, begin and end. */
export type DutyWindow = readonly [from: number, to: number]

export interface WorkCalendar {
  /** The first day of `kinds`. */
  first: string
  /** workday, rest, makeup or holiday, day by day. */
  kinds: readonly string[]
  /** Duty windows by the day they begin to hold, ascending. */
  hours: readonly (readonly [string, readonly DutyWindow[]])[]
}

export interface Stretch {
  from: Date
  to: Date
}

/** The calendar does not cover this day: never guess. */
export class CalendarGap extends Error {
  constructor(readonly date: string) {
    super(`no work calendar for ${date}`)
  }
}

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** What kind of day it is; throws `CalendarGap` outside the calendar. */
export function kindOf(calendar: WorkCalendar, date: string): string {
  const place = Math.round((Date.parse(`${date}T00:00:00Z`) - Date.parse(`${calendar.first}T00:00:00Z`)) / DAY)
  const kind = calendar.kinds[place]
  if (place < 0 || kind === undefined) throw new CalendarGap(date)
  return kind
}

function windowsOf(calendar: WorkCalendar, date: string): readonly Stretch[] {
  const kind = kindOf(calendar, date)
  if (kind !== 'workday' && kind !== 'makeup') return []
  const midnight = fromWall(date).getTime()
  const windows = [...calendar.hours].reverse().find(([since]) => since <= date)?.[1] ?? []
  return windows.map(([from, to]) => ({
    from: new Date(midnight + from * MINUTE),
    to: new Date(midnight + to * MINUTE),
  }))
}

/** The stretches between two instants that count, in order. */
export function countedStretches(calendar: WorkCalendar, start: Date, end: Date): Stretch[] {
  const found: Stretch[] = []
  for (let date = dayOf(start); fromWall(date) < end; date = addDays(date, 1)) {
    for (const window of windowsOf(calendar, date)) {
      const from = Math.max(window.from.getTime(), start.getTime())
      const to = Math.min(window.to.getTime(), end.getTime())
      if (from < to) found.push({ from: new Date(from), to: new Date(to) })
    }
  }
  return found
}

/** The instant when `minutes` of working time after `start` are used up. */
export function addWorkTime(calendar: WorkCalendar, start: Date, minutes: number): Date {
  let left = minutes * MINUTE
  for (let date = dayOf(start); ; date = addDays(date, 1)) {
    for (const window of windowsOf(calendar, date)) {
      const from = Math.max(window.from.getTime(), start.getTime())
      const room = window.to.getTime() - from
      if (room <= 0) continue
      if (left <= room) return new Date(from + left)
      left -= room
    }
  }
}

/** Working minutes from `start` to `end`; 0 when `end` is not after `start`. */
export function workMinutesBetween(calendar: WorkCalendar, start: Date, end: Date): number {
  return countedStretches(calendar, start, end).reduce((sum, s) => sum + (s.to.getTime() - s.from.getTime()), 0) / MINUTE
}
