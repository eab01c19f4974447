import { describe, expect, it } from 'vitest'
import { canPlay, EDGE, pace } from './player'

describe('staying at the live edge', () => {
  it('plays on near it, hurries a little behind it, jumps far behind it', () => {
    expect(pace(0.05)).toBe(1)
    expect(pace(EDGE.faster)).toBe(1)
    expect(pace(0.4)).toBe(1.1)
    expect(pace(0.9)).toBe(1.25)
    expect(pace(1.3)).toBe('jump')
  })

  it('claims nothing where there is no MediaSource', () => {
    expect(canPlay('avc1.42E01E')).toBe(false)
  })
})
