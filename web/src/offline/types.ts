/** What the phone keeps: the shapes of its tables. */

/** A command's way: waiting → sent (stored by the server) | refused | conflict; `away` was put away by hand. */
export type CommandState = 'waiting' | 'sent' | 'refused' | 'conflict' | 'away'

/** What a record looks like here until the server's own version arrives. Never personal data. */
export interface Touch {
  kind: string
  id: number
  patch: object
}

export interface Problem {
  code: string
  detail: string
  data: Record<string, unknown>
}

/** One row of the outbox. Either `body` (the JSON text) or `sealed` (the same text, sealed, base64url). */
export interface OutboxRow {
  seq: number
  id: string
  name: string
  at: string
  app: string
  sig: string
  body?: string
  sealed?: string
  title: string
  state: CommandState
  photos: string[]
  touches: Touch[]
  /** 1 while the touches are shown over the records; 0 after the server's version came or it was refused. */
  shown: 0 | 1
  tries: number
  /** Not before this moment (ms), after the server said `again`. */
  after: number
  result?: Record<string, unknown>
  problem?: Problem
  /** When the server's answer came (ms). */
  answeredAt?: number
  /** The refused command that this one replaces. */
  insteadOf?: string
}

/** What screens see of a command. */
export interface OutboxEntry {
  id: string
  seq: number
  name: string
  at: Date
  title: string
  state: CommandState
  sealed: boolean
  /** The captured body; of a sealed one only while this page has not been closed. */
  body?: object
  photos: string[]
  touches: Touch[]
  result?: Record<string, unknown>
  problem?: Problem
  insteadOf?: string
}

export interface StoredRecord {
  kind: string
  id: number
  schema: number
  data: Record<string, unknown>
}

export type FileKind = 'photo' | 'audio' | 'signature'

export interface PhotoRow {
  id: string
  kind: FileKind
  type: string
  bytes: ArrayBuffer
  size: number
  at: number
  state: 'waiting' | 'sent' | 'refused'
  tries: number
  detail?: string
  sentAt?: number
}

export interface DraftRow {
  name: string
  at: number
  value: unknown
}

export interface Device {
  id: number
  post: {
    id: number
    role: string
    title: string
    name: string
    area: { id: number; name: string; kind: string }
  }
  sealKey: string
  liveUrl: string
  enrolledAt: number
}

export interface SendOptions {
  /** What the outbox shows; masked by the caller when sealed. */
  title: string
  /** The body holds personal data: sealed before it is stored. */
  sealed?: boolean
  /** Client ids from `usePhotos`, named in the body too. */
  photos?: string[]
  /** Shown until the server's version arrives. */
  touches?: Touch[]
}

/** Enrolment and identity of this phone, as the `meta` table keeps them. */
export interface MetaRow {
  name: string
  value: unknown
}
