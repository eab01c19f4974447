/** Session, posts, agencies, accounts. */
import { get, post, put, remove } from './client'
import type { components } from './generated/console'

type Schemas = components['schemas']
export type PostOut = Schemas['PostOut']
export type Me = Schemas['MeOut']
export type AgencyCard = Schemas['AgencyOut']
export type AccountRow = Schemas['AccountOut']
export type DeviceRow = Schemas['DeviceRow']
export type PhonePost = Schemas['PhonePostOut']
export type EnrolmentCode = Schemas['EnrolmentCodeOut']

const BASE = '/api/console/org'

export const fetchMe = () => get<Me>(`${BASE}/me`)
export const choosePost = (postId: number) => put<unknown>(`${BASE}/session/post`, { post_id: postId })
export const logOut = () => remove<void>(`${BASE}/session`)
export const changePassword = (old: string, fresh: string) =>
  put<unknown>(`${BASE}/session/password`, { old, new: fresh })
export const enrolTotp = () => post<Schemas['EnrolOut']>(`${BASE}/session/enrolment`)
export const confirmTotp = (code: string) => put<Schemas['EnrolledOut']>(`${BASE}/session/enrolment`, { code })
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
export const fetchDevices = (status: string, cursor: string) =>
  get<{ items: DeviceRow[]; next_cursor: string | null }>(`${BASE}/devices`, { status, cursor })
export const fetchPhonePosts = () => get<PhonePost[]>(`${BASE}/devices/posts`)
export const makeEnrolmentCode = (postId: number) => post<EnrolmentCode>(`${BASE}/devices/codes`, { post_id: postId })
export const revokeDevice = (id: number) => post<void>(`${BASE}/devices/${id}/revoke`)
