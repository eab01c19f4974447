import { describe, expect, it } from 'vitest'
import { aheadOf } from './useWall'

describe("the wall's clock", () => {
  const here = Date.parse('2021-08-05T10:00:00+08:00')

  it('is this machine’s while the two agree', () => {
    expect(aheadOf('2021-08-05T09:59:58+08:00', here)).toBe(0)
  })

  it('follows a moved clock', () => {
    expect(aheadOf('2021-08-01T10:00:00+08:00', here)).toBe(-4 * 86_400_000)
  })
})
