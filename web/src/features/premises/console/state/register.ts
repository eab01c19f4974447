/** Registering one premises: refusals keep what was typed. */
import { ref, shallowRef } from 'vue'
import { registerPremises, type PremisesDraft } from '@/api/premises'
import type { ApiError } from '@/api/errors'
import { t } from '@/kit/i18n'
import { asApiError } from '@/ui/console/state/resource'
import { done } from '@/ui/console/toast'

export function useRegister(registered: (id: number) => void) {
  const busy = ref(false)
  const refused = shallowRef<ApiError | null>(null)

  async function send(draft: PremisesDraft): Promise<void> {
    busy.value = true
    refused.value = null
    try {
      const row = await registerPremises(draft)
      done(t('premises.registered'))
      registered(row.id)
    } catch (error) {
      refused.value = asApiError(error)
    } finally {
      busy.value = false
    }
  }

  return { busy, refused, send }
}
