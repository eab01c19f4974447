/** Looking up on the phone: names, pinyin, initials, addresses, codes; own grid only, because nothing else is here. */

export interface Found {
  kind: 'residents.person' | 'residents.household' | 'premises.enterprise'
  id: number
  title: string
  detail: string
  to: string
  words: string[]
}

export interface PersonRecord {
  id: number
  name: string
  pinyin: string
  initials: string
  sex: string
  age: number | null
  id_no: string
  phones: { id: number; kind: string; holder: string; number: string; wrong: boolean }[]
  care: string[]
  address: string
  household_id: number | null
  relation: string
  residence: string
  presence: string
  no_smartphone: boolean
  preferred_contact: string
}

export interface HouseholdRecord {
  id: number
  number: string
  kind: string
  address: string
  persons: number
  head: string
  lon: number | null
  lat: number | null
}

export interface PremisesRecord {
  id: number
  kind_label: string
  name: string
  credit_code: string
  industry_label: string
  address: string
  staff_total: number | null
  status_label: string
  sort_key: string
  contact_name: string
  contact_phone_masked: string
}

const plain = (text: string) => text.toLowerCase().replace(/[\s'-]+/g, '')

/** Words of one record, made once; several texts of one kind of thing keep their own word. */
export function wordsOf(...texts: (string | null | undefined)[]): string[] {
  return texts.filter((text): text is string => !!text).map(plain)
}

/** How well a record fits: 0 the name begins so, 1 initials or pinyin begin so, 2 somewhere; -1 not. */
export function fits(found: Found, query: string): number {
  const wanted = plain(query)
  if (!wanted) return 2
  if (found.words[0]?.startsWith(wanted)) return 0
  const latin = /^[a-z]+$/.test(wanted)
  if (latin) return found.words.slice(1, 3).some((word) => word.startsWith(wanted)) ? 1 : found.words.slice(3).some((w) => w.includes(wanted)) ? 2 : -1
  return found.words.some((word) => word.includes(wanted)) ? 2 : -1
}

/** The best `most` of them, in the order of fit and then of their own. */
export function search(all: readonly Found[], query: string, most: number): { rows: Found[]; left: number } {
  const ranked: Found[][] = [[], [], []]
  for (const one of all) ranked[fits(one, query)]?.push(one)
  const rows = ranked.flat()
  return { rows: rows.slice(0, most), left: Math.max(0, rows.length - most) }
}
