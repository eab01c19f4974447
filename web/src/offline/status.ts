/** What the phone knows about itself right now; screens read it through `use.ts`. */
import { reactive } from 'vue'
import type { Device } from './types'

/** `offline` = no answer; `failed` = an answer that is not the wanted one. Two words, two states. */
export type LineState = 'unknown' | 'ok' | 'syncing' | 'offline' | 'failed'

export interface Status {
  /** The database has been read. */
  ready: boolean
  device: Device | null
  line: LineState
  /** Why it failed, in words for people. */
  problem: string
  lastSync: number
  waiting: number
  files: number
  /** Refused or in conflict: a person must look. */
  stuck: number
  /** The post has ended: nothing is shown or sent, everything is kept. */
  closed: boolean
  /** The server cut a kind at its limit. */
  cut: string[]
  /** A newer version of the program waits. */
  update: boolean
  /** Another tab does the syncing. */
  elsewhere: boolean
}

export const status = reactive<Status>({
  ready: false,
  device: null,
  line: 'unknown',
  problem: '',
  lastSync: 0,
  waiting: 0,
  files: 0,
  stuck: 0,
  closed: false,
  cut: [],
  update: false,
  elsewhere: false,
})
