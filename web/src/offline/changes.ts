/** Changes down: a page and its cursor are applied in one transaction, or not at all. */
import type { FieldDb } from './db'
import { upgraded } from './records'
import type { StoredRecord } from './types'

export interface KindPage {
  schema: number
  whole?: boolean
  cut?: boolean
  records: ({ id: number } & Record<string, unknown>)[]
  gone: number[]
}

export interface Page {
  cursor: string
  full: boolean
  more: boolean
  server_time?: string
  kinds: Record<string, KindPage>
}

function stored(kind: string, page: KindPage): StoredRecord[] {
  return page.records
    .map((data) => upgraded({ kind, id: data.id, schema: page.schema, data }))
    .filter((r): r is StoredRecord => r !== null)
}

/**
 * Applies one page. `full` (said on the first page of a snapshot alone) replaces everything; its later
 * pages add. `filling` is kept until the last of them: what changed on the server meanwhile comes after.
 */
export async function applyPage(db: FieldDb, page: Page): Promise<void> {
  await db.transaction('rw', db.records, db.meta, async () => {
    const cut = new Set(page.full ? [] : await db.value<string[]>('cut', []))
    if (page.full) await db.records.clear()
    for (const [kind, part] of Object.entries(page.kinds)) {
      if (part.whole) await db.records.where('kind').equals(kind).delete()
      await db.records.bulkPut(stored(kind, part))
      if (part.gone.length) await db.records.bulkDelete(part.gone.map((id): [string, number] => [kind, id]))
      if (part.cut) cut.add(kind)
      else if (part.whole) cut.delete(kind)
    }
    await db.keep('cursor', page.cursor)
    await db.keep('filling', page.more && (page.full || (await db.value('filling', false))))
    await db.keep('cut', [...cut])
  })
}
