/** One event on a page: read, listen, move, join. */
import { ref, shallowRef } from 'vue'
import { ApiError } from '@/api/errors'
import { upload } from '@/api/files'
import { fetchEvent, fetchEventClock, fetchEventTimeline, fetchWords, moveEvent, type EventTimeline, type PatrolWords } from '@/api/patrol'
import { t } from '@/kit/i18n'
import { onLive } from '@/live/use'
import { useResource } from '@/ui/console/state/resource'
import { done, failed } from '@/ui/console/toast'
import { MOVES } from './moves'

export function useEvent(id: number) {
  const timeline = shallowRef<EventTimeline[]>([])
  const words = shallowRef<PatrolWords | null>(null)
  const busy = ref(false)
  const refused = shallowRef<ApiError | null>(null)
  const resource = useResource(async (signal) => {
    const page = await fetchEvent(id, signal)
    timeline.value = await fetchEventTimeline(id).catch(() => timeline.value)
    words.value ??= await fetchWords().catch(() => null)
    return page.data
  })
  onLive(`patrol.event:${id}`, () => void resource.reload())

  async function post(path: string, body: Record<string, unknown>, label: string): Promise<boolean> {
    if (busy.value) return false
    busy.value = true
    refused.value = null
    try {
      await moveEvent(id, path, body)
      done(t('ticket.moved', { label }))
      await resource.reload()
      return true
    } catch (error) {
      if (error instanceof ApiError) refused.value = error
      else failed(error)
      return false
    } finally {
      busy.value = false
    }
  }

  function move(name: string, label: string, body: Record<string, unknown>): Promise<boolean> {
    const form = MOVES[name]
    const filled = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== '' && value !== null))
    return form ? post(form.path, { ...filled, ...form.fixed }, label) : Promise.resolve(false)
  }

  async function join(into: number): Promise<void> {
    if (!(await post('join', { into_id: into }, t('patrol.joinInto'))) && refused.value) failed(refused.value)
  }

  async function attach(files: File[]): Promise<void> {
    try {
      for (const file of files) await upload(`patrol.event:${id}`, 'evidence', file)
      await resource.reload()
    } catch (error) {
      failed(error)
    }
  }

  return { ...resource, timeline, words, busy, refused, move, join, attach, story: (clockId: number) => fetchEventClock(id, clockId) }
}
