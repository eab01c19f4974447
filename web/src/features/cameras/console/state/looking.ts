/** Looking: the purpose is asked once, the pass renewed over the open line. */
import { onScopeDispose, ref, shallowRef } from 'vue'
import { askPass, type Pass } from '@/api/cameras'
import { VideoLine } from '@/live/video/line'
import { failed } from '@/ui/console/toast'

/** The gateway is told about a point that was not on its list; that takes a worker a moment. */
const FRESH_PAUSE = 3_000

export function useLooking(points: () => number[]) {
  const line = shallowRef<VideoLine | null>(null)
  const channels = ref<Record<number, string>>({})
  const purpose = ref('')
  const busy = ref(false)
  let first: Pass | null = null
  let over = false

  /** The first token is the one that came with the pass, every later one is a new pass. */
  async function token(): Promise<string> {
    const pass = first ?? (await askPass(points(), purpose.value))
    first = null
    return pass.token
  }

  async function start(wanted: string): Promise<boolean> {
    stop()
    busy.value = true
    purpose.value = wanted
    try {
      const pass = await askPass(points(), wanted)
      if (pass.fresh) await new Promise((go) => setTimeout(go, FRESH_PAUSE))
      if (over) return false
      first = pass
      channels.value = Object.fromEntries(pass.channels.map((one) => [one.point_id, one.channel]))
      line.value = new VideoLine({ url: pass.url, token })
      return true
    } catch (error) {
      failed(error)
      return false
    } finally {
      busy.value = false
    }
  }

  function stop(): void {
    line.value?.close()
    line.value = null
  }

  onScopeDispose(() => {
    over = true
    stop()
  })
  return { line, channels, purpose, busy, start, stop }
}
