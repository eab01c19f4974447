/** The hotline: tickets, desks, moves, callers, ledgers. */
import { get, post, tagged, type Query, type Tagged } from './client'
import type { Attachment } from './files'

const BASE = '/api/console/hotline'

export interface Paged<T> {
  items: T[]
  next_cursor: string | null
}

export interface TicketRow {
  id: number
  no: string
  title: string
  status: string
  status_label: string
  tone: string
  channel: string
  kind: string
  urgency: string
  topic: string
  town: string
  town_id: number | null
  agency: string
  agency_id: number | null
  received_at: string
  due_at: string | null
  remaining_minutes: number | null
  late: boolean
  returns: number
  redo_count: number
  follows: number
  urges: number
  supervised: boolean
  confidential: boolean
  excluded: boolean
  caller_masked: string
  version: number
}

/** A ticket after a move. */
export interface TicketBrief {
  id: number
  no: string
  status: string
  status_label: string
  tone: string
  version: number
}

export interface CallerView {
  hidden: boolean
  caller_type: string
  name: string
  caller_no: string
  contact_no: string
  has_id_no: boolean
  may_reveal: boolean
}

export interface AllowedMove {
  name: string
  label: string
}

export interface UnitView {
  assignment_id: number
  agency_id: number
  agency: string
  duty: string
  duty_label: string
  status: string
  assigned_at: string
  signed_at: string | null
  submitted_at: string | null
  ended_at: string | null
  mine: boolean
}

export interface ClockView {
  id: number
  kind: string
  calendar: string
  state: string
  assignment_id: number | null
  started_at: string
  due_at: string
  stopped_at: string | null
  allowed_minutes: number
  rule_text: string
}

export interface RequestView {
  id: number
  kind: string
  reason_code: string
  text: string
  work_days: number | null
  status: string
  applicant_label: string
  asked_at: string
  approver_label: string
  decision_text: string
  decided_at: string | null
}

export interface DisposalView {
  id: number
  agency: string
  factual: boolean | null
  beyond_duty: boolean
  contacted: boolean
  contacted_at: string | null
  solved: boolean
  unsolved_reason: string
  internal_note: string
  public_reply: string
  by_label: string
  at: string
}

export interface CallbackView {
  id: number
  reached: boolean
  failed_reason: string
  solved: string
  satisfaction: string
  unit_satisfaction: string
  operator_satisfaction: string
  fit: string
  citizen_words: string
  by_label: string
  at: string
}

export interface SupervisionView {
  id: number
  kind: string
  text: string
  by_label: string
  at: string
}

export interface FollowView {
  id: number
  channel: string
  caller: string
  number: string
  words: string
  wants_callback: boolean
  by_label: string
  at: string
}

export interface Related {
  id: number
  no: string
  title: string
  status: string
  status_label: string
  relation: string
}

export interface TicketPage {
  id: number
  no: string
  city_no: string
  prov_no: string
  status: string
  status_label: string
  version: number
  title: string
  content: string
  channel: string
  kind: string
  urgency: string
  topic: string
  category_id: number | null
  category_path: string
  confidential: boolean
  caller: CallerView
  address: string
  community: string
  place: string[]
  received_at: string
  lead_agency: string
  due_at: string | null
  remaining_minutes: number | null
  late: boolean
  returns: number
  redo_count: number
  direct: boolean
  three_way_with: string
  knowledge_ref: string
  detail_wanted: string
  internal_note: string
  public_reply: string
  refuse_code: string
  refuse_basis: string
  closed_at: string | null
  excluded: boolean
  satisfaction: string
  moves: AllowedMove[]
  pending: Record<string, number>
  units: UnitView[]
  clocks: ClockView[]
  requests: RequestView[]
  disposals: DisposalView[]
  callbacks: CallbackView[]
  supervisions: SupervisionView[]
  follows: FollowView[]
  attachments: Attachment[]
  related: Related[]
}

export interface TimelineEntry {
  id: number
  at: string
  by_label: string
  action: string
  action_label: string
  note: string
  public: boolean
}

export interface ClockStory {
  clock: ClockView
  segments: { from: string; to: string; counted: boolean; minutes: number; reason: string }[]
  changes: { kind: string; label?: string; at: string; minutes: number | null; by: string; text: string }[]
  due_at: string
  remaining_minutes: number
  late_minutes: number
}

export interface BoardColumn {
  status: string
  label: string
  tone: string
  count: number
  urgent: number
  late: number
  pending_over_2h: number
  oldest_received_at: string | null
}

export interface Board {
  columns: BoardColumn[]
  open: number
  urgent: number
  late: number
  pending_over_2h: number
  as_of: string
}

export interface InboxRow {
  ticket: TicketRow
  assignment_id: number | null
  agency_id: number
  duty: string
  duty_label: string
  unit_due_at: string | null
  unit_remaining_minutes: number | null
}

export interface CallbackCard {
  ticket: TicketRow
  content: string
  public_reply: string
  unit_solved: boolean | null
  attempts: number
  caller: CallerView
}

export interface PastTicket {
  id: number
  no: string
  title: string
  status: string
  status_label: string
  open: boolean
  kind: string
  received_at: string
  public_reply: string
  followed: boolean
}

export interface Duplicate {
  id: number
  no: string
  title: string
  status: string
  status_label: string
  open: boolean
  received_at: string
  follows: number
  score: number
  reasons: string[]
  same_number: boolean
}

export interface ProposedUnit {
  agency_id: number
  agency: string
  score: number
  reasons: string[]
}

export interface Category {
  id: number
  name: string
  path: string
  parent_id: number | null
  level: number
}

export interface Topic {
  code: string
  name: string
  parent_code: string
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

export interface Revealed {
  name: string
  caller_no: string
  contact_no: string
  id_no: string
}

export interface ImportReport {
  id: number
  source: string
  filename: string
  rows_in: number
  stored: number
  unchanged: number
  refused: number
  blank: number
  by_label: string
  at: string
  refusals?: { row_no: number; reason: string }[]
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

export interface ImportProfile {
  id: number
  name: string
  source: string
  mapping: Record<string, unknown>
  changed_at: string
}

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
