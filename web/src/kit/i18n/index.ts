/** Chinese first, English complete. Messages are interpreted, never compiled with eval. */
import { createI18n } from 'vue-i18n'
import en from './en'
import { currentLocale, locale as current, type Locale } from './locale'
import { speakWith } from './speak'
import zh from './zh'

export { currentLocale, type Locale }
export type Messages = typeof zh

export const i18n = createI18n({
  legacy: false,
  locale: 'zh',
  fallbackLocale: 'zh',
  messages: { zh, en },
  missingWarn: false,
  fallbackWarn: false,
})

/** The translation function outside components. */
export const t = i18n.global.t as (key: string, named?: Record<string, unknown>) => string
speakWith(t)

/** Switches the language of the whole page. */
export function setLocale(locale: Locale): void {
  current.value = locale
  i18n.global.locale.value = locale
  document.documentElement.lang = locale === 'zh' ? 'zh-CN' : 'en'
}
