import type { RouteRecordRaw } from 'vue-router'
import type { FieldAction, FieldEdits, FieldEntry } from '@/ui/field/feature'

export const routes: RouteRecordRaw[] = [
  { path: '/arrivals/new', name: 'arrival', component: () => import('./ArrivalPage.vue') },
  { path: '/people/:id(\\d+)/correct', name: 'correct', component: () => import('./CorrectPage.vue') },
]

const ROLES = ['grid_worker', 'area_admin']

export const entries: FieldEntry[] = [{ name: 'residents.arrival', to: '/arrivals/new', icon: 'pen', roles: ROLES, rank: 15 }]

export const actions: FieldAction<{ id: number }>[] = [
  { on: 'residents.person', name: 'residents.correct', icon: 'pen', to: (person) => `/people/${person.id}/correct`, roles: ROLES },
]

export const edits: FieldEdits = {
  'residents.register_arrival': (entry) => `/arrivals/new?instead=${entry.id}`,
  'residents.correct_person': (entry) => `/people/${entry.touches[0]?.id ?? 0}/correct?instead=${entry.id}`,
}
