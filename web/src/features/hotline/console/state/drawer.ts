/** Which ticket is open over the list: it stands in the address, so "back" closes it. */
import { computed, ref } from 'vue'
import { useRoute, useRouter } from 'vue-router'

/** The drawer of a list page. */
export function useTicketDrawer() {
  const route = useRoute()
  const router = useRouter()
  const known = ref('')
  const id = computed(() => Number(route.query.ticket) || 0)

  function open(ticket: { id: number; no?: string }): void {
    known.value = ticket.no ?? ''
    void router.push({ query: { ...route.query, ticket: String(ticket.id) } })
  }

  function close(): void {
    const { ticket: _closed, ...rest } = route.query
    void router.replace({ query: rest })
  }

  return { id, no: known, open, close }
}
