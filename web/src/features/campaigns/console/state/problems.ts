/** Inspections, problems and liaison visits on the console. */
import { computed, ref, shallowRef, watch } from 'vue'
import {
  fetchInspection,
  fetchKpis,
  fetchLiaison,
  fetchProblem,
  listInspections,
  listProblems,
  listVisits,
  moveProblem,
  type Inspection,
  type InspectionRow,
  type Kpi,
  type LiaisonLine,
  type Problem,
  type ProblemRow,
  type VisitRow,
} from '@/api/campaigns'
import type { ApiError } from '@/api/errors'
import { t } from '@/kit/i18n'
import { onLive } from '@/live/use'
import { asApiError, usePaged, useResource } from '@/ui/console/state/resource'
import { done } from '@/ui/console/toast'

type Query = () => Record<string, string>

/** Inspections, following the filters. */
export function useInspections(query: Query) {
  const list = usePaged<InspectionRow>((cursor) => listInspections({ ...query(), cursor, limit: 50 }))
  watch(() => JSON.stringify(query()), () => void list.reload(), { immediate: true })
  return list
}

/** One inspection. */
export const useInspection = (id: () => number) => {
  const one = useResource<Inspection>(() => fetchInspection(id()), false)
  watch(id, (now) => now && void one.reload(), { immediate: true })
  return one
}

/** Figures of what this post may see. */
export const useKpis = (campaign?: number) => useResource<Kpi[]>(() => fetchKpis(campaign))

/** Open problems by state, and the struck-off ones apart. */
export function useProblems(query: Query) {
  const list = usePaged<ProblemRow>((cursor) => listProblems({ ...query(), cursor, limit: 200 }))
  watch(() => JSON.stringify(query()), () => void list.reload(), { immediate: true })
  onLive('campaigns.board', () => void list.reload(), 1500)
  const columns = computed(() =>
    ['found', 'assigned', 'rectifying', 'rechecking'].map((status) => ({
      status,
      items: list.items.value.filter((p) => p.status === status),
    })),
  )
  return { list, columns }
}

/** One problem and its verbs. */
export function useProblem(id: () => number) {
  const problem = useResource<Problem>(() => fetchProblem(id()), false)
  const busy = ref(false)
  const refused = shallowRef<ApiError | null>(null)
  watch(id, (now) => now && void problem.reload(), { immediate: true })

  async function act(verb: string, body: Record<string, unknown>): Promise<boolean> {
    busy.value = true
    refused.value = null
    try {
      problem.data.value = await moveProblem(id(), verb, body)
      done(t('campaigns.done'))
      return true
    } catch (error) {
      refused.value = asApiError(error)
      return false
    } finally {
      busy.value = false
    }
  }
  return { problem, busy, refused, act }
}

/** What officials did, and their visits. */
export function useLiaison(campaign?: number) {
  const lines = useResource<LiaisonLine[]>(() => fetchLiaison(campaign))
  const visits = usePaged<VisitRow>((cursor) => listVisits({ campaign, cursor, limit: 50 }))
  void visits.reload()
  return { lines, visits }
}
