/** Video points: catalogue, screening, passes for looking. */
import { get, post, put, type Query } from './client'
import type { components } from './generated/console'

type Schemas = components['schemas']
export type PointRow = Schemas['VideoPointOut']
export type PointList = Schemas['VideoPointListOut']
export type PointPage = Schemas['VideoPointPageOut']
export type Branch = Schemas['BranchOut']
export type CameraWords = Schemas['VocabularyOut']
export type Pass = Schemas['LookOut']
export type Batch = Schemas['ScreeningOut']
export type BatchPage = Schemas['ScreeningPageOut']
export type Decision = Schemas['DecisionOut']
export type DecisionList = Schemas['DecisionListOut']

const BASE = '/api/console/cameras'
const batch = (id: number) => `${BASE}/screenings/${id}`

export const fetchWords = () => get<CameraWords>(`${BASE}/words`)
export const listPoints = (query: Query, signal?: AbortSignal) => get<PointList>(`${BASE}/points`, query, { signal })
export const fetchTree = (query: Query) => get<Branch[]>(`${BASE}/points/tree`, query)
export const fetchPoint = (id: number) => get<PointPage>(`${BASE}/points/${id}`)
export const askPass = (points: number[], purpose: string, rights: string[] = []) =>
  post<Pass>(`${BASE}/passes`, { points, purpose, rights })
export const listBatches = () => get<Batch[]>(`${BASE}/screenings`)
export const fetchBatch = (id: number) => get<BatchPage>(batch(id))
export const runBatch = (purpose: string, rule: Record<string, unknown>, earlierId: number | null) =>
  post<BatchPage>(`${BASE}/screenings`, { purpose, rule, earlier_id: earlierId })
export const listDecisions = (id: number, query: Query, signal?: AbortSignal) =>
  get<DecisionList>(`${batch(id)}/decisions`, query, { signal })
export const listDifferences = (id: number, query: Query, signal?: AbortSignal) =>
  get<DecisionList>(`${batch(id)}/differences`, query, { signal })
export const overrideDecision = (id: number, pointId: number, selected: boolean, reason: string) =>
  put<BatchPage>(`${batch(id)}/decisions/${pointId}`, { selected, reason })
export const adoptBatch = (id: number) => post<BatchPage>(`${batch(id)}/adopt`)
