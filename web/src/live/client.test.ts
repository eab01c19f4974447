import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { LiveLine, pauseBefore } from './client'

class Wire {
  static all: Wire[] = []
  onopen: (() => void) | null = null
  onmessage: ((m: { data: string }) => void) | null = null
  onerror: (() => void) | null = null
  closed = false
  constructor(readonly url: string) {
    Wire.all.push(this)
  }
  close(): void {
    this.closed = true
  }
}

const last = (): Wire => Wire.all[Wire.all.length - 1] as Wire

describe('the live line', () => {
  beforeEach(() => {
    Wire.all = []
    vi.useFakeTimers()
    vi.stubGlobal('EventSource', Wire)
  })
  afterEach(() => vi.useRealTimers())

  it('asks for every topic in one connection', () => {
    const line = new LiveLine('/live')
    line.listen('hotline.board', () => {})
    line.listen('notify.post:1', () => {})
    vi.advanceTimersByTime(50)
    expect(Wire.all.map((w) => w.url)).toEqual(['/live?topics=hotline.board%2Cnotify.post%3A1'])
  })

  it('tells only those who listen to the topic', () => {
    const line = new LiveLine('/live')
    const board = vi.fn()
    const other = vi.fn()
    line.listen('hotline.board', board)
    line.listen('wall', other)
    vi.advanceTimersByTime(50)
    last().onmessage?.({ data: '{"topic":"hotline.board","ids":[{"ticket_id":1}]}' })
    last().onmessage?.({ data: 'not json' })
    expect(board).toHaveBeenCalledTimes(1)
    expect(other).not.toHaveBeenCalled()
  })

  it('tries again after a break with longer pauses and then has everybody re-read', () => {
    const line = new LiveLine('/live')
    const board = vi.fn()
    const states: string[] = []
    line.watch((s) => states.push(s))
    line.listen('hotline.board', board)
    vi.advanceTimersByTime(50)
    last().onopen?.()
    last().onerror?.()
    vi.advanceTimersByTime(2_000)
    expect(Wire.all).toHaveLength(2)
    last().onerror?.()
    vi.advanceTimersByTime(1_000)
    expect(Wire.all).toHaveLength(2)
    vi.advanceTimersByTime(3_000)
    expect(Wire.all).toHaveLength(3)
    last().onopen?.()
    expect(states).toEqual(['idle', 'connecting', 'open', 'broken', 'open'])
    expect(board).toHaveBeenCalledWith({ topic: 'hotline.board', ids: [] })
  })

  it('never waits longer than about half a minute', () => {
    expect(pauseBefore(0, 0.5)).toBe(1_000)
    expect(pauseBefore(3, 0.5)).toBe(8_000)
    expect(pauseBefore(20, 0.5)).toBe(30_000)
  })

  it('hangs up when nobody listens any more', () => {
    const line = new LiveLine('/live')
    const stop = line.listen('wall', () => {})
    vi.advanceTimersByTime(50)
    stop()
    expect(last().closed).toBe(true)
  })
})
