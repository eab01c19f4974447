/** What the phone keeps of an enterprise, and what goes up about one. */

export interface Enterprise {
  id: number
  kind: string
  kind_label: string
  name: string
  credit_code: string
  industry: string
  industry_label: string
  address: string
  lon: number | null
  lat: number | null
  staff_total: number
  status: string
  status_label: string
  version: number
  sort_key: string
  contact_name: string
  contact_phone_masked: string
}

export const KINDS = ['other', 'enterprise', 'construction', 'market', 'hospital', 'school'] as const

export interface NewEnterprise {
  name: string
  kind: string
  credit_code: string
  address: string
  staff_total: number
  lon: number | null
  lat: number | null
  contact_name: string
  contact_phone: string
}

export const EMPTY: NewEnterprise = {
  name: '',
  kind: 'other',
  credit_code: '',
  address: '',
  staff_total: 0,
  lon: null,
  lat: null,
  contact_name: '',
  contact_phone: '',
}

/** The same name, or a part of it, already on this phone: a hint, the server decides. */
export function alike(rows: readonly Enterprise[], name: string): Enterprise[] {
  const wanted = name.replace(/\s/g, '')
  return wanted.length < 2 ? [] : rows.filter((row) => row.name.includes(wanted)).slice(0, 3)
}

/** Only what differs, with the version it stands on; `null` when nothing does. */
export function correction(row: Enterprise, typed: { staff_total: number | null; address: string }): object | null {
  const changes: Record<string, unknown> = {}
  if (typed.staff_total !== null && typed.staff_total !== row.staff_total) changes.staff_total = typed.staff_total
  if (typed.address.trim() !== row.address) changes.address = typed.address.trim()
  return Object.keys(changes).length ? { id: row.id, version: row.version, ...changes } : null
}
