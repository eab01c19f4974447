/** Patrol: events, rounds, coverage, registers. */
import { get, post, put, remove, tagged, type Query, type Tagged } from './client'
import type { components } from './generated/console'
import type { Paged } from './hotline'

type Schemas = components['schemas']
export type EventRow = Schemas['EventRowOut']
export type EventPage = Schemas['EventPageOut']
export type EventBrief = Schemas['EventBriefOut']
export type EventStep = Schemas['EventStepOut']
export type EventClock = Schemas['EventClockOut']
export type EventStory = Schemas['EventStoryOut']
export type EventTimeline = Schemas['EventTimelineOut']
export type EventPicture = Schemas['PictureOut']
export type EventClass = Schemas['EventClassOut']
export type BoardColumn = Schemas['BoardColumnOut']
export type Coverage = Schemas['PatrolCoverageOut']
export type CoverageRow = Schemas['PatrolCoverageRowOut']
export type PatrolPoint = Schemas['CheckInPointOut']
export type PatrolPointIn = Schemas['CheckInPointIn']
export type NoticeKind = Schemas['NoticeKindOut']
export type ServedNotice = Schemas['ServedOut']
export type RoundRow = Schemas['RoundRowOut']
export type RoundPage = Schemas['RoundPageOut']
export type PatrolWords = Schemas['PatrolWordsOut']

const BASE = '/api/console/patrol'

export const fetchPatrolBoard = (signal?: AbortSignal) => get<BoardColumn[]>(`${BASE}/board`, undefined, { signal })
export const listEvents = (query: Query, signal?: AbortSignal) => get<Paged<EventRow>>(`${BASE}/events`, query, { signal })
export const fetchEvent = (id: number, signal?: AbortSignal): Promise<Tagged<EventPage>> => tagged<EventPage>('GET', `${BASE}/events/${id}`, { signal })
export const fetchEventTimeline = (id: number) => get<EventTimeline[]>(`${BASE}/events/${id}/timeline`)
export const fetchEventClock = (id: number, clockId: number) => get<EventStory>(`${BASE}/events/${id}/clocks/${clockId}`)
export const moveEvent = (id: number, path: string, body: unknown) => post<EventBrief>(`${BASE}/events/${id}/${path}`, body)
export const reportEvent = (body: unknown) => post<EventBrief>(`${BASE}/events`, body)
export const fetchWords = () => get<PatrolWords>(`${BASE}/words`)
export const fetchEventClasses = () => get<EventClass[]>(`${BASE}/classes`)
export const fetchCoverage = (query: Query, signal?: AbortSignal) => get<Coverage>(`${BASE}/coverage`, query, { signal })
export const listPoints = (area: number | null, signal?: AbortSignal) => get<PatrolPoint[]>(`${BASE}/points`, { area }, { signal })
export const addPoint = (body: PatrolPointIn) => post<unknown>(`${BASE}/points`, body)
export const changePoint = (id: number, body: PatrolPointIn) => put<unknown>(`${BASE}/points/${id}`, body)
export const endPoint = (id: number) => remove<unknown>(`${BASE}/points/${id}`)
export const listNoticeKinds = (history: boolean, signal?: AbortSignal) => get<NoticeKind[]>(`${BASE}/notice-kinds`, { history }, { signal })
export const setNoticeKind = (body: { code: string; title: string; text: string; document: string }) => post<NoticeKind>(`${BASE}/notice-kinds`, body)
export const listServed = (query: Query, signal?: AbortSignal) => get<Paged<ServedNotice>>(`${BASE}/notices`, query, { signal })
export const revealServed = (id: number, purpose: string) => post<{ served_to: string }>(`${BASE}/notices/${id}/reveal`, { purpose })
export const listRounds = (query: Query, signal?: AbortSignal) => get<Paged<RoundRow>>(`${BASE}/rounds`, query, { signal })
export const fetchRound = (id: number, signal?: AbortSignal) => get<RoundPage>(`${BASE}/rounds/${id}`, undefined, { signal })
