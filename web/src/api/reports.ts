/** Figures with their definitions and rows; the daily brief. */
import { get, post } from './client'

export interface Group {
  key: string
  label: string
  value: number
}

export interface Figure {
  code: string
  name: string
  name_en: string
  family: string
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
  as_of: string
  groups: Group[]
}

export interface Check {
  code: string
  label: string
  left: number
  right: number
  holds: boolean
}

export interface Figures {
  first: string
  last: string
  as_of: string
  holds: boolean
  checks: Check[]
  figures: Figure[]
}

export interface FigureRow {
  id: number
  no: string
  received_at: string
  channel: string
  kind: string
  town: string
  agency: string
  status: string
  status_label: string
  late: boolean
  satisfaction: string
  counted: boolean
}

export interface BriefLine {
  day: string
  issue_no: number
  status: string
  status_label: string
  total: number
  signed_at: string | null
  signed_by: string
}

export interface Brief {
  id: number
  day: string
  issue_no: number
  status: string
  status_label: string
  version: number
  figures: Record<string, Record<string, unknown>>
  checks: Check[]
  holds: boolean
  examples: { ticket_id: number; kind_label: string; called: string; matter: string; answer: string; chosen: boolean }[]
  remarks: string
  compiled_at: string
  checked_at: string | null
  checked_by: string
  signed_at: string | null
  signed_by: string
  allowed: string[]
}

export interface PeriodQuery {
  from: string
  to: string
  town?: string
  [name: string]: string | undefined
}

const BASE = '/api/console/reports'

export const fetchFigures = (query: PeriodQuery) => get<Figures>(`${BASE}/figures`, query)
export const fetchFigure = (code: string, query: PeriodQuery) => get<Figure>(`${BASE}/figures/${code}`, query)
export const fetchFigureRows = (code: string, query: Record<string, string | boolean | undefined>) =>
  get<{ items: FigureRow[]; next_cursor: string | null }>(`${BASE}/figures/${code}/rows`, query)
export const fetchBriefs = () => get<BriefLine[]>(`${BASE}/briefs`)
export const fetchBrief = (day: string) => get<Brief>(`${BASE}/brief/${day}`)
export const moveBrief = (day: string, verb: string, body: unknown = {}) => post<Brief>(`${BASE}/brief/${day}/${verb}`, body)
