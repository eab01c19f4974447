/** What the wall shows and how fresh it is: re-read on `wall`, every ten seconds, and after a break. */
import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import { ApiError } from '@/api/errors'
import { fetchLiveUrl, fetchTownMap, fetchWall, type WallData } from '@/api/wall'
import { connectLive, onLive } from '@/live/use'
import type { FeatureCollection } from 'geojson'

const EVERY = 10_000
const LEAST_GAP = 500
/** The answer may be two seconds old: what just changed is surely in one that is asked for later. */
const SURE = 2_200
export const STALE_AFTER = 25_000
const SAME = 10_000

/** How far the centre's clock is ahead of this machine's, ms; a few seconds are the age of the data. */
export function aheadOf(asOf: string, here: number): number {
  const gap = Date.parse(asOf) - here
  return Math.abs(gap) < SAME ? 0 : gap
}

export function useWall() {
  const data = shallowRef<WallData | null>(null)
  const shapes = shallowRef<FeatureCollection | null>(null)
  const problem = ref('')
  const readAt = ref(0)
  const now = ref(Date.now())
  let ahead = 0
  let reading = false
  let last = 0
  let told = 0
  let again: ReturnType<typeof setTimeout> | undefined
  let surely: ReturnType<typeof setTimeout> | undefined

  async function read(): Promise<void> {
    if (reading) return
    reading = true
    last = Date.now()
    try {
      data.value = await fetchWall()
      ahead = aheadOf(data.value.as_of, Date.now())
      now.value = readAt.value = Date.now() + ahead
      problem.value = ''
      if (!shapes.value) shapes.value = await fetchTownMap()
    } catch (error) {
      problem.value = error instanceof ApiError ? error.message : String(error)
    } finally {
      reading = false
    }
  }

  /** Something changed: read now, and once more when the answer cannot be an old one. */
  function soon(): void {
    clearTimeout(again)
    again = setTimeout(() => void read(), Math.max(0, LEAST_GAP - (Date.now() - last)))
    told = Date.now()
    surely ??= setTimeout(makeSure, SURE)
  }

  /** Under a steady stream of changes this reads every two seconds, and once after the last of them. */
  function makeSure(): void {
    const rest = told + SURE - Date.now()
    surely = rest > 0 ? setTimeout(makeSure, rest) : undefined
    void read()
  }

  const timer = setInterval(() => void read(), EVERY)
  const second = setInterval(() => (now.value = Date.now() + ahead), 1_000)
  onScopeDispose(() => {
    clearInterval(timer)
    clearInterval(second)
    clearTimeout(again)
    clearTimeout(surely)
  })

  const stale = computed(() => readAt.value > 0 && now.value - readAt.value > STALE_AFTER)

  /** First read, then the live line. Must be called while the component sets up. */
  async function start(scope: { run: <T>(action: () => T) => T | undefined }): Promise<void> {
    await read()
    try {
      connectLive(await fetchLiveUrl())
      scope.run(() => onLive('wall', soon))
    } catch {
      // Without the live line the ten-second read carries on alone.
    }
  }

  return { data, shapes, problem, readAt, now, stale, read, start }
}
