/** Small geometry of area maps: bounds and shades. */

import type { FeatureCollection } from 'geojson'

export type Bounds = [number, number, number, number]

function* positions(coordinates: unknown): Generator<[number, number]> {
  if (!Array.isArray(coordinates)) return
  if (typeof coordinates[0] === 'number') yield [coordinates[0], Number(coordinates[1])]
  else for (const part of coordinates) yield* positions(part)
}

/** West, south, east, north of all shapes; `null` when there are none. */
export function boundsOf(shapes: FeatureCollection): Bounds | null {
  let found: Bounds | null = null
  for (const feature of shapes.features) {
    const geometry = feature.geometry
    if (!geometry || !('coordinates' in geometry)) continue
    for (const [x, y] of positions(geometry.coordinates)) {
      found = found
        ? [Math.min(found[0], x), Math.min(found[1], y), Math.max(found[2], x), Math.max(found[3], y)]
        : [x, y, x, y]
    }
  }
  return found
}

/** The step (0 … `steps` - 1) of a value on a zero-based scale to the largest one. */
export function stepOf(value: number, largest: number, steps: number): number {
  if (largest <= 0 || value <= 0) return 0
  return Math.min(steps - 1, 1 + Math.floor(((value - 1) / largest) * (steps - 1)))
}

/** A mix of two #rrggbb colours: 0 is the first, 1 the second. */
export function mixed(from: string, to: string, share: number): string {
  const part = (colour: string, at: number) => Number.parseInt(colour.slice(at, at + 2), 16)
  const one = (at: number) => Math.round(part(from, at) + (part(to, at) - part(from, at)) * share)
  return `#${[1, 3, 5].map((at) => one(at).toString(16).padStart(2, '0')).join('')}`
}
