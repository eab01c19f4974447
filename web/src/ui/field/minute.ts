/** The present as screens need it: moves once a minute, in the server's time. */
import { onScopeDispose, ref, type Ref } from 'vue'
import { useDevice } from '@/offline/use'

export function minuteNow(): Ref<number> {
  const { now } = useDevice()
  const at = ref(now().getTime())
  const timer = setInterval(() => (at.value = now().getTime()), 30_000)
  onScopeDispose(() => clearInterval(timer))
  return at
}
