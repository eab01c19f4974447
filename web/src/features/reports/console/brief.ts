/** The daily brief: written by itself, edited, checked, signed; frozen with its numbers. */
import { computed, reactive, ref, shallowRef, watch } from 'vue'
import { fetchBrief, fetchBriefs, fetchRecount, moveBrief, type Brief, type BriefLine, type Difference } from '@/api/reports'
import type { ApiError } from '@/api/errors'
import { t } from '@/kit/i18n'
import { asApiError, useResource } from '@/ui/console/state/resource'
import { done } from '@/ui/console/toast'

/** One figure as it was frozen. */
export interface FrozenFigure {
  code: string
  name: string
  text: string
  groups: { key: string; label: string; value: number }[]
}

/** What a brief prints, in its order. */
export function printed(brief: Brief): FrozenFigure[] {
  return Object.entries(brief.figures).map(([code, raw]) => ({
    code,
    name: String(raw.name ?? code),
    text: String(raw.text ?? ''),
    groups: Array.isArray(raw.groups) ? (raw.groups as FrozenFigure['groups']) : [],
  }))
}

/** The list of briefs. */
export function useBriefs() {
  return useResource<BriefLine[]>(() => fetchBriefs())
}

/** One brief and its verbs. */
export function useBrief(day: () => string) {
  const brief = useResource<Brief>(() => fetchBrief(day()), false)
  const busy = ref(false)
  const refused = shallowRef<ApiError | null>(null)
  const differences = shallowRef<Difference[] | null>(null)
  const form = reactive({ remarks: '', chosen: [] as number[] })
  watch(brief.data, (now) => {
    form.remarks = now?.remarks ?? ''
    form.chosen = now?.examples.filter((e) => e.chosen).map((e) => e.ticket_id) ?? []
  })
  watch(
    day,
    (now) => {
      differences.value = null
      if (now) void brief.reload()
    },
    { immediate: true },
  )
  const may = computed(() => new Set(brief.data.value?.allowed ?? []))

  async function move(verb: string, body: unknown = {}, date = day()): Promise<boolean> {
    busy.value = true
    refused.value = null
    try {
      brief.data.value = await moveBrief(date, verb, body)
      done(t('brief.done'))
      return true
    } catch (error) {
      refused.value = asApiError(error)
      return false
    } finally {
      busy.value = false
    }
  }

  const save = () =>
    move('edit', { remarks: form.remarks, example_ids: form.chosen, version: brief.data.value?.version })

  async function recount(): Promise<void> {
    try {
      differences.value = await fetchRecount(day())
    } catch (error) {
      refused.value = asApiError(error)
    }
  }

  return { brief, busy, refused, differences, form, may, move, save, recount }
}
