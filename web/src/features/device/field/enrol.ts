/** Enrolment: the code from the picture or typed, and what to say when it does not work. */
import { ref, type Ref } from 'vue'
import { t } from '@/kit/i18n/field'
import { NoLine, Refusal, useDevice } from '@/offline/use'
import { done, wrong } from '@/ui/field/feedback'

/** The code in an address `#enrol=CODE`. */
export function codeOf(hash: string): string {
  return new URLSearchParams(hash.replace(/^#/, '')).get('enrol') ?? ''
}

/** A name by which the administrator knows this phone again. */
export function phoneName(agent: string): string {
  const model = /\(Linux; Android [\d.]+; ([^;)]+)/.exec(agent)?.[1] ?? /\((iPhone|iPad)/.exec(agent)?.[1] ?? ''
  return t('device.enrol.nameOf', { model: model.replace(/ Build.*/, '').trim().slice(0, 40) }).trim()
}

export interface Enrolling {
  busy: Ref<boolean>
  trouble: Ref<string>
  go(code: string, name: string): Promise<boolean>
}

export function useEnrolling(): Enrolling {
  const { enrol } = useDevice()
  const busy = ref(false)
  const trouble = ref('')
  return {
    busy,
    trouble,
    go: async (code, name) => {
      busy.value = true
      trouble.value = ''
      try {
        await enrol(code.trim(), name.trim())
        done()
        return true
      } catch (error) {
        wrong()
        if (error instanceof NoLine) trouble.value = t('device.enrol.offline')
        else if (error instanceof Refusal && error.message) trouble.value = error.message
        else trouble.value = t('device.enrol.failed')
        return false
      } finally {
        busy.value = false
      }
    },
  }
}
