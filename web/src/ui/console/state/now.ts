/** A clock that ticks for whatever shows time left. */
import { onScopeDispose, ref, type Ref } from 'vue'

const now = ref(Date.now())
let users = 0
let timer: ReturnType<typeof setInterval> | undefined

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
