import type { RouteRecordRaw } from 'vue-router'
import type { FieldEntry, FieldTodo } from '@/ui/field/feature'
import type { PhoneTicket } from './tickets'

export const routes: RouteRecordRaw[] = [
  { path: '/tickets', name: 'tickets', component: () => import('./TicketsPage.vue') },
  { path: '/tickets/:id(\\d+)', name: 'ticket', component: () => import('./TicketPage.vue') },
]

export const entries: FieldEntry[] = [{ name: 'home.tickets', to: '/tickets', icon: 'ticket', roles: ['grid_worker'], rank: 70 }]

export const todos: FieldTodo<PhoneTicket>[] = [
  {
    name: 'home.tickets',
    icon: 'ticket',
    kind: 'hotline.ticket',
    open: () => true,
    item: (ticket) => ({
      title: ticket.title,
      detail: `${ticket.status_label} · ${ticket.address}`,
      to: `/tickets/${ticket.id}`,
      due: ticket.due_at,
      urgent: ticket.urgency !== 'normal',
    }),
  },
]
