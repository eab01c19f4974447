import type { RouteRecordRaw } from 'vue-router'
import type { FieldEntry } from '@/ui/field/feature'

export const routes: RouteRecordRaw[] = [
  { path: '/grid', name: 'grid', component: () => import('./GridPage.vue') },
  { path: '/grid/map', name: 'grid-map', component: () => import('./GridMapPage.vue') },
]

export const entries: FieldEntry[] = []
