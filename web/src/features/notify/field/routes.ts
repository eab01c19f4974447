import type { RouteRecordRaw } from 'vue-router'
import type { FieldEntry, FieldTodo } from '@/ui/field/feature'
import type { Notice } from './notices'

export const routes: RouteRecordRaw[] = [
  { path: '/notices', name: 'notices', component: () => import('./NoticesPage.vue') },
  { path: '/notices/:id(\\d+)', name: 'notice', component: () => import('./NoticePage.vue') },
]

export const entries: FieldEntry[] = [{ name: 'home.notices', to: '/notices', icon: 'bell', roles: [], rank: 80 }]

export const todos: FieldTodo<Notice>[] = [
  {
    name: 'home.notices',
    icon: 'bell',
    kind: 'notify.notice',
    open: (notice) => !notice.read,
    item: (notice) => ({ title: notice.title, detail: notice.text, to: `/notices/${notice.id}`, urgent: notice.urgent }),
  },
]
