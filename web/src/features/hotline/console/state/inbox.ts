/** What my unit has to do, what is late first. */
import { computed, ref } from 'vue'
import { fetchInbox, moveTicket, type InboxRow } from '@/api/hotline'
import { t } from '@/kit/i18n'
import { onLive } from '@/live/use'
import { usePaged } from '@/ui/console/state/resource'
import { useSession } from '@/ui/console/state/session'
import { done, failed } from '@/ui/console/toast'

export type Tab = 'all' | 'sign' | 'work' | 'late'

/** The inbox and its one-click verb. */
export function useInbox(tab: () => Tab) {
  const session = useSession()
  const list = usePaged<InboxRow>((cursor, signal) => fetchInbox(cursor, signal))
  const busy = ref(0)
  const agency = session.me?.post.agency?.id
  onLive(agency ? `hotline.unit:${agency}` : 'hotline.board', () => void list.reload(), 800)
  void list.reload()

  const late = computed(() => list.items.value.filter((r) => (r.unit_remaining_minutes ?? 1) < 0))
  const toSign = computed(() => list.items.value.filter((r) => r.ticket.status === 'awaiting_sign'))
  const rows = computed(() => {
    if (tab() === 'late') return late.value
    if (tab() === 'sign') return toSign.value
    if (tab() === 'work') return list.items.value.filter((r) => r.ticket.status !== 'awaiting_sign')
    return list.items.value
  })

  async function sign(row: InboxRow): Promise<void> {
    if (busy.value) return
    busy.value = row.ticket.id
    try {
      await moveTicket(row.ticket.id, 'sign', {})
      done(t('inbox.signed', { no: row.ticket.no }))
      await list.reload()
    } catch (error) {
      failed(error)
    } finally {
      busy.value = 0
    }
  }

  return { list, rows, late, toSign, busy, sign }
}
