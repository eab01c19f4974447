/** Questionnaires and filled-in sheets. */
import { blob, get, post, queryString, remove } from './client'
import type { components } from './generated/console'

type Schemas = components['schemas']
export type FormRow = Schemas['FormOut']
export type VersionRow = Schemas['VersionRow']

// The engine of forms stands beside this layer: its shapes are filled in by whoever asks.
export type Version<D> = Omit<Schemas['VersionOut'], 'definition'> & { definition: D }
export type Upload = Schemas['UploadOut']
export type SheetRow<A> = Omit<Schemas['SheetRow'], 'answers'> & { answers: A }
export type SheetPage<D, A> = Omit<Schemas['SheetOut'], 'definition' | 'sheet'> & { definition: D; sheet: SheetRow<A> }
export type Found = Schemas['LookupOut']
export type Held = Schemas['HeldOut']
export interface SheetQuery {
  area?: string
  since?: string
  until?: string
}

const BASE = '/api/console/forms'

export const templateUrl = `${BASE}/template`
export const fetchForms = (cursor: string) => get<{ items: FormRow[]; next_cursor: string | null }>(`${BASE}/forms`, { cursor })
export const fetchVersions = (form: number) => get<VersionRow[]>(`${BASE}/forms/${form}/versions`)
export const fetchVersion = <D>(id: number) => get<Version<D>>(`${BASE}/versions/${id}`)
export const publishVersion = (id: number) => post<VersionRow>(`${BASE}/versions/${id}/publish`)
export const retireForm = (id: number) => remove<void>(`${BASE}/forms/${id}`)

function survey(file: File, about: string): FormData {
  const body = new FormData()
  body.append('file', file)
  body.append('about', about)
  return body
}

/** A draft version to preview, or what to mend in the file. */
export const uploadSurvey = (file: File, about: string) =>
  post<Upload>(`${BASE}/forms`, survey(file, about), { timeout: 120_000 })

/** The same file with every problem as a comment at its cell. */
export const markSurvey = (file: File, about: string) => blob('POST', `${BASE}/forms/marked`, survey(file, about))

export const fetchSheets = <A>(version: number, query: SheetQuery, cursor: string) =>
  get<{ items: SheetRow<A>[]; next_cursor: string | null }>(`${BASE}/versions/${version}/sheets`, { ...query, cursor })
export const exportUrl = (version: number, query: SheetQuery) => `${BASE}/versions/${version}/sheets.xlsx${queryString({ ...query })}`
export const fetchSheet = <D, A>(id: number) => get<SheetPage<D, A>>(`${BASE}/sheets/${id}`)
export const submitSheet = (body: object) => post<{ id: number }>(`${BASE}/sheets`, body)
export const revealAnswer = (sheet: number, path: string, purpose: string) =>
  post<{ path: string; value: unknown }>(`${BASE}/sheets/${sheet}/reveal`, { path, purpose })
export const searchSubjects = (kind: string, words: string) => post<Found[]>(`${BASE}/lookups`, { kind, words })
export const fetchHeld = (kind: string, id: number) => get<Held>(`${BASE}/held/${kind}/${id}`)

/** Keeps a photo, recording or signature of a sheet that is being filled in; resolves with its id. */
export async function storeFile(kind: string, file: File, clientId: string): Promise<string> {
  const body = new FormData()
  body.append('file', file)
  body.append('kind', kind)
  body.append('client_id', clientId)
  return (await post<{ client_id: string }>(`${BASE}/files`, body, { timeout: 120_000 })).client_id
}
