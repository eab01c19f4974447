/** The round that is under way on this phone: it survives closing the page, and asks the satellite itself. */
import { computed, effectScope, ref, shallowRef, watch, type ComputedRef } from 'vue'
import { metres, thinned, wayOf, worthKeeping, type TrackPoint } from '@/domain/track'
import { useDevice, useDraft, useRecords, useSend } from '@/offline/use'
import { t } from '@/kit/i18n/field'
import type { Point } from './types'

interface Kept {
  id: string
  startedAt: string
  track: TrackPoint[]
  /** Second at which the phone came near a point, and the last one it was still there. */
  near: Record<number, [from: number, to: number]>
  checked: number[]
}

const EMPTY: Kept = { id: '', startedAt: '', track: [], near: {}, checked: [] }

export interface Fix {
  lon: number
  lat: number
  accuracy: number
}

export interface NearPoint {
  point: Point
  metres: number | null
  dwell: number
  checked: boolean
}

/** Whether the position is asked for, and what came of it. */
export type Sight = 'off' | 'asking' | 'on' | 'refused'

/** The position now, once; `null` when there is none within ten seconds. */
export function whereNow(): Promise<Fix | null> {
  return new Promise((resolve) => {
    if (!('geolocation' in navigator)) return resolve(null)
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ lon: coords.longitude, lat: coords.latitude, accuracy: coords.accuracy }),
      () => resolve(null),
      { enableHighAccuracy: true, timeout: 10_000, maximumAge: 20_000 },
    )
  })
}

function makeRound() {
  const { rows: points, ready } = useRecords<Point>('patrol.checkpoint')
  const draft = useDraft<Kept>('patrol.round', EMPTY)
  const { now } = useDevice()
  const send = useSend()
  const fix = shallowRef<Fix | null>(null)
  const sight = ref<Sight>('off')
  const tick = ref(now().getTime())
  let watching: number | null = null

  const active = computed(() => draft.value.id !== '')
  const second = (at = now()) => Math.max(0, Math.round((at.getTime() - Date.parse(draft.value.startedAt)) / 1000))
  const minutes = computed(() => (active.value ? Math.max(0, Math.floor((tick.value - Date.parse(draft.value.startedAt)) / 60_000)) : 0))
  const way = computed(() => wayOf(draft.value.track))

  function seen({ coords }: GeolocationPosition): void {
    sight.value = 'on'
    fix.value = { lon: coords.longitude, lat: coords.latitude, accuracy: coords.accuracy }
    if (!active.value) return
    const at: TrackPoint = [coords.longitude, coords.latitude, second(), Math.round(coords.accuracy)]
    if (worthKeeping(draft.value.track.at(-1), at)) draft.value.track.push(at)
    for (const point of points.value) {
      if (metres(at[0], at[1], point.lon, point.lat) > point.radius) continue
      const known = draft.value.near[point.id]
      draft.value.near[point.id] = known && at[2] - known[1] <= 300 ? [known[0], at[2]] : [at[2], at[2]]
    }
  }

  function look(): void {
    if (watching !== null) return
    if (!('geolocation' in navigator)) {
      sight.value = 'refused'
      return
    }
    sight.value = 'asking'
    watching = navigator.geolocation.watchPosition(seen, (error) => (sight.value = error.code === 1 ? 'refused' : sight.value), {
      enableHighAccuracy: true,
      maximumAge: 5_000,
    })
  }

  function stopLooking(): void {
    if (watching !== null) navigator.geolocation.clearWatch(watching)
    watching = null
    sight.value = 'off'
  }

  watch(active, (on) => (on ? look() : stopLooking()), { immediate: true })
  setInterval(() => (tick.value = now().getTime()), 5_000)

  const nearby: ComputedRef<NearPoint[]> = computed(() => {
    void tick.value
    return points.value
      .map((point) => {
        const near = draft.value.near[point.id]
        return {
          point,
          metres: fix.value ? Math.round(metres(fix.value.lon, fix.value.lat, point.lon, point.lat)) : null,
          dwell: near ? second() - near[0] : 0,
          checked: draft.value.checked.includes(point.id),
        }
      })
      .sort((a, b) => Number(a.checked) - Number(b.checked) || (a.metres ?? 0) - (b.metres ?? 0))
  })

  async function start(): Promise<void> {
    const at = now().toISOString()
    const id = await send('patrol.start_round', { device_time: new Date().toISOString() }, { title: t('patrol.out.start') })
    draft.value = { id, startedAt: at, track: [], near: {}, checked: [] }
  }

  async function checkIn({ point, dwell }: NearPoint): Promise<boolean> {
    const here = fix.value
    if (!here) return false
    await send(
      'patrol.check_in',
      {
        point_id: point.id,
        lon: here.lon,
        lat: here.lat,
        accuracy: Math.round(here.accuracy),
        dwell_seconds: dwell,
        round_id: draft.value.id || null,
        device_time: new Date().toISOString(),
      },
      { title: t('patrol.out.checkIn', { name: point.name }), touches: [{ kind: 'patrol.checkpoint', id: point.id, patch: { last_at: now().toISOString() } }] },
    )
    draft.value.checked.push(point.id)
    return true
  }

  async function end(note: string): Promise<void> {
    const body = {
      round_id: draft.value.id,
      started_at: draft.value.startedAt,
      track: thinned(draft.value.track),
      note,
      device_time: new Date().toISOString(),
    }
    await send('patrol.end_round', body, { title: t('patrol.out.end', { km: (way.value / 1000).toFixed(1) }) })
    await draft.clear()
  }

  return { active, ready, id: computed(() => draft.value.id || null), minutes, way, fix, sight, nearby, start, checkIn, end }
}

export type RoundUse = ReturnType<typeof makeRound>
let shared: RoundUse | undefined

/** The one round of this phone: it goes on while its worker visits, reports and serves on other pages. */
export function useRound(): RoundUse {
  shared ??= effectScope(true).run(makeRound)
  return shared!
}
