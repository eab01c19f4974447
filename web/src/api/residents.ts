/** People: search, pages, corrections, merges, arrivals, ledgers. */
import { get, post, type Query } from './client'
import type { components } from './generated/console'

type Schemas = components['schemas']
export type PersonRow = Schemas['PersonOut']
export type PersonPage = Schemas['PersonPageOut']
export type PersonPhone = Schemas['ResidentPhoneOut']
export type PersonIn = Schemas['PersonIn']
export type CorrectionIn = Schemas['CorrectionIn']
export type Likenesses = Schemas['ResidentDuplicatesOut']
export type ProvenanceLine = Schemas['ResidentProvenanceOut']
export type CallLine = Schemas['ResidentCallOut']
export type LookLine = Schemas['ResidentLookOut']
export type MergeLine = Schemas['ResidentMergeOut']
export type RegistrationRow = Schemas['RegistrationOut']
export type CareKind = Schemas['ResidentCareOut']
export type HouseholdView = Schemas['HouseholdPageOut']
export type RevealField = Schemas['ResidentRevealIn']['field']

export type PeopleImport = Schemas['PeopleImportOut']

export interface Paged<T> {
  items: T[]
  next_cursor?: string | null
}

const BASE = '/api/console/residents'

/** Names go in the body, never in an address. */
export const searchPeople = (text: string, area: number | null, cursor: string, signal?: AbortSignal) =>
  post<Paged<PersonRow>>(`${BASE}/people/search`, { text, area_id: area, cursor, limit: 50 }, { signal })
export const findNumber = (number: string) => post<PersonRow[]>(`${BASE}/people/by-number`, { number })
export const findDuplicates = (known: { name: string; id_type: string; id_no: string; phone: string }) =>
  post<Likenesses>(`${BASE}/people/duplicates`, known)
export const registerPerson = (person: Partial<PersonIn>) => post<PersonRow>(`${BASE}/people`, person)
export const fetchPerson = (id: number, signal?: AbortSignal) => get<PersonPage>(`${BASE}/people/${id}`, undefined, { signal })
export const revealField = (id: number, field: RevealField, purpose: string, phone?: number) =>
  post<{ value: string }>(`${BASE}/people/${id}/reveal`, { field, purpose, phone_id: phone ?? null })
export const correctPerson = (id: number, correction: CorrectionIn) => post<PersonRow>(`${BASE}/people/${id}/correction`, correction)
export const movePerson = (id: number, area: number, address: string) =>
  post<void>(`${BASE}/people/${id}/move`, { area_id: area, address })
export const fetchProvenance = (id: number) => get<ProvenanceLine[]>(`${BASE}/people/${id}/provenance`)
export const fetchCalls = (id: number) => get<CallLine[]>(`${BASE}/people/${id}/calls`)
export const fetchLooks = (id: number, cursor: string, signal?: AbortSignal) =>
  get<Paged<LookLine>>(`${BASE}/people/${id}/looks`, { cursor }, { signal })
export const mergePeople = (kept: number, absorbed: number, reason: string) =>
  post<MergeLine>(`${BASE}/people/${kept}/merges`, { absorbed_id: absorbed, reason })
export const undoMerge = (id: number, reason: string) => post<MergeLine>(`${BASE}/merges/${id}/undo`, { reason })
export const listRegistrations = (query: Query, signal?: AbortSignal) =>
  get<Paged<RegistrationRow>>(`${BASE}/registrations`, query, { signal })
export const fetchCareKinds = async () => (await get<{ care: CareKind[] }>(`${BASE}/choices`)).care

/** Loads a ledger of people; large files take minutes. */
export function importPeople(file: File, mapping: unknown, purpose: string): Promise<PeopleImport> {
  const body = new FormData()
  body.append('file', file)
  body.append('mapping', JSON.stringify(mapping))
  body.append('purpose', purpose)
  return post<PeopleImport>(`${BASE}/imports`, body, { timeout: 900_000 })
}
export const fetchImports = () => get<PeopleImport[]>(`${BASE}/imports`)
export const fetchImport = (id: number) => get<PeopleImport>(`${BASE}/imports/${id}`)
export const refusedUrl = (id: number) => `${BASE}/imports/${id}/refused.csv`
