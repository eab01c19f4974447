/** Work calendar, deadline rows, mode. */
import { get, put } from './client'
import type { components } from './generated/console'

type Schemas = components['schemas']
export type CalendarDay = Schemas['DayOut']
export type CalendarYear = Schemas['CalendarOut']
export type DeadlineRow = Schemas['DeadlineOut']

export type Notice = Schemas['NoticeOut']

const BASE = '/api/console/policy'

export const fetchCalendar = (year: number) => get<CalendarYear>(`${BASE}/calendar`, { year })
export const fetchMode = () => get<Schemas['ModeOut']>(`${BASE}/mode`)
export const fetchNotices = () => get<Notice[]>(`${BASE}/notices`)
export const setDay = (day: string, body: { kind: string; name: string; source: string }) =>
  put<CalendarDay>(`${BASE}/calendar/${day}`, body)
export const fetchDeadlines = () => get<DeadlineRow[]>(`${BASE}/deadline-rules`, { business: 'hotline' })
