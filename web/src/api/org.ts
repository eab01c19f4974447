/** Session, posts, agencies, accounts. */
import { get, post, put, remove } from './client'

export interface NamedThing {
  id: number
  name: string
  kind: string
}

export interface PostOut {
  id: number
  role: string
  role_label: string
  title: string
  agency_id: number | null
  agency_name: string
  area_id: number | null
  area_name: string
}

export interface Me {
  account: { id: number; username: string; name: string }
  post: {
    id: number
    title: string
    role: string
    role_label: string
    scope: string
    head: boolean
    agency: NamedThing | null
    area: NamedThing | null
  }
  posts: PostOut[]
  permissions: string[]
  live_url: string
  district: NamedThing | null
  mode: string
  elevated_until: string | null
  now: string
}

export interface AgencyCard {
  id: number
  name: string
  short_name: string
  kind: string
}

export interface AccountRow {
  id: number
  username: string
  name: string
  is_active: boolean
  totp: boolean
  must_change_password: boolean
  last_login: string | null
  posts: string[]
}

const BASE = '/api/console/org'

export const fetchMe = () => get<Me>(`${BASE}/me`)
export const choosePost = (postId: number) => put<unknown>(`${BASE}/session/post`, { post_id: postId })
export const logOut = () => remove<void>(`${BASE}/session`)
export const changePassword = (old: string, fresh: string) =>
  put<unknown>(`${BASE}/session/password`, { old, new: fresh })
export const searchAgencies = (q: string) => get<AgencyCard[]>(`${BASE}/agencies`, { q })
export const elevate = (purpose: string, minutes: number, proof: string) =>
  post<{ until: string }>(`${BASE}/session/elevation`, { purpose, minutes, proof })
export const lower = () => remove<void>(`${BASE}/session/elevation`)
export const fetchAccounts = (q: string, cursor: string) =>
  get<{ items: AccountRow[]; next_cursor: string | null }>(`${BASE}/accounts`, { q, cursor })
export const createAccount = (username: string, name: string) =>
  post<{ id: number; username: string; password: string }>(`${BASE}/accounts`, { username, name })
export const givePost = (body: {
  account_id: number
  role: string
  agency_id: number | null
  area_id: number | null
  title: string
  head: boolean
}) => post<{ id: number }>(`${BASE}/posts`, body)
export const setAccountOpen = (id: number, open: boolean) =>
  post<void>(`${BASE}/accounts/${id}/${open ? 'enable' : 'disable'}`)
export const resetPassword = (id: number) => post<{ password: string }>(`${BASE}/accounts/${id}/password`)
export const resetTotp = (id: number) => remove<void>(`${BASE}/accounts/${id}/totp`)
