/** The phone's addresses, from its features. Nothing opens before the phone is enrolled. */
import { createRouter, createWebHistory } from 'vue-router'
import { status } from '@/offline/use'
import { features } from './features'

const routes = [...features.flatMap((feature) => feature.routes), { path: '/:rest(.*)*', redirect: '/' }]

export const router = createRouter({ history: createWebHistory('/field'), routes, scrollBehavior: () => ({ top: 0 }) })

router.beforeEach((to) => {
  const open = to.name === 'enrol'
  if (!status.device && !open) return { name: 'enrol', hash: to.hash, replace: true }
  if (status.device && open) return { path: '/', replace: true }
  return true
})
