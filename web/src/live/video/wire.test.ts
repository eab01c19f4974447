import { describe, expect, it } from 'vitest'
import { pack } from './testing'
import { decodeTime, INIT, KEY, since, unpack } from './wire'

describe('the frames of the gateway', () => {
  it('come several in one message', () => {
    const message = new Uint8Array([...pack(7, INIT, 1, [1, 2, 3]), ...pack(65_535, KEY, 2 ** 32 - 1, [])]).buffer
    const frames = unpack(message)
    expect(frames.map((f) => [f.handle, f.flag, f.time, [...f.data]])).toEqual([
      [7, INIT, 1, [1, 2, 3]],
      [65_535, KEY, 2 ** 32 - 1, []],
    ])
  })

  it('are refused when cut off or of another version', () => {
    const whole = pack(1, 0, 0, [1, 2])
    expect(() => unpack(new Uint8Array(whole.slice(0, -1)).buffer)).toThrow(RangeError)
    expect(() => unpack(new Uint8Array(whole.slice(0, 5)).buffer)).toThrow(RangeError)
    whole[3] = 2
    expect(() => unpack(new Uint8Array(whole).buffer)).toThrow(RangeError)
  })

  it('tell their age across the end of the 32-bit clock', () => {
    expect(since(2 ** 32 - 10, 5)).toBe(15)
    expect(since(5, 2 ** 32 - 10)).toBe(-15)
  })

  it('carry the decode time where the gateway always writes it', () => {
    const fragment = new Uint8Array(120)
    new DataView(fragment.buffer).setBigUint64(60, 8_589_934_592n)
    expect(decodeTime(fragment)).toBe(8_589_934_592)
  })
})
