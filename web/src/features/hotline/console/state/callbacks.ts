/** The call-back desk: the next person, three questions, three satisfactions. */
import { computed, ref, shallowRef, watch } from 'vue'
import { fetchCallbacks, moveTicket, revealCaller, type CallbackCard, type Revealed } from '@/api/hotline'
import type { ApiError } from '@/api/errors'
import { t } from '@/kit/i18n'
import { onLive } from '@/live/use'
import { asApiError, usePaged } from '@/ui/console/state/resource'
import { done, failed } from '@/ui/console/toast'

/** The queue with one card in hand; a finished card brings the next. */
export function useCallbacks() {
  const list = usePaged<CallbackCard>((cursor, signal) => fetchCallbacks(cursor, signal))
  const chosen = ref(0)
  const busy = ref(false)
  const refused = shallowRef<ApiError | null>(null)
  const revealed = shallowRef<Revealed | null>(null)
  const current = computed(() => list.items.value.find((c) => c.ticket.id === chosen.value) ?? list.items.value[0] ?? null)

  onLive('hotline.callback', () => void list.reload(), 800)
  void list.reload()
  watch(
    () => current.value?.ticket.id,
    () => {
      revealed.value = null
      refused.value = null
    },
  )

  async function record(body: Record<string, unknown>): Promise<void> {
    const card = current.value
    if (!card || busy.value) return
    busy.value = true
    refused.value = null
    try {
      await moveTicket(card.ticket.id, 'callback', body)
      done(t('callback.recorded', { no: card.ticket.no }))
      chosen.value = 0
      await list.reload()
    } catch (error) {
      refused.value = asApiError(error)
      if (refused.value.stale) await list.reload()
    } finally {
      busy.value = false
    }
  }

  async function reveal(purpose: string): Promise<boolean> {
    if (!current.value) return false
    try {
      revealed.value = await revealCaller(current.value.ticket.id, purpose)
      return true
    } catch (error) {
      failed(error)
      return false
    }
  }

  function next(): void {
    const place = list.items.value.findIndex((c) => c.ticket.id === current.value?.ticket.id)
    chosen.value = list.items.value[(place + 1) % Math.max(1, list.items.value.length)]?.ticket.id ?? 0
  }

  return { list, chosen, current, busy, refused, revealed, record, reveal, next }
}
