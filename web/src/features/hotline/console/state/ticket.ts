/** One ticket on a page or in a drawer: read, listen, move. */
import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import {
  fetchClock,
  fetchTicket,
  fetchTimeline,
  moveTicket,
  revealCaller,
  type ClockStory,
  type Revealed,
  type TicketPage,
  type TimelineEntry,
} from '@/api/hotline'
import { upload } from '@/api/files'
import { ApiError } from '@/api/errors'
import { onLive } from '@/live/use'
import { t } from '@/kit/i18n'
import { useResource, type Resource } from '@/ui/console/state/resource'
import { done, failed, tell } from '@/ui/console/toast'
import { MOVES } from './moves'

export interface TicketUse extends Resource<TicketPage> {
  timeline: ShallowRef<TimelineEntry[]>
  busy: Ref<boolean>
  refused: ShallowRef<ApiError | null>
  /** Does a move; `true` when it was done. */
  move: (name: string, label: string, body: Record<string, unknown>, files?: File[]) => Promise<boolean>
  revealed: ShallowRef<Revealed | null>
  reveal: (purpose: string) => Promise<boolean>
  story: (clockId: number) => Promise<ClockStory>
}

/** Everything a ticket view needs; `changed` is called after a move. */
export function useTicket(id: number, changed: () => void = () => undefined): TicketUse {
  const timeline = shallowRef<TimelineEntry[]>([])
  const busy = ref(false)
  const refused = shallowRef<ApiError | null>(null)
  const revealed = shallowRef<Revealed | null>(null)
  let etag = ''

  const resource = useResource(async (signal) => {
    const page = await fetchTicket(id, signal)
    etag = page.etag
    timeline.value = await fetchTimeline(id).catch(() => timeline.value)
    return page.data
  })
  onLive(`hotline.ticket:${id}`, () => void resource.reload())

  async function move(name: string, label: string, body: Record<string, unknown>, files: File[] = []): Promise<boolean> {
    const form = MOVES[name]
    if (!form || busy.value) return false
    busy.value = true
    refused.value = null
    try {
      for (const file of files) await upload(`hotline.ticket:${id}`, 'reply', file)
      await moveTicket(id, form.path, { ...body, ...form.fixed }, etag)
      done(t('ticket.moved', { label }))
      await resource.reload()
      changed()
      return true
    } catch (error) {
      refused.value = error instanceof ApiError ? error : null
      if (error instanceof ApiError && error.stale) {
        tell(t('state.stale'))
        await resource.reload()
      } else if (!(error instanceof ApiError)) failed(error)
      return false
    } finally {
      busy.value = false
    }
  }

  async function reveal(purpose: string): Promise<boolean> {
    busy.value = true
    try {
      revealed.value = await revealCaller(id, purpose)
      return true
    } catch (error) {
      failed(error)
      return false
    } finally {
      busy.value = false
    }
  }

  return {
    ...resource,
    timeline,
    busy,
    refused,
    move,
    revealed,
    reveal,
    story: (clockId) => fetchClock(id, clockId),
  }
}
