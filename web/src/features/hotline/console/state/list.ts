/** A list of tickets that follows its filters and the live line. */
import { watch } from 'vue'
import { listTickets, type TicketRow } from '@/api/hotline'
import type { Query } from '@/api/client'
import { onLive } from '@/live/use'
import { usePaged, type Paged } from '@/ui/console/state/resource'

/** Reads at once, whenever `query` changes, and when `topic` says that something changed. */
export function useTicketList(query: () => Query, topic = 'hotline.board'): Paged<TicketRow> {
  const list = usePaged<TicketRow>((cursor, signal) => listTickets({ ...query(), cursor, limit: 50 }, signal))
  watch(() => JSON.stringify(query()), () => void list.reload(), { immediate: true })
  if (topic) onLive(topic, () => void (list.items.value.length <= 50 && list.reload()), 800)
  return list
}
