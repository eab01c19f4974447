/** Liaison pairs: who looks after how many, whose they are, a pasted table. */
import { computed, ref, shallowRef, watch } from 'vue'
import { endPair, fetchLiaisons, fetchPairs, pastePairs, type Liaison, type LiaisonPair, type LoadReport } from '@/api/premises'
import type { ApiError } from '@/api/errors'
import { t } from '@/kit/i18n'
import { asApiError, usePaged, useResource } from '@/ui/console/state/resource'
import { done, failed } from '@/ui/console/toast'

export function usePairs(postId: () => number | null) {
  const liaisons = useResource<Liaison[]>(() => fetchLiaisons())
  const list = usePaged<LiaisonPair>((cursor, signal) => fetchPairs(postId(), cursor, signal))
  const report = shallowRef<LoadReport | null>(null)
  const refused = shallowRef<ApiError | null>(null)
  const busy = ref(false)
  watch(postId, () => void list.reload(), { immediate: true })
  const total = computed(() => (liaisons.data.value ?? []).reduce((sum, one) => sum + one.premises, 0))

  async function paste(text: string, replace: boolean): Promise<void> {
    busy.value = true
    refused.value = null
    try {
      report.value = await pastePairs(text, replace)
      await Promise.all([liaisons.reload(), list.reload()])
    } catch (error) {
      refused.value = asApiError(error)
    } finally {
      busy.value = false
    }
  }

  async function end(pair: LiaisonPair): Promise<void> {
    try {
      await endPair(pair.id)
      done(t('premises.unpaired'))
      await Promise.all([liaisons.reload(), list.reload()])
    } catch (error) {
      failed(error)
    }
  }

  return { liaisons, list, report, refused, busy, total, paste, end }
}
