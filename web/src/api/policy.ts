/** Work calendar, deadline rows, mode. */
import { get, put } from './client'

export interface CalendarDay {
  day: string
  kind: string
  name: string
  source: string
  version: number
}

export interface CalendarYear {
  year: number
  days: CalendarDay[]
  missing_years: number[]
}

export interface DeadlineRow {
  id: number
  clock_kind: string
  priority: number
  conditions: Record<string, unknown>
  amount: number
  unit: string
  calendar: string
  text: string
  document: string
  issued_by: string
  valid_from: string
  valid_to: string | null
}

const BASE = '/api/console/policy'

export const fetchCalendar = (year: number) => get<CalendarYear>(`${BASE}/calendar`, { year })
export const setDay = (day: string, body: { kind: string; name: string; source: string }) =>
  put<CalendarDay>(`${BASE}/calendar/${day}`, body)
export const fetchDeadlines = () => get<DeadlineRow[]>(`${BASE}/deadline-rules`, { business: 'hotline' })
