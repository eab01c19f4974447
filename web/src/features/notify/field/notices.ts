/** Notices on the phone: read here is told to the server as a receipt. */
import { t } from '@/kit/i18n/field'
import { useSend } from '@/offline/use'

export interface Notice {
  id: number
  kind: string
  subject: string
  title: string
  text: string
  urgent: boolean
  created_at: string
  read: boolean
}

/** Urgent unread first, then unread, newest first. */
export function noticeOrder(a: Notice, b: Notice): number {
  const rank = (n: Notice) => (n.read ? 2 : n.urgent ? 0 : 1)
  return rank(a) - rank(b) || b.created_at.localeCompare(a.created_at)
}

/** The page of what the notice is about, where this phone has one. */
export function subjectPage(subject: string): string {
  const [kind, id] = subject.split(':')
  return kind === 'hotline.ticket' && id ? `/tickets/${id}` : ''
}

/** Sends the receipt once. */
export function useReceipt(): (notice: Notice) => Promise<void> {
  const send = useSend()
  const asked = new Set<number>()
  return async (notice) => {
    if (notice.read || asked.has(notice.id)) return
    asked.add(notice.id)
    const touches = [{ kind: 'notify.notice', id: notice.id, patch: { read: true } }]
    await send('notify.read_notice', { id: notice.id }, { title: t('work.notice.receipt', { title: notice.title }), touches })
  }
}
