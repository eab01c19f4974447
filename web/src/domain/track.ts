/** A walked line, thinned before it is kept: fewer points, the same shape, no stretch without a sign of life. */

/** `[lon, lat, second, accuracy]`, WGS-84 degrees, seconds after the start, metres. */
export type TrackPoint = [lon: number, lat: number, second: number, accuracy: number]

const EARTH = 6_371_008.8
const rad = (degrees: number) => (degrees * Math.PI) / 180

/** Great-circle distance in metres. */
export function metres(lon: number, lat: number, otherLon: number, otherLat: number): number {
  const half =
    Math.sin(rad(otherLat - lat) / 2) ** 2 + Math.cos(rad(lat)) * Math.cos(rad(otherLat)) * Math.sin(rad(otherLon - lon) / 2) ** 2
  return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(half)))
}

/** Metres a point lies off the straight line between two others, in a flat projection around the first. */
export function offLine(point: TrackPoint, from: TrackPoint, to: TrackPoint): number {
  const wide = Math.cos(rad(from[1])) * 111_320
  const x = (to[0] - from[0]) * wide
  const y = (to[1] - from[1]) * 110_574
  const px = (point[0] - from[0]) * wide
  const py = (point[1] - from[1]) * 110_574
  const length = x * x + y * y
  const share = length ? Math.max(0, Math.min(1, (px * x + py * y) / length)) : 0
  return Math.hypot(px - share * x, py - share * y)
}

/** Whether a fix is worth keeping: far enough from the last one, or long enough after it. */
export function worthKeeping(last: TrackPoint | undefined, next: TrackPoint, least = 8, silence = 60): boolean {
  if (!last) return true
  return next[2] - last[2] >= silence || metres(last[0], last[1], next[0], next[1]) >= Math.max(least, next[3] / 2)
}

/**
 * Douglas–Peucker within `tolerance` metres, but never a stretch longer than `silence` seconds without a point:
 * the server reads five minutes without one as a switched-off phone.
 */
export function thinned(track: readonly TrackPoint[], tolerance = 6, silence = 120): TrackPoint[] {
  if (track.length < 3) return [...track]
  const keep = new Uint8Array(track.length)
  keep[0] = keep[track.length - 1] = 1
  const work: [number, number][] = [[0, track.length - 1]]
  while (work.length) {
    const [first, last] = work.pop()!
    let worst = 0
    let at = -1
    for (let i = first + 1; i < last; i += 1) {
      const off = offLine(track[i]!, track[first]!, track[last]!)
      if (off > worst) [worst, at] = [off, i]
    }
    if (worst > tolerance) {
      keep[at] = 1
      work.push([first, at], [at, last])
    }
  }
  let lastKept = 0
  for (let i = 1; i < track.length; i += 1) {
    if (!keep[i] && (track[i + 1]?.[2] ?? track[i]![2]) - track[lastKept]![2] > silence) keep[i] = 1
    if (keep[i]) lastKept = i
  }
  return track.filter((_, i) => keep[i])
}

/** Metres along the line, fixes worse than 100 m left out. */
export function wayOf(track: readonly TrackPoint[]): number {
  const good = track.filter((p) => p[3] <= 100)
  let way = 0
  for (let i = 1; i < good.length; i += 1) way += metres(good[i - 1]![0], good[i - 1]![1], good[i]![0], good[i]![1])
  return Math.round(way)
}
