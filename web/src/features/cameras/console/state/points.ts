/** The catalogue: list, tree, words. */
import { computed, watch } from 'vue'
import { fetchTree, fetchWords, listPoints, type Branch, type CameraWords, type PointRow } from '@/api/cameras'
import type { Query } from '@/api/client'
import { usePaged, useResource } from '@/ui/console/state/resource'

export interface TownCount {
  id: number | null
  name: string
  total: number
  online: number
}

/** Towns with their counts, the largest first. */
export function byTown(branches: readonly Branch[]): TownCount[] {
  const found = new Map<number | null, TownCount>()
  for (const branch of branches) {
    const town = found.get(branch.town_id) ?? { id: branch.town_id, name: branch.town, total: 0, online: 0 }
    town.total += branch.total
    town.online += branch.online
    found.set(branch.town_id, town)
  }
  return [...found.values()].sort((a, b) => b.total - a.total)
}

export function usePoints(query: () => Query) {
  const words = useResource<CameraWords>(() => fetchWords())
  const list = usePaged<PointRow>((cursor, signal) => listPoints({ ...query(), cursor, limit: 50 }, signal))
  const tree = useResource<Branch[]>(() => fetchTree({ ...query(), town: null }), false)
  watch(
    () => JSON.stringify(query()),
    () => void Promise.all([list.reload(), tree.reload()]),
    { immediate: true },
  )
  const towns = computed(() => byTown(tree.data.value ?? []))
  const online = computed(() => towns.value.reduce((sum, town) => sum + town.online, 0))
  const total = computed(() => towns.value.reduce((sum, town) => sum + town.total, 0))
  return { words, list, towns, online, total }
}
