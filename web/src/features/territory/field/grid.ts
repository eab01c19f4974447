/** The own grid from what this phone holds. */
import { computed, type ComputedRef, type Ref } from 'vue'
import type { Geometry, Position } from 'geojson'
import { useRecords } from '@/offline/use'

export interface OwnGrid {
  id: number
  kind: string
  name: string
  code: string
  path: string[]
  lon: number | null
  lat: number | null
  households: number
  persons: number
  boundary: Geometry | null
  schematic: boolean
  neighbours: (string | { name: string })[]
}

export function useOwnGrid(): { grid: ComputedRef<OwnGrid | undefined>; ready: Ref<boolean> } {
  const { rows, ready } = useRecords<OwnGrid>('territory.grid')
  return { grid: computed(() => rows.value[0]), ready }
}

function inRing([x, y]: [number, number], ring: Position[]): boolean {
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
    const [xi = 0, yi = 0] = ring[i] ?? []
    const [xj = 0, yj = 0] = ring[j] ?? []
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside
  }
  return inside
}

/** Whether a point lies in a polygon or one of several; holes are outside. */
export function within(point: [number, number], shape: Geometry | null): boolean {
  if (shape?.type === 'Polygon') {
    const [outer, ...holes] = shape.coordinates
    return !!outer && inRing(point, outer) && !holes.some((hole) => inRing(point, hole))
  }
  return shape?.type === 'MultiPolygon' && shape.coordinates.some((c) => within(point, { type: 'Polygon', coordinates: c }))
}
