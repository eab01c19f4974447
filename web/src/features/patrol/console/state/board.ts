/** The board of open events: lanes of the closed loop, live. */
import { computed, watch } from 'vue'
import { fetchPatrolBoard, listEvents, type EventRow } from '@/api/patrol'
import type { Query } from '@/api/client'
import { onLive } from '@/live/use'
import { usePaged, useResource } from '@/ui/console/state/resource'

export const LANES = {
  case: ['collected', 'established'],
  decide: ['return_requested'],
  unit: ['awaiting_sign', 'in_progress'],
  check: ['fed_back', 'self_handled'],
  close: ['verified'],
  ended: ['closed', 'rated', 'joined', 'voided'],
} as const
export type Lane = keyof typeof LANES

/** Board and list of a lane under the filters of the address. */
export function useEventBoard(lane: () => Lane, filters: () => Query) {
  const board = useResource((signal) => fetchPatrolBoard(signal))
  const list = usePaged<EventRow>((cursor, signal) => listEvents({ ...filters(), status: LANES[lane()].join(','), cursor, limit: 50 }, signal))
  watch([lane, filters], () => void list.reload(), { immediate: true })
  onLive(
    'patrol.board',
    () => {
      void board.reload()
      if (list.items.value.length <= 50) void list.reload()
    },
    800,
  )
  const counts = computed(
    () =>
      Object.fromEntries(
        Object.entries(LANES).map(([name, states]) => {
          const columns = (board.data.value ?? []).filter((c) => (states as readonly string[]).includes(c.status))
          return [name, columns.reduce((sum, c) => sum + c.count, 0)]
        }),
      ) as Record<Lane, number>,
  )
  const late = computed(() => (board.data.value ?? []).reduce((sum, c) => sum + c.late, 0))
  return { board, list, counts, late }
}
