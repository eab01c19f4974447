/** The dispatcher's board: what waits for him, with a proposed unit; decisions on returns and extensions. */
import { computed, ref, shallowRef, watch } from 'vue'
import {
  fetchBoard,
  fetchSuggestions,
  fetchTicket,
  listTickets,
  moveTicket,
  type ProposedUnit,
  type RequestView,
  type TicketRow,
} from '@/api/hotline'
import { t } from '@/kit/i18n'
import { onLive } from '@/live/use'
import { usePaged, useResource } from '@/ui/console/state/resource'
import { done, failed } from '@/ui/console/toast'

export const LANES = {
  dispatch: ['awaiting_dispatch'],
  decide: ['return_requested', 'extension_requested'],
  detail: ['needs_detail', 'received'],
  units: ['awaiting_sign', 'in_progress', 'suspended'],
} as const
export type Lane = keyof typeof LANES

/** Returned ones first, then urgent, then the longest waiting: what must be done next stands on top. */
export function byNeed(a: TicketRow, b: TicketRow): number {
  const weight = (row: TicketRow) => (row.returns ? 4 : 0) + (row.urgency === 'critical' ? 3 : row.urgency === 'urgent' ? 2 : 0)
  return weight(b) - weight(a) || a.received_at.localeCompare(b.received_at)
}

/** Why it came back, by whom: the last return, or the request that waits. */
export interface Backstory {
  last: RequestView | null
  unit: string
}

/** All the board's state and verbs. */
export function useBoard(lane: () => Lane) {
  const board = useResource((signal) => fetchBoard(signal))
  const list = usePaged<TicketRow>((cursor, signal) => listTickets({ status: LANES[lane()].join(','), cursor, limit: 100 }, signal))
  const rows = computed(() => [...list.items.value].sort(byNeed))
  const proposals = ref(new Map<number, ProposedUnit[]>())
  const stories = ref(new Map<number, Backstory>())
  const busy = shallowRef(new Set<number>())

  watch(lane, () => void list.reload(), { immediate: true })
  onLive('hotline.board', () => {
    void board.reload()
    if (list.items.value.length <= 100) void list.reload()
  }, 800)

  watch(rows, (now) => void enrich(now.slice(0, 30)))

  // What was looked up holds for one version of a ticket: a corrected place changes the proposal.
  const versions = new Map<number, number>()

  async function enrich(shown: readonly TicketRow[]): Promise<void> {
    for (const row of shown) {
      if (versions.get(row.id) !== row.version) {
        proposals.value.delete(row.id)
        stories.value.delete(row.id)
        versions.set(row.id, row.version)
      }
      if (row.status === 'awaiting_dispatch' && !proposals.value.has(row.id)) {
        proposals.value.set(row.id, await fetchSuggestions(row.id).catch(() => []))
      }
      if ((row.returns || row.status.endsWith('_requested')) && !stories.value.has(row.id)) {
        const page = await fetchTicket(row.id).catch(() => null)
        if (page) stories.value.set(row.id, { last: page.data.requests.at(-1) ?? null, unit: page.data.requests.at(-1)?.applicant_label ?? '' })
      }
    }
  }

  async function act(row: TicketRow, path: string, body: Record<string, unknown>, words: string): Promise<boolean> {
    if (busy.value.has(row.id)) return false
    busy.value = new Set([...busy.value, row.id])
    try {
      await moveTicket(row.id, path, body)
      done(words)
      proposals.value.delete(row.id)
      stories.value.delete(row.id)
      await Promise.all([list.reload(), board.reload()])
      return true
    } catch (error) {
      failed(error)
      await list.reload()
      return false
    } finally {
      busy.value = new Set([...busy.value].filter((id) => id !== row.id))
    }
  }

  const dispatchTo = (row: TicketRow, unit: { agency_id: number; agency: string }) =>
    act(row, 'dispatch', { agency_id: unit.agency_id, co_agency_ids: [], note: '' }, t('board.dispatched', { unit: unit.agency }))
  const ask = (row: TicketRow, text: string) => act(row, 'ask-detail', { text }, t('board.asked'))
  const decide = (row: TicketRow, approved: boolean, text: string) =>
    act(
      row,
      row.status === 'return_requested' ? 'decide-return' : 'decide-extension',
      { approved, text },
      approved ? t('board.approved') : t('board.rejected'),
    )

  return { board, list, rows, proposals, stories, busy, dispatchTo, ask, decide }
}
