import type { RouteRecordRaw } from 'vue-router'
import type { FieldEntry } from '@/ui/field/feature'

export const routes: RouteRecordRaw[] = [
  { path: '/enrol', name: 'enrol', component: () => import('./EnrolPage.vue') },
  { path: '/outbox', name: 'outbox', component: () => import('./OutboxPage.vue') },
  { path: '/settings', name: 'settings', component: () => import('./SettingsPage.vue') },
]

export const entries: FieldEntry[] = []
