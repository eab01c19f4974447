/** The phone's own database. Every version stays in the chain, so that a saved database of an older one opens. */
import { Dexie, type Table } from 'dexie'
import type { DraftRow, MetaRow, OutboxRow, PhotoRow, StoredRecord } from './types'

export const DATABASE = 'wangge-field'

export class FieldDb extends Dexie {
  meta!: Table<MetaRow, string>
  records!: Table<StoredRecord, [string, number]>
  outbox!: Table<OutboxRow, number>
  photos!: Table<PhotoRow, string>
  drafts!: Table<DraftRow, string>

  constructor(name: string = DATABASE) {
    super(name)
    this.version(1).stores({
      meta: 'name',
      records: '[kind+id], kind',
      outbox: 'seq, &id, state',
      photos: 'id, state',
      drafts: 'name',
    })
    this.version(2)
      .stores({ outbox: 'seq, &id, state, shown, answeredAt', photos: 'id, state, sentAt' })
      .upgrade(async (step) => {
        await step
          .table<OutboxRow>('outbox')
          .toCollection()
          .modify((row) => {
            row.shown ??= row.state === 'waiting' ? 1 : 0
            row.after ??= 0
            row.tries ??= 0
            row.touches ??= []
            row.photos ??= []
          })
      })
  }

  /** A kept value; `fallback` when there is none. */
  async value<T>(name: string, fallback: T): Promise<T> {
    return ((await this.meta.get(name))?.value as T | undefined) ?? fallback
  }

  async keep(name: string, value: unknown): Promise<void> {
    await this.meta.put({ name, value })
  }
}

let opened: FieldDb | null = null

/** The one database of this page. */
export function db(): FieldDb {
  opened ??= new FieldDb()
  return opened
}

/** Uses another database (tests). */
export function useDb(other: FieldDb | null): void {
  opened = other
}
