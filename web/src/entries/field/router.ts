/** The phone's addresses, from its features. Nothing opens before the phone is enrolled. */
import { createRouter, createWebHistory } from 'vue-router'
import { status } from '@/offline/use'
import { features } from './features'
import NotLoaded from './NotLoaded.vue'

const routes = [
  ...features.flatMap((feature) => feature.routes),
  { path: '/unloaded', name: 'unloaded', component: NotLoaded },
  { path: '/:rest(.*)*', redirect: '/' },
]

export const router = createRouter({ history: createWebHistory('/field'), routes, scrollBehavior: () => ({ top: 0 }) })

router.beforeEach((to) => {
  const open = to.name === 'enrol'
  if (!status.device && !open) return { name: 'enrol', hash: to.hash, replace: true }
  if (status.device && open) return { path: '/', replace: true }
  return true
})

// The program comes down in pieces; whoever is faster than it, without a line, is told so instead of seeing nothing.
router.onError((_, to) => void router.replace({ name: 'unloaded', query: { to: to.path } }))
