import { afterEach, describe, expect, it } from 'vitest'
import { setLocale } from '@/kit/i18n'
import { ago, duration, timeLeft } from './deadline'

const now = Date.parse('2021-08-02T09:00:00+08:00')
const at = (minutes: number) => new Date(now + minutes * 60_000).toISOString()

describe('time left', () => {
  afterEach(() => setLocale('zh'))

  it('tells durations in words', () => {
    expect(duration(0.5)).toBe('不到 1 分钟')
    expect(duration(75)).toBe('1 小时 15 分')
    expect(duration(60 * 24 * 2 + 61)).toBe('2 天 1 小时')
    expect(duration(60 * 26, false)).toBe('26 小时')
  })

  it('speaks English too', () => {
    setLocale('en')
    expect(duration(75)).toBe('1 h 15 min')
    expect(timeLeft({ dueAt: at(-30), now })?.text).toBe('30 min late')
  })

  it('has nothing to say without a deadline', () => {
    expect(timeLeft({ dueAt: null, now })).toBeNull()
  })

  it('tells by how much it is late, full bar, red', () => {
    expect(timeLeft({ dueAt: at(-125), now })).toEqual({ text: '已超时 2 小时 5 分', tone: 'late', late: true, share: 1 })
  })

  it('warns when three quarters of the time are used', () => {
    const left = timeLeft({ dueAt: at(200), now, since: at(-800) })
    expect([left?.tone, left?.share]).toEqual(['watch', 0.8])
  })

  it('is calm when there is time', () => {
    const left = timeLeft({ dueAt: at(3000), now, since: at(-1000) })
    expect([left?.text, left?.tone, left?.share]).toEqual(['剩 2 天 2 小时', 'good', 0.25])
  })

  it('uses counted minutes where the server knows them', () => {
    const left = timeLeft({ dueAt: at(3000), now, remaining: 60, allowed: 240, working: true })
    expect([left?.text, left?.share, left?.tone]).toEqual(['剩 1 小时', 0.75, 'watch'])
  })

  it('tells how long ago', () => {
    expect([ago(at(-0.2), now), ago(at(-5), now), ago(at(-130), now), ago(at(-3000), now)]).toEqual([
      '刚刚',
      '5 分前',
      '2 小时前',
      '2 天前',
    ])
  })
})
