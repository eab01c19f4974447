import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { pauseBefore, VideoLine, type TileEar } from './line'
import { pack } from './testing'
import { KEY } from './wire'

class Wire {
  static all: Wire[] = []
  onopen: (() => void) | null = null
  onmessage: ((m: { data: string | ArrayBuffer }) => void) | null = null
  onclose: (() => void) | null = null
  readyState = 1
  sent: Record<string, unknown>[] = []
  closed = false
  constructor() {
    Wire.all.push(this)
  }
  send(text: string): void {
    this.sent.push(JSON.parse(text) as Record<string, unknown>)
  }
  close(): void {
    this.closed = true
  }
  say(message: Record<string, unknown>): void {
    this.onmessage?.({ data: JSON.stringify(message) })
  }
}

const last = (): Wire => Wire.all[Wire.all.length - 1] as Wire

function ear(): TileEar & { states: string[]; frames: number; codec: string } {
  return {
    states: [],
    frames: 0,
    codec: '',
    opened(what) {
      this.codec = what.codec
    },
    frame() {
      this.frames += 1
    },
    state(state, reason) {
      this.states.push(reason ? `${state}:${reason}` : state)
    },
  }
}

async function welcomed(wire: Wire): Promise<void> {
  wire.onopen?.()
  await vi.advanceTimersByTimeAsync(0)
  wire.say({ say: 'welcome', until: Date.now() / 1000 + 600 })
}

describe('the line to the video gateway', () => {
  let line: VideoLine
  let tokens: number
  beforeEach(() => {
    Wire.all = []
    tokens = 0
    vi.useFakeTimers()
    line = new VideoLine({
      url: 'ws://gateway/video',
      token: async () => `token-${++tokens}`,
      socket: () => new Wire() as unknown as WebSocket,
    })
  })
  afterEach(() => {
    line.close()
    vi.useRealTimers()
  })

  it('shows its token first and asks for every tile on one socket', async () => {
    line.watch({ channel: 'a' }, ear())
    line.watch({ channel: 'b', mode: 'still', every: 10 }, ear())
    await welcomed(last())
    expect(Wire.all).toHaveLength(1)
    expect(last().sent.slice(0, 3)).toEqual([
      { do: 'hello', token: 'token-1' },
      { do: 'subscribe', as: 1, channel: 'a' },
      { do: 'subscribe', as: 2, channel: 'b', mode: 'still', every: 10 },
    ])
  })

  it('hands frames and words to the tile they are for', async () => {
    const [one, two] = [ear(), ear()]
    line.watch({ channel: 'a' }, one)
    line.watch({ channel: 'b' }, two)
    await welcomed(last())
    last().say({ say: 'opened', as: 2, codec: 'avc1.4D4016', width: 640, height: 360 })
    last().say({ say: 'state', as: 2, state: 'playing', reason: '' })
    last().onmessage?.({ data: new Uint8Array([...pack(2, KEY, 0, [1]), ...pack(9, KEY, 0, [1])]).buffer })
    expect([one.frames, two.frames, two.codec]).toEqual([0, 1, 'avc1.4D4016'])
    expect(two.states).toEqual(['connecting', 'playing'])
  })

  it('says why a tile may not be seen', async () => {
    const one = ear()
    line.watch({ channel: 'a' }, one)
    await welcomed(last())
    last().say({ say: 'refused', as: 1, code: 'not-allowed' })
    expect(one.states).toEqual(['connecting', 'refused:not-allowed'])
  })

  it('comes back after a break with a fresh token and asks for everything again', async () => {
    const one = ear()
    line.watch({ channel: 'a' }, one)
    await welcomed(last())
    last().onclose?.()
    expect(one.states).toEqual(['connecting', 'connecting:line'])
    await vi.advanceTimersByTimeAsync(500)
    expect(Wire.all).toHaveLength(2)
    await welcomed(last())
    expect(last().sent.slice(0, 2)).toEqual([
      { do: 'hello', token: 'token-2' },
      { do: 'subscribe', as: 1, channel: 'a' },
    ])
  })

  it('renews the token before it ends without asking for the tiles again', async () => {
    line.watch({ channel: 'a' }, ear())
    await welcomed(last())
    await vi.advanceTimersByTimeAsync(545_000)
    expect(last().sent.filter((m) => m.do === 'hello')).toEqual([
      { do: 'hello', token: 'token-1' },
      { do: 'hello', token: 'token-2' },
    ])
    last().say({ say: 'welcome', until: Date.now() / 1000 + 600 })
    expect(last().sent.filter((m) => m.do === 'subscribe')).toHaveLength(1)
  })

  it('stops what is off the screen and hangs up when nothing is left', async () => {
    const stop = line.watch({ channel: 'a' }, ear())
    await welcomed(last())
    stop()
    stop()
    expect(last().sent.filter((m) => m.do === 'unsubscribe')).toEqual([{ do: 'unsubscribe', as: 1 }])
    await vi.advanceTimersByTimeAsync(2_100)
    expect(last().closed).toBe(true)
  })

  it('learns the difference of the clocks from the quickest answer', async () => {
    line.watch({ channel: 'a' }, ear())
    await welcomed(last())
    last().say({ say: 'pong', at: Date.now() - 40, now: Date.now() + 1_000 })
    last().say({ say: 'pong', at: Date.now() - 400, now: Date.now() + 9_000 })
    expect(Math.round(line.offset)).toBe(1_020)
  })

  it('tries every second at first, for a killed gateway is back in a moment, and never waits long', () => {
    expect(pauseBefore(0, 0.5)).toBe(300)
    expect(pauseBefore(5, 1)).toBe(1_000)
    expect(pauseBefore(30, 1)).toBe(5_000)
  })
})
