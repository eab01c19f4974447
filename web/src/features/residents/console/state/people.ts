/** Finding people: a number goes to an exact look-up, everything else to the names. */
import { computed, ref, watch } from 'vue'
import { looksPersonal } from '@/domain/phone'
import { findNumber, searchPeople, type PersonRow } from '@/api/residents'
import type { ApiError } from '@/api/errors'
import { usePaged } from '@/ui/console/state/resource'

/** The search page's state; the words are kept here and never in the address. */
export function usePeopleSearch(area: () => number | null) {
  const text = ref('')
  const asked = ref<string | null>(null)
  const byNumber = computed(() => asked.value !== null && looksPersonal(asked.value))
  const list = usePaged<PersonRow>(async (cursor, signal) => {
    const words = asked.value ?? ''
    if (looksPersonal(words)) return { items: await findNumber(words) }
    return searchPeople(words, area(), cursor, signal)
  })

  async function search(): Promise<void> {
    asked.value = text.value.trim()
    if (!asked.value && area() === null) {
      asked.value = null
      list.items.value = []
      return
    }
    await list.reload()
  }

  watch(area, () => void search())
  if (area() !== null) void search()
  return { text, asked, byNumber, list, search }
}

/** Message of a field of a refusal. */
export function faultOf(error: ApiError | null, field: string): string | undefined {
  return error?.fields[field]
}
