/** What can be found on this phone, as rows of one list. */
import { computed, type ComputedRef } from 'vue'
import { t } from '@/kit/i18n/field'
import { useRecords } from '@/offline/use'
import { wordsOf, type Found, type HouseholdRecord, type PersonRecord, type PremisesRecord } from './search'

const told = (...parts: (string | false | null | undefined)[]) => parts.filter(Boolean).join(' · ')

/** GB/T 2261.1: only male and female have a word worth showing. */
export function sexOf(code: string): string {
  return code === '1' || code === '2' ? t(`work.person.sexes.${code}`) : ''
}

function person(r: PersonRecord): Found {
  const age = r.age !== null && t('work.find.age', { n: r.age })
  return {
    kind: 'residents.person',
    id: r.id,
    title: r.name,
    detail: told(sexOf(r.sex), age, r.address),
    to: `/people/${r.id}`,
    words: [...wordsOf(r.name), ...wordsOf(r.initials || ' ', r.pinyin || ' '), ...wordsOf(r.address)],
  }
}

function household(r: HouseholdRecord): Found {
  return {
    kind: 'residents.household',
    id: r.id,
    title: r.address || r.number,
    detail: told(r.head, t('work.find.persons', { n: r.persons })),
    to: `/households/${r.id}`,
    words: wordsOf(r.address || r.number, r.head, r.number),
  }
}

function premises(r: PremisesRecord): Found {
  return {
    kind: 'premises.enterprise',
    id: r.id,
    title: r.name,
    detail: told(r.kind_label, r.staff_total !== null && t('work.find.staff', { n: r.staff_total }), r.address),
    to: `/premises/${r.id}`,
    words: wordsOf(r.name, r.sort_key || ' ', ' ', r.credit_code, r.address),
  }
}

export function useFindable(): { all: ComputedRef<Found[]>; ready: ComputedRef<boolean> } {
  const people = useRecords<PersonRecord>('residents.person', { order: (a, b) => a.pinyin.localeCompare(b.pinyin) })
  const homes = useRecords<HouseholdRecord>('residents.household', { order: (a, b) => a.address.localeCompare(b.address, 'zh', { numeric: true }) })
  const firms = useRecords<PremisesRecord>('premises.enterprise', { order: (a, b) => a.sort_key.localeCompare(b.sort_key) })
  return {
    all: computed(() => [...people.rows.value.map(person), ...homes.rows.value.map(household), ...firms.rows.value.map(premises)]),
    ready: computed(() => people.ready.value && homes.ready.value && firms.ready.value),
  }
}
