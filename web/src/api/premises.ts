/** Enterprises, sites and other places of work: register, contacts, rosters, liaison pairs, ledgers. */
import { get, post, put, remove, tagged, type Query } from './client'
import type { components } from './generated/console'

type Schemas = components['schemas']
export type PremisesRow = Schemas['PremisesRowOut']
export type PremisesList = Schemas['PremisesListOut']
export type PremisesRecord = Schemas['PremisesRecordOut']
export type PremisesWords = Schemas['PremisesWordsOut']
export type PremisesDraft = Schemas['PremisesIn']
export type PremisesCorrection = Schemas['PremisesCorrectionIn']
export type PremisesStep = Schemas['PremisesStepOut']
export type PremisesContact = Schemas['PremisesContactOut']
export type StaffRow = Schemas['StaffMemberOut']
export type LiaisonPair = Schemas['LiaisonPairOut']
export type Liaison = Schemas['LiaisonOut']
export type LoadReport = Schemas['PremisesLoadOut']
export type LoadPreview = Schemas['PremisesPreviewOut']

const BASE = '/api/console/premises'
const one = (id: number) => `${BASE}/premises/${id}`

export const fetchWords = () => get<PremisesWords>(`${BASE}/words`)
export const listPremises = (query: Query, signal?: AbortSignal) => get<PremisesList>(`${BASE}/premises`, query, { signal })
export const fetchPremises = (id: number) => get<PremisesRecord>(one(id))
export const registerPremises = (draft: PremisesDraft) => post<PremisesRecord>(`${BASE}/premises`, draft)
export const correctPremises = async (id: number, changes: PremisesCorrection) =>
  (await tagged<PremisesRecord>('PATCH', one(id), { body: changes })).data
export const fetchSteps = (id: number) => get<PremisesStep[]>(`${one(id)}/steps`)
export const movePremises = (id: number, move: string, reason: string) =>
  post<PremisesRecord>(`${one(id)}/${move}`, move === 'reject' || move === 'close' ? { reason } : {})

export const fetchContacts = (id: number) => get<PremisesContact[]>(`${one(id)}/contacts`)
export const setContact = (id: number, body: { role: string; name: string; phone: string }) =>
  put<PremisesContact[]>(`${one(id)}/contacts`, body)
export const revealContact = (id: number, role: string, purpose: string) =>
  post<{ name: string; phone: string }>(`${one(id)}/contacts/reveal`, { role, purpose })

export const fetchStaff = (id: number, former: boolean, cursor: string, signal?: AbortSignal) =>
  get<{ items: StaffRow[]; next_cursor: string | null }>(`${one(id)}/staff`, { former, cursor }, { signal })
export const putStaff = (id: number, members: Schemas['StaffIn'][]) =>
  post<Schemas['StaffReportOut']>(`${one(id)}/staff`, { members })
export const endStaff = (id: number, staffId: number) => post<void>(`${one(id)}/staff/${staffId}/end`, {})
export const revealStaff = (id: number, staffId: number, purpose: string) =>
  post<{ name: string; id_no: string; phone: string }>(`${one(id)}/staff/${staffId}/reveal`, { purpose })
export const importStaff = (id: number, file: File) => post<LoadReport>(`${one(id)}/staff/import`, formOf(file))

export const fetchLiaisons = () => get<Liaison[]>(`${BASE}/liaisons`)
export const fetchPairs = (postId: number | null, cursor: string, signal?: AbortSignal) =>
  get<{ items: LiaisonPair[]; next_cursor: string | null }>(`${BASE}/pairs`, { post: postId, cursor }, { signal })
export const fetchPairsOf = (id: number) => get<LiaisonPair[]>(`${one(id)}/pairs`)
export const pairLiaison = (body: { post_id: number; premises_id: number; replace: boolean }) =>
  post<LiaisonPair[]>(`${BASE}/pairs`, body)
export const endPair = (id: number) => remove<void>(`${BASE}/pairs/${id}`)
export const pastePairs = (text: string, replace: boolean) => post<LoadReport>(`${BASE}/pairs/table`, { text, replace })

export const previewLedger = (file: File) => post<LoadPreview>(`${BASE}/imports/preview`, formOf(file))
export const importLedger = (file: File, mapping: Record<string, string>, update: boolean) =>
  post<LoadReport>(`${BASE}/imports`, formOf(file, { mapping: JSON.stringify(mapping), update: String(update) }), { timeout: 300_000 })
export const fetchLoads = () => get<LoadReport[]>(`${BASE}/imports`)
export const fetchLoad = (id: number) => get<LoadReport>(`${BASE}/imports/${id}`)
export const refusedRowsUrl = (id: number) => `${BASE}/imports/${id}/refused.csv`

function formOf(file: File, fields: Record<string, string> = {}): FormData {
  const form = new FormData()
  form.append('file', file)
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return form
}
