/** Messages to my post or my agency. */
import { get, post } from './client'

export interface Message {
  id: number
  kind: string
  subject: string
  title: string
  text: string
  urgent: boolean
  created_at: string
  read: boolean
}

const BASE = '/api/console/notify'

export const fetchUnread = () => get<{ count: number; urgent: number }>(`${BASE}/unread`)
export const fetchMessages = (cursor = '') =>
  get<{ items: Message[]; next_cursor: string | null }>(`${BASE}/messages`, { cursor })
export const markRead = (id: number) => post<void>(`${BASE}/messages/${id}/read`)
export const markAllRead = () => post<void>(`${BASE}/messages/read-all`)
