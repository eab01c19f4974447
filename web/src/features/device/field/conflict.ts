/** Two versions of one record, side by side. */
import type { OutboxEntry } from '@/offline/use'
import type { FieldTells } from '@/ui/field/feature'

export interface Difference {
  field: string
  mine: string
  theirs: string
}

const SILENT = new Set(['id', 'version', 'base_version', 'sort_key', 'pinyin', 'initials'])

function text(value: unknown): string {
  if (value === null || value === undefined || value === '') return '–'
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

type Data = Record<string, unknown>

/** What I wrote, flat: a body may carry its changes in `fields` or `changes`. */
function written(entry: OutboxEntry): Data {
  const body = (entry.body ?? {}) as Data
  return { ...body, ...((body.fields ?? body.changes ?? {}) as Data) }
}

/** The fields that both sides name and that differ, in the words of whose command it is. */
export function differences(entry: OutboxEntry, tell?: FieldTells[string]): Difference[] {
  const server = (entry.problem?.data.server ?? {}) as Data
  const found: Difference[] = []
  for (const [field, value] of Object.entries(written(entry))) {
    if (!(field in server) || SILENT.has(field)) continue
    const mine = tell ? tell(field, value) : { label: field, text: text(value) }
    const theirs = tell ? tell(field, server[field]) : { label: field, text: text(server[field]) }
    if (mine && theirs && mine.text !== theirs.text) found.push({ field: mine.label, mine: mine.text, theirs: theirs.text })
  }
  return found
}

/** My capture once more, on top of the version that the server holds now; `null` when it cannot be read here. */
export function onTop(entry: OutboxEntry): object | null {
  const body = entry.body as Data | undefined
  const server = entry.problem?.data.server as Data | undefined
  if (!body || typeof server?.version !== 'number' || typeof body.version !== 'number') return null
  return { ...body, version: server.version }
}
