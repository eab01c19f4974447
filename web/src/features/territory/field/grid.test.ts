import { describe, expect, it } from 'vitest'
import { within } from './grid'

const ring = (x: number, y: number, size: number) => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
]

describe('inside the grid', () => {
  it('counts polygons and several of them; holes are outside', () => {
    const holed = { type: 'Polygon' as const, coordinates: [ring(0, 0, 10), ring(4, 4, 2)] }
    expect([within([1, 1], holed), within([5, 5], holed), within([11, 1], holed)]).toEqual([true, false, false])
    const two = { type: 'MultiPolygon' as const, coordinates: [[ring(0, 0, 1)], [ring(5, 5, 1)]] }
    expect([within([5.5, 5.5], two), within([3, 3], two), within([1, 1], null)]).toEqual([true, false, false])
  })
})
