/** Figures with their definitions and rows; the daily brief. */
import { get, post } from './client'
import type { components } from './generated/console'

type Schemas = components['schemas']
export type Group = Schemas['GroupOut']
export type Figure = Schemas['FigureOut']
export type Check = Schemas['CheckOut']
export type Figures = Schemas['FiguresOut']
export type FigureRow = Schemas['RowOut']
export type BriefLine = Schemas['BriefLineOut']
export type Brief = Schemas['BriefOut']
export type Difference = Schemas['DifferenceOut']

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
export const fetchRecount = (day: string) => get<Difference[]>(`${BASE}/brief/${day}/recount`)
