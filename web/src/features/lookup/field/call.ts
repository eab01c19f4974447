/** Calling somebody: the number comes from the server for this one call, with a purpose, and is kept nowhere. */
import { ref, type Ref } from 'vue'
import { t } from '@/kit/i18n/field'
import { NoLine, Refusal, useDevice } from '@/offline/use'
import { wrong } from '@/ui/field/feedback'

export interface Calling {
  number: Ref<string>
  busy: Ref<boolean>
  trouble: Ref<string>
  /** When the number came. */
  at: Ref<Date | null>
  fetchNumber(path: string, body: object): Promise<boolean>
  forget(): void
}

interface Told {
  number?: string
  phone?: string
  contact?: { phone?: string }
}

export function useCalling(): Calling {
  const { ask, now } = useDevice()
  const number = ref('')
  const busy = ref(false)
  const trouble = ref('')
  const at = ref<Date | null>(null)
  return {
    number,
    busy,
    trouble,
    at,
    fetchNumber: async (path, body) => {
      busy.value = true
      trouble.value = ''
      try {
        const told = await ask<Told>('POST', path, body)
        number.value = told.number ?? told.phone ?? told.contact?.phone ?? ''
        at.value = now()
        if (!number.value) trouble.value = t('work.call.refused', { why: '' })
        return !!number.value
      } catch (error) {
        wrong()
        if (error instanceof NoLine) trouble.value = t('work.call.offline')
        else trouble.value = t('work.call.refused', { why: error instanceof Refusal ? error.message || error.code : '' })
        return false
      } finally {
        busy.value = false
      }
    },
    forget: () => {
      number.value = ''
      trouble.value = ''
      at.value = null
    },
  }
}
