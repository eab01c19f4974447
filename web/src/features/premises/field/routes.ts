import type { RouteRecordRaw } from 'vue-router'
import type { FieldAction, FieldEdits, FieldEntry } from '@/ui/field/feature'
import type { Enterprise } from './enterprise'

export const routes: RouteRecordRaw[] = [
  { path: '/premises', name: 'premises-mine', component: () => import('./MinePage.vue') },
  { path: '/premises/new', name: 'premises-new', component: () => import('./NewPage.vue') },
  { path: '/premises/:id(\\d+)/correct', name: 'premises-correct', component: () => import('./CorrectPage.vue') },
]

export const entries: FieldEntry[] = [
  { name: 'premises.entry', to: '/premises', icon: 'building', roles: ['liaison'], rank: 10 },
  { name: 'premises.newEntry', to: '/premises/new', icon: 'plus', roles: ['grid_worker'], rank: 60 },
]

export const actions: FieldAction<Enterprise>[] = [
  { on: 'premises.enterprise', name: 'premises.correct', icon: 'pen', roles: ['grid_worker', 'liaison'], to: (r) => `/premises/${r.id}/correct` },
]

/** A refused one is opened again with what was typed, as far as this phone may still read it. */
export const edits: FieldEdits = {
  'premises.report_new': (entry) => `/premises/new?from=${entry.id}`,
  'premises.correct_premises': (entry) => `/premises/${(entry.body as { id?: number } | undefined)?.id ?? 0}/correct?from=${entry.id}`,
}
