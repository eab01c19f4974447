/** Commands: captured, signed and kept before anything else happens; append-only; nothing typed is dropped. */
import { sha256 } from './bytes'
import type { FieldDb } from './db'
import { uuid7 } from './ids'
import { sign, statements } from './keys'
import { seal, sealKey } from './sealing'
import type { Device, OutboxEntry, OutboxRow, Problem, SendOptions } from './types'

/** Answered commands stay on the phone for three days. */
export const KEEP_ANSWERED = 72 * 3_600_000

export interface Captured {
  id: string
  seq: number
}

export interface CaptureContext {
  db: FieldDb
  device: Device
  key: CryptoKey
  /** The server's time as known here (ms). */
  now: number
  app: string
}

/** Bodies of sealed captures, for as long as this page lives: the phone itself cannot read them any more. */
const remembered = new Map<string, object>()

async function nextSeq(db: FieldDb): Promise<number> {
  return await db.transaction('rw', db.meta, async () => {
    const seq = (await db.value('seq', 0)) + 1
    await db.keep('seq', seq)
    return seq
  })
}

/** Signs and keeps a command; `insteadOf` is put away in the same step. */
export async function capture(
  context: CaptureContext,
  name: string,
  body: object,
  options: SendOptions,
  insteadOf?: string,
): Promise<Captured> {
  const { db, device } = context
  const text = JSON.stringify(body)
  const sealed = options.sealed ? await seal(text, await sealKey(device.sealKey)) : undefined
  const seq = await nextSeq(db)
  const head = { id: uuid7(Math.round(context.now)), seq, name, at: new Date(context.now).toISOString() }
  const sig = await sign(context.key, statements.command(device.id, head, await sha256(sealed ?? text)))
  const row: OutboxRow = {
    ...head,
    app: context.app,
    sig,
    ...(sealed ? { sealed } : { body: text }),
    title: options.title,
    state: 'waiting',
    photos: options.photos ?? [],
    touches: (options.touches ?? []).map((t) => ({ ...t, patch: { ...t.patch } })),
    shown: 1,
    tries: 0,
    after: 0,
    ...(insteadOf ? { insteadOf } : {}),
  }
  if (sealed) remembered.set(head.id, body)
  await db.transaction('rw', db.outbox, async () => {
    await db.outbox.add(row)
    if (insteadOf) await db.outbox.where('id').equals(insteadOf).modify({ state: 'away', shown: 0, answeredAt: context.now })
  })
  return { id: head.id, seq }
}

/** Put away by hand: the reason has been read; it is still kept for three days. */
export async function putAway(db: FieldDb, id: string, now: number): Promise<void> {
  await db.outbox
    .where('id')
    .equals(id)
    .and((row) => row.state === 'refused' || row.state === 'conflict')
    .modify({ state: 'away', shown: 0, answeredAt: now })
}

export interface Answer {
  id: string
  outcome: 'stored' | 'refused' | 'conflict' | 'again'
  result?: Record<string, unknown> | null
  problem?: Problem | null
}

/** The pause after the server stumbled `tries` times over the same command. */
export function pauseAfter(tries: number): number {
  return Math.min(300_000, 5_000 * 2 ** Math.min(tries, 10))
}

/** Writes the server's answers onto their commands, all or none. */
export async function keepAnswers(db: FieldDb, answers: Answer[], now: number): Promise<void> {
  await db.transaction('rw', db.outbox, async () => {
    for (const answer of answers) {
      const row = await db.outbox.where('id').equals(answer.id).first()
      if (!row || row.state !== 'waiting') continue
      if (answer.outcome === 'again') {
        row.tries += 1
        row.after = now + pauseAfter(row.tries)
      } else {
        row.state = answer.outcome === 'stored' ? 'sent' : answer.outcome
        row.answeredAt = now
        if (answer.result) row.result = answer.result
        if (answer.problem) row.problem = answer.problem
        if (answer.outcome !== 'stored') row.shown = 0
        else remembered.delete(answer.id)
      }
      await db.outbox.put(row)
    }
  })
}

/** The oldest waiting commands that may go now, at most `most` and about `bytes`. */
export async function nextBatch(db: FieldDb, now: number, most: number, bytes: number): Promise<OutboxRow[]> {
  const batch: OutboxRow[] = []
  let size = 0
  const waiting = await db.outbox.where('state').equals('waiting').sortBy('seq')
  for (const row of waiting) {
    if (row.after > now) continue
    const own = (row.body ?? row.sealed ?? '').length * 2 + 600
    if (batch.length >= most || (batch.length > 0 && size + own > bytes)) break
    batch.push(row)
    size += own
  }
  return batch
}

/** The command as it travels. */
export function wireForm(row: OutboxRow): Record<string, unknown> {
  const { id, seq, name, at, app, sig } = row
  return {
    id,
    seq,
    name,
    at,
    app,
    sig,
    ...(row.sealed ? { sealed: row.sealed } : { body: row.body }),
    ...(row.insteadOf ? { instead_of: row.insteadOf } : {}),
  }
}

/** Forgets what was stored or put away more than three days ago. */
export async function forgetOld(db: FieldDb, now: number): Promise<void> {
  await db.transaction('rw', db.outbox, db.photos, async () => {
    const old = await db.outbox.where('answeredAt').below(now - KEEP_ANSWERED).toArray()
    const done = old.filter((row) => row.state === 'sent' || row.state === 'away')
    await db.outbox.bulkDelete(done.map((row) => row.seq))
    const named = new Set((await db.outbox.toArray()).flatMap((row) => row.photos))
    const files = await db.photos.where('sentAt').below(now - KEEP_ANSWERED).toArray()
    await db.photos.bulkDelete(files.filter((f) => f.state === 'sent' && !named.has(f.id)).map((f) => f.id))
  })
}

/** Stored commands whose effect came down with a whole pull are no longer laid over the records. */
export async function settle(db: FieldDb, answeredBefore: number): Promise<void> {
  await db.outbox
    .where('shown')
    .equals(1)
    .and((row) => row.state === 'sent' && (row.answeredAt ?? 0) <= answeredBefore)
    .modify({ shown: 0 })
}

/** A row for the eyes of screens. */
export function entryOf(row: OutboxRow): OutboxEntry {
  const body = row.body ? (JSON.parse(row.body) as object) : remembered.get(row.id)
  return {
    id: row.id,
    seq: row.seq,
    name: row.name,
    at: new Date(row.at),
    title: row.title,
    state: row.state,
    sealed: row.sealed !== undefined,
    ...(body ? { body } : {}),
    photos: row.photos,
    touches: row.touches,
    ...(row.result ? { result: row.result } : {}),
    ...(row.problem ? { problem: row.problem } : {}),
    ...(row.insteadOf ? { insteadOf: row.insteadOf } : {}),
  }
}
