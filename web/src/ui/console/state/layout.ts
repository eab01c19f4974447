/** Tastes of the user: density and language, kept in the browser. */
import { defineStore } from 'pinia'
import { ref, watch } from 'vue'
import { setLocale, type Locale } from '@/kit/i18n'
import { keep, kept } from '@/offline/storage'

export type Density = 'normal' | 'compact'

export const useLayout = defineStore('layout', () => {
  const density = ref<Density>(kept<Density>('density', 'normal'))
  const locale = ref<Locale>(kept<Locale>('locale', 'zh'))
  const sound = ref(kept('sound', true))
  const railOpen = ref(kept('rail', true))

  watch(
    density,
    (now) => {
      document.documentElement.dataset.density = now
      keep('density', now)
    },
    { immediate: true },
  )
  watch(
    locale,
    (now) => {
      setLocale(now)
      keep('locale', now)
    },
    { immediate: true },
  )
  watch(sound, (now) => keep('sound', now))
  watch(railOpen, (now) => keep('rail', now))

  return { density, locale, sound, railOpen }
})
