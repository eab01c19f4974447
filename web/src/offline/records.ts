/** Records: what the server chose for this phone, with the phone's own captures laid over them. */
import type { FieldDb } from './db'
import type { OutboxRow, StoredRecord } from './types'

type Data = Record<string, unknown>
export type Step = (record: Data) => Data

/** The shapes this program reads: kind → schema, and the step from each older one. */
const wanted = new Map<string, { schema: number; steps: Map<number, Step> }>()

/** A screen's record has a new shape: `step` makes `from + 1` out of `from`. */
export function migrates(kind: string, from: number, step: Step): void {
  const known = wanted.get(kind) ?? { schema: 1, steps: new Map<number, Step>() }
  known.steps.set(from, step)
  known.schema = Math.max(known.schema, from + 1)
  wanted.set(kind, known)
}

/** Forgets all shapes (tests). */
export function forgetShapes(): void {
  wanted.clear()
}

/** The record in the shape this program reads, `null` when there is no way there. */
export function upgraded(record: StoredRecord): StoredRecord | null {
  const shape = wanted.get(record.kind)
  if (!shape || record.schema >= shape.schema) return record
  let data = record.data
  for (let schema = record.schema; schema < shape.schema; schema += 1) {
    const step = shape.steps.get(schema)
    if (!step) return null
    data = step(data)
  }
  return { ...record, schema: shape.schema, data }
}

/** Brings kept records of older shapes up to this program; what cannot be brought up is asked for anew. */
export async function upgradeKept(db: FieldDb): Promise<number> {
  return await db.transaction('rw', db.records, db.meta, async () => {
    let lost = 0
    for (const [kind, shape] of wanted) {
      const old = await db.records.where('kind').equals(kind).and((r) => r.schema < shape.schema).toArray()
      const ready = old.map(upgraded)
      await db.records.bulkPut(ready.filter((r): r is StoredRecord => r !== null))
      lost += ready.filter((r) => r === null).length
    }
    if (lost) await db.meta.delete('cursor')
    return lost
  })
}

/** Patches of one kind by record, oldest first. */
export function patchesOf(kind: string, shown: readonly OutboxRow[]): Map<number, object[]> {
  const found = new Map<number, object[]>()
  for (const row of [...shown].sort((a, b) => a.seq - b.seq)) {
    for (const touch of row.touches) {
      if (touch.kind !== kind) continue
      found.set(touch.id, [...(found.get(touch.id) ?? []), touch.patch])
    }
  }
  return found
}

/** All records of a kind as screens see them. */
export async function readKind<T>(db: FieldDb, kind: string): Promise<T[]> {
  const [rows, shown] = await db.transaction('r', db.records, db.outbox, async () => [
    await db.records.where('kind').equals(kind).toArray(),
    await db.outbox.where('shown').equals(1).toArray(),
  ])
  const patches = patchesOf(kind, shown)
  return rows.map((row) => Object.assign({}, row.data, ...(patches.get(row.id) ?? [])) as T)
}

/** One record as screens see it. */
export async function readOne<T>(db: FieldDb, kind: string, id: number): Promise<T | undefined> {
  const [row, shown] = await db.transaction('r', db.records, db.outbox, async () => [
    await db.records.get([kind, id]),
    await db.outbox.where('shown').equals(1).toArray(),
  ])
  return row && (Object.assign({}, row.data, ...(patchesOf(kind, shown).get(id) ?? [])) as T)
}
