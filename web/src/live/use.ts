/** The page's one live line, for components. */
import { onScopeDispose, ref, type Ref } from 'vue'
import { LiveLine, type LineState, type LiveEvent } from './client'

let line: LiveLine | null = null

/** Opens the line once the session told its address. */
export function connectLive(url: string): void {
  line ??= new LiveLine(url)
}

/** Re-reads when a topic changes; several events within `gap` ms make one call. */
export function onLive(topic: string, action: (event: LiveEvent) => void, gap = 250): void {
  if (!line) return
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = line.listen(topic, (event) => {
    clearTimeout(timer)
    timer = setTimeout(() => action(event), gap)
  })
  onScopeDispose(() => {
    clearTimeout(timer)
    stop()
  })
}

/** The state of the line, for the band that tells it. */
export function useLineState(): Ref<LineState> {
  const state = ref<LineState>('idle')
  const stop = line?.watch((now) => (state.value = now))
  onScopeDispose(() => stop?.())
  return state
}

/** Whether the machine has a network at all. */
export function useOnline(): Ref<boolean> {
  const online = ref(navigator.onLine)
  const look = () => (online.value = navigator.onLine)
  window.addEventListener('online', look)
  window.addEventListener('offline', look)
  onScopeDispose(() => {
    window.removeEventListener('online', look)
    window.removeEventListener('offline', look)
  })
  return online
}
