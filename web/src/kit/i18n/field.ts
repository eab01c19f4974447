/**
 * The phone's words, apart from the console's. A few lines instead of a library: on the phone every
 * kilobyte of the first load counts. Chinese comes with the program, English when it is chosen.
 */
import { shallowReactive, type App } from 'vue'
import { locale as current, type Locale } from './locale'
import { speakWith } from './speak'
import zh from './zh/field'

type Messages = { [key: string]: string | Messages }

const known = shallowReactive<Partial<Record<Locale, Messages>>>({ zh })

function find(messages: Messages | undefined, key: string): string | undefined {
  let at: string | Messages | undefined = messages
  for (const part of key.split('.')) {
    if (typeof at !== 'object') return undefined
    at = at[part]
  }
  return typeof at === 'string' ? at : undefined
}

/** The words of a key, `{names}` filled in; Chinese where English is missing, the key itself where both are. */
export function t(key: string, named?: Record<string, unknown>): string {
  const text = find(known[current.value], key) ?? find(known.zh, key) ?? key
  return named ? text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in named ? String(named[name]) : whole)) : text
}

speakWith(t)

/** Switches the language of the phone; English is fetched once and kept by the service worker. */
export async function setFieldLocale(locale: Locale): Promise<void> {
  if (locale === 'en') known.en ??= (await import('./en/field')).default
  current.value = locale
  document.documentElement.lang = locale === 'zh' ? 'zh-CN' : 'en'
}

/** `$t` in templates. */
export const fieldWords = {
  install(app: App): void {
    app.config.globalProperties.$t = t as App['config']['globalProperties']['$t']
  },
}
