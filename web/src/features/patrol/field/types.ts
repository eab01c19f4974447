/** What the phone keeps of patrol, as the server's feeds send it. */

export interface Task {
  id: number
  no: string
  title: string
  description: string
  status: string
  status_label: string
  tone: string
  step: number
  open: boolean
  class_path: string
  level: string
  urgent: boolean
  address: string
  agency: string
  handling: string
  reported_at: string
  due_at: string | null
  late: boolean
  mine: boolean
  todo: boolean
  can: string[]
}

export interface Point {
  id: number
  name: string
  kind_label: string
  lon: number
  lat: number
  radius: number
  note: string
  last_at: string | null
}

export interface EventClass {
  id: number
  code: string
  name: string
  parent_code: string
  path: string
  position: number
}

export interface NoticeKind {
  id: number
  code: string
  version: number
  title: string
  text: string
}

/** Of the residents' feed: who lives where, masked. */
export interface Household {
  id: number
  address: string
  head: string
  persons: number
}

/** When a household was met or tried this quarter. */
export interface Met {
  id: number
  last_at: string
  last_result: string
  met_at: string | null
}

export const RESULTS = ['met', 'phoned', 'absent', 'refused'] as const
export type Result = (typeof RESULTS)[number]
