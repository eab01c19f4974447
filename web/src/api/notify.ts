/** Messages to my post or my agency. */
import { get, post } from './client'
import type { components } from './generated/console'

type Schemas = components['schemas']
export type Message = Schemas['MessageOut']

const BASE = '/api/console/notify'

export const fetchUnread = () => get<{ count: number; urgent: number }>(`${BASE}/unread`)
export const fetchMessages = (cursor = '') =>
  get<{ items: Message[]; next_cursor: string | null }>(`${BASE}/messages`, { cursor })
/** Marks these messages read, or everything when the list is empty. */
export const markRead = (ids: number[]) => post<unknown>(`${BASE}/messages/read`, { ids })
