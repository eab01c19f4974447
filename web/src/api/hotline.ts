/** The hotline: tickets, desks, moves, callers, ledgers. */
import { get, post, tagged, type Query, type Tagged } from './client'
import type { components } from './generated/console'

type Schemas = components['schemas']
export type TicketRow = Schemas['TicketRowOut']
export type TicketBrief = Schemas['TicketBriefOut']
export type CallerView = Schemas['CallerOut']
export type AllowedMove = Schemas['MoveOut']
export type UnitView = Schemas['UnitOut']
export type ClockView = Schemas['ClockOut']
export type RequestView = Schemas['RequestOut']
export type DisposalView = Schemas['DisposalOut']
export type CallbackView = Schemas['CallbackOut']
export type SupervisionView = Schemas['SupervisionOut']
export type FollowView = Schemas['FollowOut']
export type Related = Schemas['RelatedOut']
export type TicketPage = Schemas['TicketPageOut']
export type TimelineEntry = Schemas['TimelineOut']
export type ClockStory = Schemas['ClockStoryOut']
export type BoardColumn = Schemas['ColumnOut']
export type Board = Schemas['BoardOut']
export type InboxRow = Schemas['InboxRowOut']
export type CallbackCard = Schemas['CallbackCardOut']
export type PastTicket = Schemas['PastTicketOut']
export type Duplicate = Schemas['DuplicateOut']
export type ProposedUnit = Schemas['ProposedUnitOut']
export type Category = Schemas['CategoryOut']
export type Topic = Schemas['TopicOut']
export type Revealed = Schemas['RevealedOut']
export type ImportReport = Schemas['ImportOut']
export type ImportProfile = Schemas['ProfileOut']

const BASE = '/api/console/hotline'

export interface Paged<T> {
  items: T[]
  next_cursor: string | null
}

export interface TicketDraft {
  content: string
  kind: string
  channel: string
  title: string
  category_id: number | null
  topic: string
  urgency: string
  caller_type: string
  caller: string
  caller_no: string
  contact_no: string
  confidential: boolean
  address: string
  area_id: number | null
  internal_note: string
  callback_wanted: boolean
}

export interface DirectReply {
  public_reply: string
  knowledge_ref: string
  three_way_with: string
}

export const listTickets = (query: Query, signal?: AbortSignal) =>
  get<Paged<TicketRow>>(`${BASE}/tickets`, query, { signal })
export const fetchTicket = (id: number, signal?: AbortSignal): Promise<Tagged<TicketPage>> =>
  tagged<TicketPage>('GET', `${BASE}/tickets/${id}`, { signal })
export const fetchTimeline = (id: number) => get<TimelineEntry[]>(`${BASE}/tickets/${id}/timeline`)
export const fetchClock = (id: number, clockId: number) =>
  get<ClockStory>(`${BASE}/tickets/${id}/clocks/${clockId}`)
export const moveTicket = (id: number, path: string, body: unknown, etag = '') =>
  post<unknown>(`${BASE}/tickets/${id}/${path}`, body, { ifMatch: etag })
export const createTicket = (draft: TicketDraft, options: { direct_reply?: DirectReply; submit?: boolean }) =>
  post<TicketBrief>(`${BASE}/tickets`, { ...draft, ...options })
export const revealCaller = (id: number, purpose: string) =>
  post<Revealed>(`${BASE}/tickets/${id}/reveal`, { purpose })
export const callerHistory = (number: string) => post<PastTicket[]>(`${BASE}/callers/history`, { number })
export const findDuplicates = (entry: { content: string; number: string; area_id: number | null; category_id: number | null }) =>
  post<Duplicate[]>(`${BASE}/tickets/duplicates`, entry)
export const fetchBoard = (signal?: AbortSignal) => get<Board>(`${BASE}/board`, undefined, { signal })
export const fetchInbox = (cursor: string, signal?: AbortSignal) =>
  get<Paged<InboxRow>>(`${BASE}/inbox`, { cursor }, { signal })
export const fetchCallbacks = (cursor: string, signal?: AbortSignal) =>
  get<Paged<CallbackCard>>(`${BASE}/callbacks`, { cursor }, { signal })
export const fetchCategories = () => get<Category[]>(`${BASE}/categories`, { whole: true })
export const fetchTopics = () => get<Topic[]>(`${BASE}/topics`)
export const fetchSuggestions = (id: number) => get<ProposedUnit[]>(`${BASE}/dispatch-suggestions/${id}`)
/** The same list, the words in the body: for numbers of persons. */
export const searchPrivately = (body: Query) => post<Paged<TicketRow>>(`${BASE}/tickets/search`, body)

/** Loads a ledger; large files take minutes. */
export function importLedger(file: File, mapping: unknown): Promise<ImportReport> {
  const body = new FormData()
  body.append('file', file)
  body.append('mapping', JSON.stringify(mapping))
  return post<ImportReport>(`${BASE}/imports`, body, { timeout: 900_000 })
}
export const fetchImports = () => get<ImportReport[]>(`${BASE}/imports`)
export const fetchImport = (id: number) => get<ImportReport>(`${BASE}/imports/${id}`)
export const refusedUrl = (id: number) => `${BASE}/imports/${id}/refused.csv`
export const fetchProfiles = () => get<ImportProfile[]>(`${BASE}/import-profiles`)
export const saveProfile = (name: string, mapping: unknown) =>
  post<ImportProfile>(`${BASE}/import-profiles`, { name, mapping })
