import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { CalendarGap, addWorkTime, countedStretches, kindOf, workMinutesBetween, type WorkCalendar } from './worktime'

interface Case {
  start: string
  minutes: number
  due: string
  segments: [string, string, boolean, string][] | null
}

const vectors = JSON.parse(
  readFileSync(resolve(process.cwd(), '../contracts/vectors/worktime.json'), 'utf8'),
) as WorkCalendar & { cases: Case[] }

describe('working time, by the vectors shared with the server', () => {
  it('has vectors to run', () => {
    expect(vectors.cases.length).toBeGreaterThanOrEqual(20)
  })

  for (const one of vectors.cases) {
    it(`${one.minutes} minutes after ${one.start} are used up at ${one.due}`, () => {
      const start = new Date(one.start)
      const due = addWorkTime(vectors, start, one.minutes)
      expect(due.toISOString()).toBe(new Date(one.due).toISOString())
      expect(workMinutesBetween(vectors, start, due)).toBe(one.minutes)
      if (!one.segments) return
      const counted = one.segments.filter((s) => s[2]).map((s) => [new Date(s[0]), new Date(s[1])])
      expect(countedStretches(vectors, start, due).map((s) => [s.from, s.to])).toEqual(counted)
    })
  }

  it('counts a make-up Sunday and not a holiday Friday', () => {
    expect(kindOf(vectors, '2021-09-26')).toBe('makeup')
    expect(kindOf(vectors, '2021-10-01')).toBe('holiday')
    const day = (date: string) => workMinutesBetween(vectors, new Date(`${date}T00:00:00+08:00`), new Date(`${date}T24:00:00+08:00`))
    expect([day('2021-09-26'), day('2021-10-01'), day('2021-08-02')]).toEqual([420, 0, 420])
  })

  it('refuses to guess beyond the calendar', () => {
    expect(() => kindOf(vectors, '2031-01-01')).toThrow(CalendarGap)
    expect(() => addWorkTime(vectors, new Date('2021-12-31T17:00:00+08:00'), 600)).toThrow(CalendarGap)
  })
})
