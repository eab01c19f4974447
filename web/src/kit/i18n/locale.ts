/** The language in use, known to every surface without any surface's messages. */
import { ref } from 'vue'

export type Locale = 'zh' | 'en'

export const locale = ref<Locale>('zh')

/** The language in use. */
export function currentLocale(): Locale {
  return locale.value
}
