/** Filters live in the address: a list can be sent to a colleague and survives a reload. */
import { computed, type WritableComputedRef } from 'vue'
import { useRoute, useRouter, type LocationQuery } from 'vue-router'

export type Filters<K extends string> = Record<K, string>

/** Reads the named filters from a query, absent ones as ''. */
export function readFilters<K extends string>(query: LocationQuery, names: readonly K[]): Filters<K> {
  const found = {} as Filters<K>
  for (const name of names) {
    const value = query[name]
    found[name] = (Array.isArray(value) ? value[0] : value) ?? ''
  }
  return found
}

/** A query with the filters put in and the empty ones left out; foreign parts stay. */
export function writeFilters<K extends string>(query: LocationQuery, filters: Partial<Filters<K>>): LocationQuery {
  const next: LocationQuery = { ...query }
  for (const [name, value] of Object.entries(filters) as [K, string | undefined][]) {
    if (value) next[name] = value
    else delete next[name]
  }
  return next
}

export interface UrlFilters<K extends string> {
  filters: WritableComputedRef<Filters<K>>
  set: (changes: Partial<Filters<K>>) => void
  clear: () => void
  active: WritableComputedRef<number>
}

/** The named filters of the current address. */
export function useUrlFilters<K extends string>(names: readonly K[]): UrlFilters<K> {
  const route = useRoute()
  const router = useRouter()
  const put = (changes: Partial<Filters<K>>) => {
    void router.replace({ query: writeFilters(route.query, changes) })
  }
  const filters = computed({ get: () => readFilters(route.query, names), set: put })
  const active = computed({
    get: () => names.filter((name) => filters.value[name]).length,
    set: () => undefined,
  })
  const clear = () => put(Object.fromEntries(names.map((name) => [name, ''])) as Filters<K>)
  return { filters, set: put, clear, active }
}
