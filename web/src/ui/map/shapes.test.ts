import type { Feature } from 'geojson'
import { describe, expect, it } from 'vitest'
import { boundsOf, mixed, stepOf } from './shapes'

const square = (x: number, y: number): Feature => ({
  type: 'Feature',
  properties: {},
  geometry: { type: 'Polygon', coordinates: [[[x, y], [x + 1, y], [x + 1, y + 1], [x, y]]] },
})

describe('area maps', () => {
  it('find the bounds of all shapes', () => {
    expect(boundsOf({ type: 'FeatureCollection', features: [square(120, 32), square(121, 31)] })).toEqual([120, 31, 122, 33])
    expect(boundsOf({ type: 'FeatureCollection', features: [] })).toBeNull()
  })

  it('shade from nothing to the largest', () => {
    expect([0, 1, 5, 10].map((n) => stepOf(n, 10, 5))).toEqual([0, 1, 2, 4])
    expect(stepOf(3, 0, 5)).toBe(0)
  })

  it('mix colours', () => {
    expect(mixed('#000000', '#ffffff', 0.5)).toBe('#808080')
    expect(mixed('#121c2e', '#4c9bff', 0)).toBe('#121c2e')
  })
})
