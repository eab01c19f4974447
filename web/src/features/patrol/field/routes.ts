import type { RouteRecordRaw } from 'vue-router'
import type { FieldEntry, FieldTodo } from '@/ui/field/feature'
import type { Task } from './types'

export const routes: RouteRecordRaw[] = [
  { path: '/patrol', name: 'patrol', component: () => import('./RoundPage.vue') },
  { path: '/patrol/visit', name: 'patrol-visit', component: () => import('./VisitPage.vue') },
  { path: '/patrol/visit/:id(\\d+)', name: 'patrol-visit-one', component: () => import('./VisitOne.vue') },
  { path: '/patrol/finding', name: 'patrol-finding', component: () => import('./FindingPage.vue') },
  { path: '/patrol/notice', name: 'patrol-notice', component: () => import('./NoticePage.vue') },
  { path: '/patrol/tasks', name: 'patrol-tasks', component: () => import('./TasksPage.vue') },
  { path: '/patrol/tasks/:id(\\d+)', name: 'patrol-task', component: () => import('./TaskPage.vue') },
]

const ROLES = ['grid_worker', 'area_admin'] as const

export const entries: FieldEntry[] = [
  { name: 'patrol.entry.round', to: '/patrol', icon: 'walk', roles: ROLES, rank: 10 },
  { name: 'patrol.entry.visit', to: '/patrol/visit', icon: 'house', roles: ['grid_worker'], rank: 11 },
  { name: 'patrol.entry.finding', to: '/patrol/finding', icon: 'report', roles: ROLES, rank: 12 },
  { name: 'patrol.entry.notice', to: '/patrol/notice', icon: 'pen', roles: ROLES, rank: 13 },
  { name: 'patrol.entry.tasks', to: '/patrol/tasks', icon: 'form', roles: ROLES, rank: 14 },
]

export const todos: FieldTodo<Task>[] = [
  {
    name: 'patrol.todo',
    icon: 'walk',
    kind: 'patrol.task',
    open: (task) => task.open && task.todo,
    item: (task) => ({
      title: task.title,
      detail: `${task.status_label} · ${task.address || task.class_path}`,
      to: `/patrol/tasks/${task.id}`,
      due: task.due_at,
      urgent: task.urgent,
    }),
  },
]
