/** Areas as one types: name, pinyin, initials or code. */
import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { fetchArea, fetchTowns, searchAreas, type AreaCard } from '@/api/territory'

let towns: Promise<AreaCard[]> | null = null

/** The towns of the district, read once. */
export function allTowns(): Promise<AreaCard[]> {
  towns ??= fetchTowns().catch((error: unknown) => {
    towns = null
    throw error
  })
  return towns
}

export interface AreaSearch {
  found: ShallowRef<AreaCard[]>
  busy: Ref<boolean>
  search: (text: string) => Promise<void>
  /** Makes the name of a chosen area known. */
  know: (id: number | null) => Promise<void>
}

/** Search; an empty text offers the towns. */
export function useAreaSearch(): AreaSearch {
  const found = shallowRef<AreaCard[]>([])
  const busy = ref(false)
  let latest = 0

  async function search(text: string): Promise<void> {
    const mine = ++latest
    busy.value = true
    try {
      const cards = text.trim() ? await searchAreas(text.trim()) : await allTowns()
      if (mine === latest) found.value = cards
    } catch {
      if (mine === latest) found.value = []
    } finally {
      if (mine === latest) busy.value = false
    }
  }

  async function know(id: number | null): Promise<void> {
    if (id === null || found.value.some((a) => a.id === id)) return
    const card = await fetchArea(id).catch(() => null)
    if (card) found.value = [card, ...found.value]
  }

  return { found, busy, search, know }
}
