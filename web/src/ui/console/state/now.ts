/** A clock that ticks for whatever shows time left. */
import { onScopeDispose, ref, type Ref } from 'vue'

const now = ref(Date.now())
let users = 0
let timer: ReturnType<typeof setInterval> | undefined

/** Whole seconds since an instant, renewed every second; null while there is none. */
export function useSeconds(since: Ref<number | null>): Ref<number | null> {
  const seconds = ref<number | null>(null)
  const tick = setInterval(() => {
    seconds.value = since.value === null ? null : Math.max(0, Math.round((Date.now() - since.value) / 1000))
  }, 1000)
  onScopeDispose(() => clearInterval(tick))
  return seconds
}

/** The present instant in ms, renewed every ten seconds. */
export function useNow(): Ref<number> {
  if (users === 0) {
    now.value = Date.now()
    timer = setInterval(() => (now.value = Date.now()), 10_000)
  }
  users += 1
  onScopeDispose(() => {
    users -= 1
    if (users === 0) clearInterval(timer)
  })
  return now
}
