/** Search over everything; a person's number goes by POST and never into an address. */
import { ref, watch } from 'vue'
import { searchPrivately, listTickets, type TicketRow } from '@/api/hotline'
import type { Query } from '@/api/client'
import { addDays } from '@/kit/time'
import { usePaged } from '@/ui/console/state/resource'
import { useTopics } from './reference'

type Wanted = Record<string, string>

/** Midnight in China at the start of a day. */
const midnight = (day: string) => `${day}T00:00:00+08:00`

/** The API's filter from the address's words; the period's last day is included. */
export function queryOf(filters: Wanted): Query {
  return {
    ...filters,
    open: filters.open ? true : undefined,
    late: filters.late ? true : undefined,
    mine: filters.mine ? true : undefined,
    since: filters.since ? midnight(filters.since) : undefined,
    until: filters.until ? midnight(addDays(filters.until, 1)) : undefined,
  }
}

/** The same for the body of a private search, which knows no empty values. */
function bodyOf(filters: Wanted): Query {
  const { town, agency, status, ...rest } = queryOf(filters)
  const body: Query = { ...rest, town: Number(town) || undefined, agency: Number(agency) || undefined }
  return { ...body, status: status ? [String(status)] : undefined }
}

const asked = ref('')

/** Hands a number to the search page, past the address. */
export function askNumber(text: string): void {
  asked.value = text
}

/** The list of the search page. */
export function useTicketSearch(filters: () => Wanted) {
  const byNumber = ref(false)
  let number = ''
  const list = usePaged<TicketRow>((cursor, signal) =>
    byNumber.value
      ? searchPrivately({ ...bodyOf(filters()), q: number, cursor: cursor || undefined, limit: 50 })
      : listTickets({ ...queryOf(filters()), cursor, limit: 50 }, signal),
  )

  async function searchNumber(text: string): Promise<void> {
    number = text
    byNumber.value = true
    await list.reload()
  }

  watch(() => JSON.stringify(filters()), () => void list.reload())
  watch(
    asked,
    (text) => {
      if (!text) return
      asked.value = ''
      void searchNumber(text)
    },
    { immediate: true },
  )
  if (!byNumber.value) void list.reload()
  return { list, byNumber, searchNumber, topics: useTopics() }
}
