/** Messages: the bell and its list. */
import { ref } from 'vue'
import { fetchMessages, fetchUnread, markRead, type Message } from '@/api/notify'
import { onLive } from '@/live/use'
import { ring } from '@/ui/console/sound'
import { useLayout } from '@/ui/console/state/layout'
import { usePaged, useResource } from '@/ui/console/state/resource'
import { useSession } from '@/ui/console/state/session'

/** Where a message leads: its subject's page. */
export function placeOf(subject: string): string | null {
  const [kind, id] = subject.split(':')
  return kind === 'hotline.ticket' && id ? `/tickets/${id}` : null
}

/** Unread count, the list, reading. */
export function useMessages() {
  const session = useSession()
  const layout = useLayout()
  const unread = useResource(() => fetchUnread())
  const list = usePaged<Message>((cursor) => fetchMessages(cursor))
  const open = ref(false)

  async function changed(): Promise<void> {
    const before = unread.data.value?.urgent ?? 0
    await unread.reload()
    if ((unread.data.value?.urgent ?? 0) > before && layout.sound) ring(2)
    if (open.value) await list.reload()
  }

  const post = session.me?.post
  if (post) onLive(`notify.post:${post.id}`, () => void changed(), 500)
  if (post?.agency) onLive(`notify.agency:${post.agency.id}`, () => void changed(), 500)

  async function read(message: Message): Promise<void> {
    if (!message.read) await markRead([message.id]).catch(() => undefined)
    await unread.reload()
  }

  async function readAll(): Promise<void> {
    await markRead([]).catch(() => undefined)
    await Promise.all([unread.reload(), list.reload()])
  }

  return { unread: unread.data, list, open, read, readAll }
}
