/** A correction of a person in a conflict, in words. */
import { t } from '@/kit/i18n/field'

const CODED: Readonly<Record<string, string>> = {
  residence: 'residences',
  presence: 'presences',
  preferred_contact: 'contacts',
  relation: 'relations',
}
const LABELS: Readonly<Record<string, string>> = {
  name: 'work.person.name',
  sex: 'work.person.sex',
  address: 'work.person.address',
  residence: 'work.person.residence',
  presence: 'work.person.presence',
  preferred_contact: 'work.person.contact',
  relation: 'work.person.relation',
  care: 'work.person.care',
}

export function tellPerson(field: string, value: unknown): { label: string; text: string } | null {
  const label = LABELS[field]
  if (!label) return null
  if (Array.isArray(value)) return { label: t(label), text: value.map((code) => t(`work.person.cares.${code}`)).join('、') || '–' }
  const code = String(value ?? '')
  const table = field === 'sex' ? 'sexes' : CODED[field]
  return { label: t(label), text: (table && code ? t(`work.person.${table}.${code}`) : code) || '–' }
}
