/** Drafts save themselves; leaving asks; a refusal keeps what was typed. */
import { computed, onScopeDispose, reactive, toRaw, watch } from 'vue'
import { onBeforeRouteLeave } from 'vue-router'
import { t } from '@/kit/i18n'
import { forget, keep, kept } from '@/offline/storage'

const DAY = 24 * 60 * 60 * 1000

export interface Draft<T extends object> {
  form: T
  dirty: () => boolean
  /** Back to the empty form, nothing kept. */
  reset: () => void
  restored: boolean
}

/** A form kept under `name` for a day. `without` names fields that are never stored (personal data). */
export function useDraft<T extends object>(name: string, empty: () => T, without: readonly (keyof T)[] = []): Draft<T> {
  const key = `draft:${name}`
  const before = kept<Partial<T> | null>(key, null, DAY)
  const form = reactive({ ...empty(), ...(before ?? {}) }) as T
  const blank = () => JSON.stringify(empty())
  const isDirty = computed(() => JSON.stringify(form) !== blank())
  let timer: ReturnType<typeof setTimeout> | undefined

  function store(): void {
    if (!isDirty.value) return forget(key)
    const copy = { ...toRaw(form) }
    for (const field of without) delete copy[field]
    keep(key, copy)
  }

  watch(form, () => {
    clearTimeout(timer)
    timer = setTimeout(store, 400)
  })
  onScopeDispose(() => {
    clearTimeout(timer)
    store()
  })

  return {
    form,
    dirty: () => isDirty.value,
    reset: () => {
      clearTimeout(timer)
      Object.assign(form, empty())
      forget(key)
    },
    restored: before !== null,
  }
}

/** Asks before the page is left with something typed. */
export function useLeaveGuard(dirty: () => boolean): void {
  const asks = (event: BeforeUnloadEvent) => {
    if (dirty()) event.preventDefault()
  }
  window.addEventListener('beforeunload', asks)
  onScopeDispose(() => window.removeEventListener('beforeunload', asks))
  onBeforeRouteLeave(() => !dirty() || window.confirm(t('state.leaveAsk')))
}
