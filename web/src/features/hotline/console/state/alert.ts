/** Loud when something urgent waits or waits too long: banner, tones, title. */
import { computed, onScopeDispose, ref, watch } from 'vue'
import { fetchBoard, type Board } from '@/api/hotline'
import { t } from '@/kit/i18n'
import { onLive } from '@/live/use'
import { keep, kept } from '@/offline/storage'
import { flashTitle, ring } from '@/ui/console/sound'
import { useResource } from '@/ui/console/state/resource'
import { useLayout } from '@/ui/console/state/layout'

const WAITING = ['received', 'needs_detail', 'awaiting_dispatch', 'return_requested', 'extension_requested']
const EVERY = 60_000
const REMEMBERED = 15 * 60_000

export interface Loud {
  urgent: number
  over2h: number
}

/** What is worth being loud about: urgent tickets that nobody has taken yet, and old waiting ones. */
export function loudness(board: Board | null): Loud {
  const waiting = board?.columns.filter((c) => WAITING.includes(c.status) || c.status === 'awaiting_sign') ?? []
  return { urgent: waiting.reduce((sum, c) => sum + c.urgent, 0), over2h: board?.pending_over_2h ?? 0 }
}

/** The alert of the shell; quiet until something gets worse than what was acknowledged. */
export function useUrgentAlert() {
  const layout = useLayout()
  const board = useResource((signal) => fetchBoard(signal))
  onLive('hotline.board', () => void board.reload(), 1500)
  const timer = setInterval(() => void board.reload(), EVERY)
  const known = ref<Loud>(kept<Loud>('alert', { urgent: 0, over2h: 0 }, REMEMBERED))
  const now = computed(() => loudness(board.data.value))
  const shown = computed(() => now.value.urgent > known.value.urgent || now.value.over2h > known.value.over2h)
  let unflash: (() => void) | null = null

  function hush(): void {
    unflash?.()
    unflash = null
  }

  watch(now, (fresh, before) => {
    if (!board.data.value) return
    known.value = { urgent: Math.min(known.value.urgent, fresh.urgent), over2h: Math.min(known.value.over2h, fresh.over2h) }
    if (!shown.value) return hush()
    const worse = !before || fresh.urgent > before.urgent || fresh.over2h > before.over2h
    if (!worse) return
    if (layout.sound) ring(fresh.urgent > 0 ? 3 : 1)
    hush()
    unflash = flashTitle(fresh.urgent ? t('alert.urgent', { n: fresh.urgent }) : t('alert.over2h', { n: fresh.over2h }))
  })

  function acknowledge(): void {
    known.value = { ...now.value }
    keep('alert', known.value)
    hush()
  }

  onScopeDispose(() => {
    clearInterval(timer)
    hush()
  })
  return { now, shown, acknowledge }
}
