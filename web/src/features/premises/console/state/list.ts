/** The list of premises follows the filters of the address. */
import { ref, shallowRef, watch } from 'vue'
import { listPremises, type PremisesRow } from '@/api/premises'
import type { Query } from '@/api/client'
import type { AreaCard } from '@/api/territory'
import { allTowns } from '@/ui/console/state/areas'
import { usePaged } from '@/ui/console/state/resource'

export function usePremisesList(query: () => Query) {
  const cut = ref(false)
  const list = usePaged<PremisesRow>(async (cursor, signal) => {
    const page = await listPremises({ ...query(), cursor, limit: 50 }, signal)
    cut.value = page.cut
    return page
  })
  watch(
    () => JSON.stringify(query()),
    () => void list.reload(),
    { immediate: true },
  )
  return { list, cut, ...useTowns() }
}

/** The towns and their names. */
export function useTowns() {
  const towns = shallowRef<AreaCard[]>([])
  allTowns().then(
    (found) => (towns.value = found),
    () => undefined,
  )
  const townName = (id: number) => towns.value.find((town) => town.id === id)?.short_name ?? ''
  return { towns, townName }
}
