/** How this person likes the phone: language and type size. */
import { reactive, watch } from 'vue'
import { setFieldLocale } from '@/kit/i18n/field'
import type { Locale } from '@/kit/i18n/locale'
import { keep, kept } from './storage'

export interface Tastes {
  locale: Locale
  big: boolean
}

export const tastes = reactive<Tastes>({ locale: 'zh', big: false, ...kept<Partial<Tastes>>('tastes', {}) })

function applyType(): void {
  document.documentElement.dataset.type = tastes.big ? 'big' : 'normal'
}

/** Applies what is kept and keeps what is changed. */
export async function settle(): Promise<void> {
  applyType()
  watch(tastes, async () => {
    keep('tastes', { ...tastes })
    applyType()
    await setFieldLocale(tastes.locale)
  })
  if (tastes.locale !== 'zh') await setFieldLocale(tastes.locale).catch(() => undefined)
}
