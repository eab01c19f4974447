/** Agencies by name, remembered for the page so that a picked one keeps its name. */
import { computed, ref, type ComputedRef, type Ref } from 'vue'
import { searchAgencies, type AgencyCard } from '@/api/org'

const known = ref(new Map<number, AgencyCard>())

export interface AgencySearch {
  found: ComputedRef<AgencyCard[]>
  busy: Ref<boolean>
  search: (text: string) => Promise<void>
}

/** Search as one types; what was found before stays offered while the line is down. */
export function useAgencySearch(): AgencySearch {
  const text = ref('')
  const busy = ref(false)
  let latest = 0

  async function search(now: string): Promise<void> {
    text.value = now
    const mine = ++latest
    busy.value = known.value.size === 0
    try {
      const cards = await searchAgencies(now)
      for (const card of cards) known.value.set(card.id, card)
    } catch {
      // the known ones stay
    } finally {
      if (mine === latest) busy.value = false
    }
  }

  const found = computed(() =>
    [...known.value.values()].filter((a) => !text.value || a.name.includes(text.value) || a.short_name.includes(text.value)),
  )
  return { found, busy, search }
}

/** Makes agencies known that came with other data. */
export function rememberAgencies(cards: AgencyCard[]): void {
  for (const card of cards) known.value.set(card.id, card)
}
