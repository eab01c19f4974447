/** What the phone holds of forms, and the registers a look-up may choose from: all local. */
import { computed } from 'vue'
import type { Register } from '@/forms/judge'
import type { Definition } from '@/forms/types'
import { useRecords } from '@/offline/use'
import type { FormTools } from '@/ui/form/model'

export interface VersionRecord {
  id: number
  form_id: number
  code: string
  title: string
  about: string
  number: number
  offered: boolean
  definition: Definition
}

export interface SheetRecord {
  id: number
  client_id: string
  version_id: number
  title: string
  captured_at: string
  received_at: string
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Row = { id: number } & Record<string, any>

/** Register → the feed that holds its records here, and the kind under which the server knows a subject. */
export const REGISTERS: Readonly<Record<string, { feed: string; subject: string }>> = {
  enterprise: { feed: 'premises.enterprise', subject: 'premises.premises' },
  person: { feed: 'residents.person', subject: 'residents.person' },
  household: { feed: 'residents.household', subject: 'residents.household' },
}
const MOST = 20

const SEX: Readonly<Record<string, string>> = { '1': '男', '2': '女' }
const ownNumber = (phones: { kind: string; number: string }[] = []): string => phones.find((p) => p.kind === 'own')?.number ?? ''

/** The register's fields as the phone's records carry them; numbers come masked. */
const HELD: Readonly<Record<string, (row: Row) => Record<string, unknown>>> = {
  enterprise: (row) => ({
    name: row.name,
    credit_code: row.credit_code,
    address: row.address,
    contact: row.contact_name,
    phone: row.contact_phone_masked,
    town: row.town,
    staff_total: row.staff_total,
  }),
  person: (row) => ({ name: row.name, id_no: row.id_no, phone: ownNumber(row.phones), sex: SEX[row.sex], address: row.address }),
  household: (row) => ({ address: row.address, head: row.head }),
}

const titleOf = (row: Row): string => String(row.name ?? row.address ?? `#${row.id}`)
const detailOf = (row: Row): string => String(row.name ? (row.address ?? '') : (row.head ?? ''))
const searchText = (row: Row): string =>
  [row.name, row.address, row.credit_code, row.sort_key, row.pinyin, row.initials].filter(Boolean).join(' ').toLowerCase()

/** What prefills a form about a record of this phone. */
export function registerOf(about: string, row: Row | undefined): Register {
  if (!row) return {}
  return Object.fromEntries(Object.entries(HELD[about]?.(row) ?? {}).map(([key, value]) => [`${about}.${key}`, value]))
}

/** Records of the registers on this phone; `find` answers from them at once, with or without a line. */
export function useRegisters() {
  const kinds = Object.fromEntries(Object.entries(REGISTERS).map(([name, { feed }]) => [name, useRecords<Row>(feed)]))
  const rowOf = (kind: string, id: number) => kinds[kind]?.rows.value.find((row) => row.id === id)
  const find = (kind: string, words: string) => {
    const asked = words.trim().toLowerCase()
    const rows = kinds[kind]?.rows.value ?? []
    const hits = asked ? rows.filter((row) => searchText(row).includes(asked)) : rows
    return hits.slice(0, MOST).map((row) => ({ id: row.id, title: titleOf(row), detail: detailOf(row) }))
  }
  const tools: FormTools = {
    files: 'keep',
    search: (kind, words) => Promise.resolve(find(kind, words)),
    titleOf: (kind, id) => {
      const row = rowOf(kind, id)
      return Promise.resolve(row ? titleOf(row) : '')
    },
  }
  return { tools, rowOf, find }
}

/** Forms that may be filled in freely, by title. */
export function useForms() {
  const { rows, ready } = useRecords<VersionRecord>('forms.version', { order: (a, b) => a.title.localeCompare(b.title) })
  return { ready, offered: computed(() => rows.value.filter((row) => row.offered)) }
}
