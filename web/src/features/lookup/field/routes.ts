import type { RouteRecordRaw } from 'vue-router'
import type { FieldEntry, FieldTells } from '@/ui/field/feature'
import { tellPerson } from './tells'

export const routes: RouteRecordRaw[] = [
  { path: '/find', name: 'find', component: () => import('./FindPage.vue') },
  { path: '/people/:id(\\d+)', name: 'person', component: () => import('./PersonPage.vue') },
  { path: '/households/:id(\\d+)', name: 'household', component: () => import('./HouseholdPage.vue') },
  { path: '/premises/:id(\\d+)', name: 'premises', component: () => import('./PremisesPage.vue') },
]

export const entries: FieldEntry[] = []

export const tells: FieldTells = { 'residents.correct_person': tellPerson }
