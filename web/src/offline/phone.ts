/** The phone itself: identity, capture, the loop that syncs, the end when it is revoked. */
import { db, DATABASE, useDb, type FieldDb } from './db'
import { Engine, pauseBefore } from './engine'
import { keptKeys, makeKeys, publicText, sign, statements } from './keys'
import { Line } from './line'
import { capture, putAway, type Captured } from './outbox'
import { askToLast } from './photos'
import { upgradeKept } from './records'
import { status } from './status'
import type { Device, SendOptions } from './types'
import { Wire } from './wire'

export const APP = '1.0.0'
const ENROLMENTS = '/api/field/org/enrolments'
const QUIET_ROUND = 60_000

let offset = 0
let keys: CryptoKeyPair | null = null
let timer: ReturnType<typeof setTimeout> | undefined
let soonTimer: ReturnType<typeof setTimeout> | undefined
let channel: BroadcastChannel | null = null
let ended = false

export const wire = new Wire({
  fetch: (input, init) => fetch(input, init),
  now: () => Date.now(),
  identity: async () => {
    keys ??= await keptKeys(db())
    return status.device && keys ? { id: status.device.id, key: keys.privateKey } : null
  },
  offset: () => offset,
  setOffset: async (ms) => {
    offset = ms
    await db().keep('offset', ms)
  },
  revoked: () => wipe(true),
  app: APP,
})

async function alone(work: () => Promise<void>): Promise<boolean> {
  const locks = globalThis.navigator?.locks
  if (!locks) {
    await work()
    return true
  }
  return await locks.request('wangge-field-sync', { ifAvailable: true }, async (lock) => {
    if (!lock) return false
    await work()
    return true
  })
}

export const engine = new Engine({
  get db() {
    return db()
  },
  wire,
  status,
  now: () => Date.now(),
  alone,
})

const line = new Line({
  wire,
  url: () => status.device?.liveUrl ?? '',
  changed: () => syncSoon(),
  revoked: () => void syncNow(),
})

/** Reads what is kept; call once when the program starts. */
export async function wake(): Promise<void> {
  const store = db()
  const device = await store.value<Device | null>('device', null)
  offset = await store.value('offset', 0)
  status.lastSync = await store.value('lastSync', 0)
  status.cut = await store.value<string[]>('cut', [])
  status.closed = await store.value('closed', false)
  status.device = device
  if (device) await upgradeKept(store)
  status.ready = true
  await recount()
  listenToTabs()
  if (device) begin()
}

/** Counts again what waits. */
export async function recount(): Promise<void> {
  const { outbox, photos } = db()
  const [waiting, refused, conflict, files] = await Promise.all([
    outbox.where('state').equals('waiting').count(),
    outbox.where('state').equals('refused').count(),
    outbox.where('state').equals('conflict').count(),
    photos.where('state').equals('waiting').count(),
  ])
  Object.assign(status, { waiting, stuck: refused + conflict, files })
}

function listenToTabs(): void {
  if (typeof BroadcastChannel !== 'function') return
  channel = new BroadcastChannel(DATABASE)
  channel.onmessage = (message: MessageEvent<string>) => {
    if (message.data === 'wiped') leave(true)
    else if (message.data === 'enrolled') window.location.reload()
    else void recount()
  }
}

function begin(): void {
  window.addEventListener('online', () => syncSoon(0))
  window.addEventListener('offline', () => {
    if (status.line !== 'syncing') status.line = 'offline'
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') syncSoon(0)
  })
  void syncNow()
  void line.listen()
}

/** Takes the one-time code: makes the key, asks the server, keeps the answer. */
export async function enrol(code: string, name: string): Promise<Device> {
  const pair = await makeKeys()
  const publicKey = await publicText(pair)
  const proof = await sign(pair.privateKey, statements.enrol(code, publicKey))
  const body = { code, public_key: publicKey, name, app: APP, proof }
  const answer = await wire.open<EnrolAnswer>(ENROLMENTS, body)
  const device: Device = {
    id: answer.device_id,
    post: answer.post,
    sealKey: answer.seal_key,
    liveUrl: answer.live_url,
    enrolledAt: Date.now(),
  }
  offset = answer.server_time ? Date.parse(answer.server_time) - Date.now() : 0
  const store = db()
  await store.transaction('rw', store.tables, async () => {
    await Promise.all(store.tables.map((table) => table.clear()))
    await store.meta.bulkPut([
      { name: 'keys', value: pair },
      { name: 'device', value: device },
      { name: 'offset', value: offset },
    ])
  })
  keys = pair
  status.device = device
  void askToLast()
  channel?.postMessage('enrolled')
  begin()
  return device
}

interface EnrolAnswer {
  device_id: number
  post: Device['post']
  seal_key: string
  live_url: string
  server_time?: string
}

/** Keeps a command and sends it as soon as there is a line. */
export async function send(name: string, body: object, options: SendOptions, insteadOf?: string): Promise<Captured> {
  keys ??= await keptKeys(db())
  if (!status.device || !keys) throw new Error('not enrolled')
  const context = { db: db(), device: status.device, key: keys.privateKey, now: wire.now(), app: APP }
  const made = await capture(context, name, body, options, insteadOf)
  await recount()
  syncSoon(0)
  return made
}

export async function putAwayEntry(id: string): Promise<void> {
  await putAway(db(), id, wire.now())
  await recount()
}

/** One round now; then the next one is planned. */
export async function syncNow(): Promise<void> {
  if (ended || !status.device) return
  clearTimeout(timer)
  const outcome = await engine.round()
  if (ended) return
  await recount()
  channel?.postMessage('changed')
  const failed = outcome === 'offline' || outcome === 'failed'
  const pause = failed ? pauseBefore(engine.failures) : outcome === 'later' || status.files ? 5_000 : QUIET_ROUND
  timer = setTimeout(() => void syncNow(), outcome === 'elsewhere' ? 10_000 : pause)
}

/** A round soon: what comes in quick succession makes one. */
export function syncSoon(after = 300): void {
  clearTimeout(soonTimer)
  soonTimer = setTimeout(() => void syncNow(), after)
}

/** Forgets everything: keys, records, captures, caches. `byServer`: the server revoked this device. */
export async function wipe(byServer: boolean): Promise<void> {
  if (ended) return
  ended = true
  clearTimeout(timer)
  clearTimeout(soonTimer)
  line.stop()
  channel?.postMessage('wiped')
  await erase(db())
  leave(byServer)
}

async function erase(store: FieldDb): Promise<void> {
  await Promise.all(store.tables.map((table) => table.clear())).catch(() => undefined)
  await store.delete().catch(() => undefined)
  useDb(null)
  keys = null
  const shelf = globalThis.localStorage as Storage | undefined
  for (const name of Object.keys(shelf ?? {})) if (name.startsWith('wangge:')) shelf?.removeItem(name)
  if (typeof caches !== 'undefined') for (const name of await caches.keys()) await caches.delete(name)
  for (const worker of (await globalThis.navigator?.serviceWorker?.getRegistrations?.()) ?? []) await worker.unregister()
}

function leave(byServer: boolean): void {
  ended = true
  status.device = null
  window.location.replace(byServer ? '/field/?gone#revoked' : '/field/?gone#left')
}

