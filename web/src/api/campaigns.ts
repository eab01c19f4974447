/** Campaigns: lists, coverage, figures and snapshots; inspections, problems, liaison visits. */
import { get, post } from './client'
import type { components } from './generated/console'

type Schemas = components['schemas']
export type Campaign = Schemas['CampaignOut']
export type CampaignRow = Schemas['CampaignRow']
export type FigureDefinition = Schemas['FigureDefinitionBody']
export type ListQuery = Schemas['ListQueryIn']
export type ListUpload = Schemas['ListUploadOut']
export type Coverage = Schemas['CampaignCoverageOut']
export type TargetRow = Schemas['CampaignTargetOut']
export type TargetDetail = Schemas['TargetDetailOut']
export type Rollup = Schemas['RollupOut']
export type CampaignFigure = Schemas['CampaignFigureOut']
export type Snapshot = Schemas['CampaignSnapshotOut']
export type SnapshotRow = Schemas['SnapshotRow']
export type SnapshotDifference = Schemas['SnapshotDifferenceOut']
export type Reminder = Schemas['ReminderOut']
export type Sample = Schemas['CampaignSampleOut']
export type CampaignMove = Schemas['CampaignMoveOut']
export type InspectionRow = Schemas['InspectionRow']
export type Inspection = Schemas['InspectionOut']
export type ProblemRow = Schemas['ProblemRow']
export type Problem = Schemas['CampaignProblemOut']
export type Kpi = Schemas['KpiOut']
export type VisitRow = Schemas['VisitRow']
export type Visit = Schemas['VisitOut']
export type LiaisonLine = Schemas['LiaisonLineOut']
export type PublishedForm = Schemas['FormOut']

type Query = Record<string, string | number | boolean | undefined>
interface Page<T> {
  items: T[]
  next_cursor: string | null
}

const BASE = '/api/console/campaigns'

export const listCampaigns = (query: Query) => get<Page<CampaignRow>>(`${BASE}/campaigns`, query)
export const fetchCampaign = (id: number) => get<Campaign>(`${BASE}/campaigns/${id}`)
export const createCampaign = (body: Schemas['CampaignIn']) => post<Campaign>(`${BASE}/campaigns`, body)
export const moveCampaign = (id: number, verb: string, body: unknown = {}) => post<unknown>(`${BASE}/campaigns/${id}/${verb}`, body)
export const suggestFigures = (version: number) => get<FigureDefinition[]>(`${BASE}/figures/default`, { form_version_id: version })
export const previewList = (query: ListQuery) => post<{ count: number }>(`${BASE}/list/preview`, query)
export const addToList = (id: number, query: ListQuery) => post<{ count: number }>(`${BASE}/campaigns/${id}/list`, query)
export const fetchUploads = (id: number) => get<ListUpload[]>(`${BASE}/campaigns/${id}/uploads`)
export const refusedUrl = (upload: number) => `${BASE}/uploads/${upload}/refused.csv`
export const fetchCoverage = (id: number, by: string) => get<Coverage[]>(`${BASE}/campaigns/${id}/coverage`, { by })
export const fetchRollup = (id: number) => get<Rollup>(`${BASE}/campaigns/${id}/rollup`)
export const fetchReminders = (id: number) => get<Reminder[]>(`${BASE}/campaigns/${id}/reminders`)
export const fetchSamples = (id: number) => get<Sample[]>(`${BASE}/campaigns/${id}/samples`)
export const fetchCampaignMoves = (id: number) => get<CampaignMove[]>(`${BASE}/campaigns/${id}/moves`)
export const fetchSnapshots = (id: number) => get<SnapshotRow[]>(`${BASE}/campaigns/${id}/snapshots`)
export const fetchSnapshot = (id: number, no: number) => get<Snapshot>(`${BASE}/campaigns/${id}/snapshots/${no}`)
export const fetchDifference = (id: number, before: number, after: number) =>
  get<SnapshotDifference>(`${BASE}/campaigns/${id}/difference`, { before, after })
export const listTargets = (id: number, query: Query) => get<Page<TargetRow>>(`${BASE}/campaigns/${id}/targets`, query)
export const fetchTarget = (id: number) => get<TargetDetail>(`${BASE}/targets/${id}`)
export const moveTarget = (id: number, verb: string, body: unknown) => post<TargetDetail>(`${BASE}/targets/${id}/${verb}`, body)

export const listInspections = (query: Query) => get<Page<InspectionRow>>(`${BASE}/inspections`, query)
export const fetchInspection = (id: number) => get<Inspection>(`${BASE}/inspections/${id}`)
export const listProblems = (query: Query) => get<Page<ProblemRow>>(`${BASE}/problems`, query)
export const fetchProblem = (id: number) => get<Problem>(`${BASE}/problems/${id}`)
export const moveProblem = (id: number, verb: string, body: unknown) => post<Problem>(`${BASE}/problems/${id}/${verb}`, body)
export const fetchKpis = (campaign?: number) => get<Kpi[]>(`${BASE}/kpis`, { campaign })
export const listVisits = (query: Query) => get<Page<VisitRow>>(`${BASE}/visits`, query)
export const fetchLiaison = (campaign?: number) => get<LiaisonLine[]>(`${BASE}/liaison`, { campaign })

/** Forms that have a published version, for the choice of a survey. */
export const fetchForms = () => get<Page<PublishedForm>>('/api/console/forms/forms', { limit: 200 })
export const fetchFormVersions = (id: number) => get<Schemas['VersionRow'][]>(`/api/console/forms/forms/${id}/versions`)

/** Uploads a list of units; every row is accounted for. */
export function uploadList(id: number, file: File): Promise<ListUpload> {
  const body = new FormData()
  body.append('file', file)
  return post<ListUpload>(`${BASE}/campaigns/${id}/uploads`, body, { timeout: 300_000 })
}
