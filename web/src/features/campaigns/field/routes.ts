import type { RouteRecordRaw } from 'vue-router'
import type { FieldAction, FieldEdits, FieldEntry, FieldTodo } from '@/ui/field/feature'
import type { PhoneProblem, PhoneTarget } from './records'

const ROLES = ['grid_worker', 'liaison', 'area_admin'] as const

export const routes: RouteRecordRaw[] = [
  { path: '/campaigns', name: 'campaigns', component: () => import('./CampaignsPage.vue') },
  { path: '/campaigns/:id(\\d+)', name: 'campaign', component: () => import('./CampaignPage.vue') },
  { path: '/targets/:id(\\d+)', name: 'target', component: () => import('./TargetPage.vue') },
  { path: '/inspect/:id(\\d+)', name: 'inspect', component: () => import('./InspectPage.vue') },
  { path: '/visit/:id(\\d+)', name: 'visit', component: () => import('./VisitPage.vue') },
  { path: '/problems', name: 'problems', component: () => import('./ProblemsPage.vue') },
  { path: '/problems/:id(\\d+)', name: 'problem', component: () => import('./ProblemPage.vue') },
]

export const entries: FieldEntry[] = [
  { name: 'campaigns.entry', to: '/campaigns', icon: 'form', roles: ROLES, rank: 20 },
  { name: 'campaigns.problems', to: '/problems', icon: 'warn', roles: ROLES, rank: 40 },
]

export const todos: FieldTodo[] = [
  {
    name: 'campaigns.todo',
    icon: 'form',
    kind: 'campaigns.target',
    open: (target: PhoneTarget) => target.status === 'open',
    item: (target: PhoneTarget) => ({ title: target.title, detail: target.address, to: `/targets/${target.id}`, due: target.due_at }),
  },
  {
    name: 'campaigns.problems',
    icon: 'warn',
    kind: 'campaigns.problem',
    open: () => true,
    item: (problem: PhoneProblem) => ({
      title: problem.text,
      detail: `${problem.status_label} · ${problem.title}`,
      to: `/problems/${problem.id}`,
      due: problem.due_at,
    }),
  },
]

export const actions: FieldAction[] = [
  { on: 'premises.enterprise', name: 'campaigns.inspect', icon: 'check', to: (r: { id: number }) => `/inspect/${r.id}` },
  { on: 'premises.enterprise', name: 'campaigns.visit', icon: 'walk', roles: ['liaison', 'area_admin'], to: (r: { id: number }) => `/visit/${r.id}` },
]

export const edits: FieldEdits = {
  'campaigns.submit_response': (entry) => `/targets/${(entry.body as { target_id?: number })?.target_id ?? 0}?instead=${entry.id}`,
}
