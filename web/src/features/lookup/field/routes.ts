import type { RouteRecordRaw } from 'vue-router'
import type { FieldEntry } from '@/ui/field/feature'

export const routes: RouteRecordRaw[] = [
  { path: '/find', name: 'find', component: () => import('./FindPage.vue') },
  { path: '/people/:id(\\d+)', name: 'person', component: () => import('./PersonPage.vue') },
  { path: '/households/:id(\\d+)', name: 'household', component: () => import('./HouseholdPage.vue') },
  { path: '/premises/:id(\\d+)', name: 'premises', component: () => import('./PremisesPage.vue') },
]

export const entries: FieldEntry[] = []
