/** A frozen snapshot, and what changed since the one before. */
import { computed, watch } from 'vue'
import { fetchDifference, fetchSnapshot, type Snapshot, type SnapshotDifference } from '@/api/campaigns'
import { useResource } from '@/ui/console/state/resource'

export function useSnapshot(id: () => number, number: () => number) {
  const snapshot = useResource<Snapshot>(() => fetchSnapshot(id(), number()), false)
  const difference = useResource<SnapshotDifference>(() => fetchDifference(id(), number() - 1, number()), false)
  watch(
    () => [id(), number()],
    () => {
      void snapshot.reload()
      if (number() > 1) void difference.reload()
      else difference.data.value = null
    },
    { immediate: true },
  )
  /** Towns in one order, one column for each figure. */
  const towns = computed(() => {
    const found = new Map<number, string>()
    for (const figure of snapshot.data.value?.figures ?? []) for (const town of figure.towns) found.set(town.town_id, town.town)
    return [...found].sort(([a], [b]) => Number(a === 0) - Number(b === 0) || a - b).map(([key, name]) => ({ id: key, name }))
  })
  return { snapshot, difference, towns }
}
