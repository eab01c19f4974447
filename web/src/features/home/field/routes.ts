import type { RouteRecordRaw } from 'vue-router'
import type { FieldEntry } from '@/ui/field/feature'

export const routes: RouteRecordRaw[] = [{ path: '/', name: 'home', component: () => import('./HomePage.vue') }]

export const entries: FieldEntry[] = []
