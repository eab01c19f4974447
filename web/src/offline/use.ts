/** What screens may use: records, captures, photos, drafts, the device. Never `fetch`, never Dexie. */
import { liveQuery } from 'dexie'
import { computed, onScopeDispose, reactive, ref, shallowRef, toRaw, watch, type Ref, type ShallowRef } from 'vue'
import { db } from './db'
import { entryOf } from './outbox'
import { askToLast, dropFile, fileBlob, room, takeFile, type Room } from './photos'
import * as phone from './phone'
import { readKind, readOne } from './records'
import { status } from './status'
import type { Device, FileKind, OutboxEntry, SendOptions } from './types'

export { RoomShort } from './photos'
export { migrates } from './records'
export { status } from './status'
export { NoLine, Refusal } from './wire'
export type { CommandState, Device, FileKind, OutboxEntry, Problem, SendOptions, Touch } from './types'

function follow<T>(read: () => Promise<T>, first: T): { value: ShallowRef<T>; ready: Ref<boolean>; again: () => void } {
  const value = shallowRef(first) as ShallowRef<T>
  const ready = ref(false)
  let subscription: { unsubscribe(): void } | null = null
  const again = () => {
    subscription?.unsubscribe()
    subscription = liveQuery(read).subscribe({
      next: (found) => {
        value.value = found
        ready.value = true
      },
      error: () => {
        ready.value = true
      },
    })
  }
  again()
  onScopeDispose(() => subscription?.unsubscribe())
  return { value, ready, again }
}

export interface RecordOptions<T> {
  where?: (record: T) => boolean
  order?: (a: T, b: T) => number
}

/** All records of a kind, live: read again whenever sync or a capture touches the kind. */
export function useRecords<T>(kind: string, options: RecordOptions<T> = {}): { rows: Ref<T[]>; ready: Ref<boolean> } {
  const { value, ready } = follow(() => readKind<T>(db(), kind), [] as T[])
  const rows = computed(() => {
    const found = options.where ? value.value.filter(options.where) : [...value.value]
    return options.order ? found.sort(options.order) : found
  })
  return { rows, ready }
}

/** One record, live; `row` stays undefined when this phone does not hold it. */
export function useRecord<T>(kind: string, id: () => number): { row: Ref<T | undefined>; ready: Ref<boolean> } {
  const { value, ready, again } = follow(() => readOne<T>(db(), kind, id()), undefined as T | undefined)
  watch(id, () => {
    ready.value = false
    again()
  })
  return { row: value, ready }
}

/** Sends a command: kept and signed first, then on its way as soon as there is a line. Resolves with its id. */
export function useSend(): (name: string, body: object, options: SendOptions) => Promise<string> {
  return async (name, body, options) => (await phone.send(name, toRaw(body), options)).id
}

export interface Photos {
  /** Keeps a file (photos are made small first); throws `RoomShort` when the phone is full. */
  take(kind: FileKind, blob: Blob): Promise<string>
  /** An address for `<img>` and `<audio>`; empty when the bytes are no longer here. */
  url(id: string): Promise<string>
  /** Takes back a file that no command names yet. */
  drop(id: string): Promise<void>
}

export function usePhotos(): Photos {
  const made = new Map<string, string>()
  onScopeDispose(() => made.forEach((url) => URL.revokeObjectURL(url)))
  return {
    take: async (kind, blob) => {
      const id = await takeFile(db(), kind, blob, phone.wire.now())
      await phone.recount()
      return id
    },
    url: async (id) => {
      const known = made.get(id)
      if (known) return known
      const blob = await fileBlob(db(), id)
      const url = blob ? URL.createObjectURL(blob) : ''
      if (url) made.set(id, url)
      return url
    },
    drop: async (id) => {
      await dropFile(db(), id)
      await phone.recount()
    },
  }
}

export interface Outbox {
  /** Newest first; what was stored stays for 72 hours. */
  entries: Ref<OutboxEntry[]>
  waiting: Ref<number>
  ready: Ref<boolean>
  /** Sends a corrected body in place of a refused command: a new id, the old one is put away. */
  resend(id: string, body: object): Promise<string>
  putAway(id: string): Promise<void>
}

export function useOutbox(where: (entry: OutboxEntry) => boolean = () => true): Outbox {
  const { value, ready } = follow(async () => (await db().outbox.orderBy('seq').reverse().toArray()).map(entryOf), [])
  const entries = computed(() => value.value.filter(where))
  return {
    entries,
    ready,
    waiting: computed(() => entries.value.filter((e) => e.state === 'waiting').length),
    resend: async (id, body) => {
      const old = await db().outbox.where('id').equals(id).first()
      if (!old) throw new Error('no such command')
      const { title, photos, touches } = old
      return (await phone.send(old.name, toRaw(body), { title, photos, touches, sealed: old.sealed !== undefined }, id)).id
    },
    putAway: phone.putAwayEntry,
  }
}

export interface KeptFile {
  id: string
  kind: FileKind
  size: number
  state: 'waiting' | 'sent' | 'refused'
  detail?: string
}

/** The photos, voices and signatures kept here, oldest first. */
export function useFiles(): { files: Ref<KeptFile[]>; ready: Ref<boolean> } {
  const { value, ready } = follow(async () => {
    const found: KeptFile[] = []
    await db().photos.each(({ id, kind, size, state, detail }) => found.push({ id, kind, size, state, ...(detail ? { detail } : {}) }))
    return found
  }, [])
  return { files: value, ready }
}

/** How many records of each kind this phone holds. */
export function useHeld(): { counts: Ref<Record<string, number>>; ready: Ref<boolean> } {
  const { value, ready } = follow(async () => {
    const counts: Record<string, number> = {}
    for (const kind of await db().records.orderBy('kind').uniqueKeys()) {
      counts[String(kind)] = await db().records.where('kind').equals(kind).count()
    }
    return counts
  }, {})
  return { counts: value, ready }
}

export interface DeviceUse {
  device: Ref<Device | null>
  online: Ref<boolean>
  lastSync: Ref<Date | null>
  syncNow(): Promise<void>
  /** Asks the server now (signed); throws `NoLine` when offline, `Refusal` when it says no. Nothing of the answer is kept. */
  ask<T>(method: 'GET' | 'POST', path: string, body?: object): Promise<T>
  /** The server's time as known here. */
  now(): Date
  room(): Promise<Room>
  /** Asks the browser to keep the data for good. */
  askToLast(): Promise<boolean>
  enrol(code: string, name: string): Promise<Device>
  /** Version of the program. */
  app: string
}

export function useDevice(): DeviceUse {
  return {
    device: computed(() => status.device),
    online: computed(() => status.line === 'ok' || status.line === 'syncing'),
    lastSync: computed(() => (status.lastSync ? new Date(status.lastSync) : null)),
    syncNow: phone.syncNow,
    ask: (method, path, body) => phone.wire.json(method, path, body),
    now: () => new Date(phone.wire.now()),
    room,
    askToLast,
    enrol: phone.enrol,
    app: phone.APP,
  }
}

export interface Draft<T> {
  value: T
  /** Filled from an earlier visit. */
  restored: boolean
  clear(): Promise<void>
}

const inMemory = new Map<string, unknown>()
const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

/** Survives closing; `sealed` ones (personal data) live only in memory, until the page is closed. */
export function useDraft<T extends object>(name: string, empty: T, options: { sealed?: boolean } = {}): Draft<T> {
  const draft = reactive({ value: copy(empty), restored: false }) as unknown as Draft<T>
  let timer: ReturnType<typeof setTimeout> | undefined
  let cleared = false
  const save = async () => {
    const value = copy(toRaw(draft.value))
    if (options.sealed) inMemory.set(name, value)
    else await db().drafts.put({ name, at: Date.now(), value })
  }
  const fill = (kept: unknown) => {
    if (kept === undefined) return
    draft.value = { ...copy(empty), ...(kept as T) }
    draft.restored = true
  }
  const begin = () =>
    watch(
      () => draft.value,
      () => {
        clearTimeout(timer)
        if (!cleared) timer = setTimeout(() => void save(), 250)
        cleared = false
      },
      { deep: true, flush: 'sync' },
    )
  let stop: (() => void) | undefined
  if (options.sealed) {
    fill(inMemory.get(name))
    stop = begin()
  } else {
    void db()
      .drafts.get(name)
      .then((row) => fill(row?.value))
      .finally(() => {
        stop = begin()
      })
  }
  onScopeDispose(() => {
    stop?.()
    if (timer !== undefined) {
      clearTimeout(timer)
      void save()
    }
  })
  draft.clear = async () => {
    clearTimeout(timer)
    timer = undefined
    cleared = true
    draft.value = copy(empty)
    draft.restored = false
    inMemory.delete(name)
    await db().drafts.delete(name)
  }
  return draft
}
