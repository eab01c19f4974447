import { describe, expect, it } from 'vitest'
import { metres, offLine, thinned, wayOf, worthKeeping, type TrackPoint } from './track'

const east = (m: number, second: number, accuracy = 5): TrackPoint => [121 + m / 94_404, 32, second, accuracy]

describe('a walked line', () => {
  it('measures as the server does', () => {
    expect(metres(121, 32, 121.0003, 32)).toBeCloseTo(28.29, 1)
    expect(offLine([121.5, 32.001, 0, 5], [121, 32, 0, 5], [122, 32, 0, 5])).toBeCloseTo(110.57, 1)
  })

  it('keeps the corners of a straight walk and a sign of life every two minutes', () => {
    const walk = Array.from({ length: 61 }, (_, i) => east(i * 12, i * 10))
    const thin = thinned(walk)
    expect(thin.map((p) => p[2])).toEqual([0, 120, 240, 360, 480, 600])
    expect(wayOf(thin)).toBeCloseTo(wayOf(walk), -1)
  })

  it('keeps a corner', () => {
    const corner: TrackPoint[] = [east(0, 0), east(50, 40), [121 + 50 / 94_404, 32.0005, 80, 5]]
    expect(thinned(corner)).toHaveLength(3)
    const noise = [east(0, 0), [121 + 25 / 94_404, 32.00002, 20, 5] as TrackPoint, east(50, 40)]
    expect(thinned(noise)).toHaveLength(2)
  })

  it('never leaves a longer silence than was there', () => {
    const walk = Array.from({ length: 400 }, (_, i) => east(Math.sin(i) * 3, i * 15))
    const thin = thinned(walk)
    for (let i = 1; i < thin.length; i += 1) expect(thin[i]![2] - thin[i - 1]![2]).toBeLessThanOrEqual(120)
  })

  it('takes a fix when it moved, or when it has been still for a minute', () => {
    expect(worthKeeping(undefined, east(0, 0))).toBe(true)
    expect(worthKeeping(east(0, 0), east(5, 20))).toBe(false)
    expect(worthKeeping(east(0, 0), east(9, 20))).toBe(true)
    expect(worthKeeping(east(0, 0), east(9, 20, 60))).toBe(false)
    expect(worthKeeping(east(0, 0), east(0, 60))).toBe(true)
  })

  it('passes over bad fixes when it measures the way', () => {
    expect(wayOf([east(0, 0), east(5000, 10, 500), east(100, 60)])).toBeCloseTo(100, -1)
  })
})
