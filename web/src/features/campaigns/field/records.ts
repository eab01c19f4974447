/** What a phone holds of campaigns, and the order of its lists. */
import { onScopeDispose, ref, type Ref } from 'vue'
import type { Definition } from '@/forms/types'

export interface PhoneCampaign {
  id: number
  title: string
  purpose: string
  kind: 'survey' | 'inspection' | 'liaison'
  status: string
  due_at: string
  form_version_id: number | null
  rounds: number
}

export interface PhoneTarget {
  id: number
  campaign_id: number
  form_version_id: number | null
  due_at: string
  subject_kind: string
  subject_id: number
  kind: string
  title: string
  address: string
  lon: number | null
  lat: number | null
  status: string
  status_label: string
  version: number
  answered_at: string | null
  values: Record<string, unknown>
}

export interface PhoneProblem {
  id: number
  no: string
  premises_id: number
  title: string
  text: string
  status: string
  status_label: string
  severity_label: string
  version: number
  result: string
  due_at: string | null
}

export interface PhoneForm {
  id: number
  title: string
  number: number
  definition: Definition
}

export interface Point {
  lon: number
  lat: number
}

const RANK: Record<string, number> = { open: 0, recheck: 1, done: 2 }

/** Metres between two points, near enough to sort by. */
export function metres(a: Point, b: Point): number {
  const east = (a.lon - b.lon) * 111_320 * Math.cos((a.lat * Math.PI) / 180)
  return Math.hypot(east, (a.lat - b.lat) * 110_540)
}

/** Open ones first, then what is to be looked at again; of those the nearest first. */
export function nearest(here: Point | null): (a: PhoneTarget, b: PhoneTarget) => number {
  const away = (t: PhoneTarget) => (here && t.lon !== null && t.lat !== null ? metres(here, { lon: t.lon, lat: t.lat }) : Infinity)
  return (a, b) => (RANK[a.status] ?? 9) - (RANK[b.status] ?? 9) || (away(a) === away(b) ? a.title.localeCompare(b.title, 'zh') : away(a) - away(b))
}

/** `350 m`, `1.2 km`; empty when nobody knows. */
export function distance(here: Point | null, target: PhoneTarget): string {
  if (!here || target.lon === null || target.lat === null) return ''
  const far = metres(here, { lon: target.lon, lat: target.lat })
  return far < 1000 ? `${Math.round(far / 10) * 10} m` : `${(far / 1000).toFixed(1)} km`
}

/** Where the phone is, asked once; null where it will not say. */
export function useHere(): Ref<Point | null> {
  const here = ref<Point | null>(null)
  let gone = false
  navigator.geolocation?.getCurrentPosition(
    (found) => {
      if (!gone) here.value = { lon: found.coords.longitude, lat: found.coords.latitude }
    },
    () => undefined,
    { maximumAge: 120_000, timeout: 8000 },
  )
  onScopeDispose(() => (gone = true))
  return here
}
