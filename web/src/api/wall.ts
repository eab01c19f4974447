/** The wall: one answer for all of it, no person in it. */
import type { FeatureCollection } from 'geojson'
import { get } from './client'

export interface Group {
  key: string
  label: string
  value: number
}

export interface WallFigure {
  code: string
  name: string
  name_en: string
  unit: string
  value: number | null
  numerator: number
  denominator: number | null
  text: string
  text_en: string
  variant: string
  variant_label: string
  variant_label_en: string
  definition: string
  definition_en: string
  good_is: string
  period: { first: string; last: string } | null
  as_of: string
  groups: Group[]
}

export interface StripItem {
  tile: { code: string; span: string; span_en: string; short: string; short_en: string; says: string; says_en: string }
  figure: WallFigure
}

export interface WallLine {
  id: number
  no: string
  kind: string
  kind_label: string
  topic_label: string
  urgency: string
  urgency_label: string
  title: string
  town: string
  status_label: string
  received_at: string
  agency: string
  reply_due: string | null
  minutes_left: number | null
  time_words: string
}

export interface TownLoad {
  id: number
  name: string
  lon: number | null
  lat: number | null
  open: number
  late: number
}

export interface AgencyLoad {
  id: number
  name: string
  open: number
  late: number
}

export interface Point {
  key: string
  value: number
}

export interface WallData {
  mode: 'routine' | 'emergency' | 'drill'
  mode_label: string
  mode_since: string | null
  district: string
  as_of: string
  strip: StripItem[]
  hours_today: Point[]
  hours_yesterday: Point[]
  days: Point[]
  kinds: WallFigure
  topics: WallFigure
  categories: WallFigure
  ages: WallFigure
  stages: WallFigure
  towns: TownLoad[]
  unplaced: number
  agencies: AgencyLoad[]
  came_in: WallLine[]
  late: WallLine[]
  soon: WallLine[]
}

export const fetchWall = () => get<WallData>('/api/screen/bigscreen/wall', undefined, { timeout: 8_000 })
export const fetchTownMap = () => get<FeatureCollection>('/api/screen/territory/towns')
/** Where the live line is. */
export const fetchLiveUrl = async () => (await get<{ live_url: string }>('/api/console/org/me')).live_url
