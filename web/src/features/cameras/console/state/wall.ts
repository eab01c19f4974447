/** The wall: the selected points in pages, rotation, one in focus. */
import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import { listPoints, type PointRow } from '@/api/cameras'
import { asApiError } from '@/ui/console/state/resource'
import type { ApiError } from '@/api/errors'
import { useLooking } from './looking'

export const LAYOUTS = [1, 4, 9, 16] as const
const MOST = 400

export function useWall() {
  const points = shallowRef<PointRow[]>([])
  const error = shallowRef<ApiError | null>(null)
  const loading = ref(true)
  const layout = ref<number>(9)
  const page = ref(0)
  const focus = ref<number | null>(null)
  const rotating = ref(false)
  const every = ref(20)
  const looking = useLooking(() => points.value.map((one) => one.id))

  async function reload(): Promise<void> {
    loading.value = true
    const found: PointRow[] = []
    try {
      let cursor = ''
      do {
        const part = await listPoints({ selected: true, limit: 200, cursor })
        found.push(...part.items.filter((one) => one.protocol && one.status !== 'retired'))
        cursor = part.next_cursor ?? ''
      } while (cursor && found.length < MOST)
      points.value = found.slice(0, MOST)
      error.value = null
    } catch (caught) {
      error.value = asApiError(caught)
    } finally {
      loading.value = false
    }
  }

  const pages = computed(() => Math.max(1, Math.ceil(points.value.length / layout.value)))
  const shown = computed(() => {
    if (focus.value !== null) return points.value.filter((one) => one.id === focus.value)
    return points.value.slice(page.value * layout.value, (page.value + 1) * layout.value)
  })
  const turn = (step: number) => (page.value = (page.value + step + pages.value) % pages.value)

  watch(layout, (now, before) => {
    page.value = Math.floor((page.value * before) / now)
    focus.value = null
  })
  let timer: ReturnType<typeof setInterval> | undefined
  watch([rotating, every, focus], () => {
    clearInterval(timer)
    if (rotating.value && focus.value === null) timer = setInterval(() => turn(1), every.value * 1000)
  })
  onScopeDispose(() => clearInterval(timer))
  void reload()
  return { points, error, loading, reload, layout, page, pages, shown, turn, focus, rotating, every, looking }
}
