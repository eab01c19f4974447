/** Screening batches: run, look through, decide otherwise, put in force. */
import { ref, watch } from 'vue'
import {
  adoptBatch,
  fetchBatch,
  listBatches,
  listDecisions,
  listDifferences,
  overrideDecision,
  runBatch,
  type Batch,
  type BatchPage,
  type Decision,
} from '@/api/cameras'
import { t } from '@/kit/i18n'
import { usePaged, useResource } from '@/ui/console/state/resource'
import { done, failed } from '@/ui/console/toast'

export type View = 'chosen' | 'out' | 'changed'
/** Name of the kind of place, class of the points around it, metres. */
const KINDS = [
  ['核酸采样点', 'sampling', 120],
  ['高速通道', 'expressway', 300],
  ['医疗机构', 'medical', 150],
  ['菜场商超', 'market', 150],
  ['小区卡口', 'estate', 80],
] as const

export interface SimpleClause {
  name: string
  klass: string
  metres: number
  on: boolean
}

export const defaultClauses = (): SimpleClause[] => KINDS.map(([name, klass, metres]) => ({ name, klass, metres, on: true }))

/** The rule of the simple form: the nearest point of each place. */
export function ruleOf(clauses: readonly SimpleClause[], online: boolean): Record<string, unknown> {
  const taken = clauses.filter((one) => one.on)
  return {
    online,
    clauses: taken.map((one) => ({ name: one.name, classes: [one.klass], near_kinds: [one.name], metres: one.metres, per_place: 1 })),
  }
}

export function useScreenings(id: () => number | null, view: () => View) {
  const batches = useResource<Batch[]>(() => listBatches())
  const batch = useResource<BatchPage | null>(async () => (id() ? fetchBatch(id() ?? 0) : null), false)
  const rows = usePaged<Decision>(async (cursor, signal) => {
    const which = id()
    if (!which) return { items: [] }
    if (view() === 'changed') return listDifferences(which, { cursor }, signal)
    return listDecisions(which, { cursor, selected: view() === 'chosen' }, signal)
  })
  const busy = ref(false)
  watch([id, view], () => void Promise.all([batch.reload(), rows.reload()]), { immediate: true })

  async function act<T>(work: () => Promise<T>, words: string): Promise<T | null> {
    busy.value = true
    try {
      const found = await work()
      done(t(words))
      await Promise.all([batches.reload(), batch.reload(), rows.reload()])
      return found
    } catch (error) {
      failed(error)
      return null
    } finally {
      busy.value = false
    }
  }

  const run = (purpose: string, rule: Record<string, unknown>) =>
    act(() => runBatch(purpose, rule, batches.data.value?.[0]?.id ?? null), 'cameras.screening.ran')
  const override = (row: Decision, reason: string) =>
    act(() => overrideDecision(id() ?? 0, row.point_id, !row.selected, reason), 'cameras.screening.overridden')
  const adopt = () => act(() => adoptBatch(id() ?? 0), 'cameras.screening.adopted')
  return { batches, batch, rows, busy, run, override, adopt }
}
