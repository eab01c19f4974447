/** One unit of a list: every version of its answer, what a leader does with it. */
import { ref, shallowRef, watch } from 'vue'
import { fetchTarget, moveTarget, type TargetDetail } from '@/api/campaigns'
import type { ApiError } from '@/api/errors'
import { t } from '@/kit/i18n'
import { asApiError, useResource } from '@/ui/console/state/resource'
import { done } from '@/ui/console/toast'

export function useTarget(id: () => number) {
  const target = useResource<TargetDetail>(() => fetchTarget(id()), false)
  const busy = ref(false)
  const refused = shallowRef<ApiError | null>(null)
  watch(id, () => void target.reload(), { immediate: true })

  async function act(verb: string, body: unknown): Promise<boolean> {
    busy.value = true
    refused.value = null
    try {
      target.data.value = await moveTarget(id(), verb, body)
      done(t('campaigns.done'))
      return true
    } catch (error) {
      refused.value = asApiError(error)
      return false
    } finally {
      busy.value = false
    }
  }
  return { target, busy, refused, act }
}

/** Answers as a person reads them, one line each. */
export function answerLines(answers: Record<string, unknown>): [string, string][] {
  return Object.entries(answers).map(([name, value]) => [name, typeof value === 'object' ? JSON.stringify(value) : String(value)])
}
