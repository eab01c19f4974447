import type { RouteRecordRaw } from 'vue-router'
import type { FieldEntry } from '@/ui/field/feature'

export const routes: RouteRecordRaw[] = [
  { path: '/forms', name: 'forms', component: () => import('./FormsPage.vue') },
  { path: '/forms/:id(\\d+)', name: 'forms.fill', component: () => import('./FillPage.vue') },
]

export const entries: FieldEntry[] = [{ name: 'forms.entry', to: '/forms', icon: 'form', roles: [], rank: 40 }]
