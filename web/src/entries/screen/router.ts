import { createRouter, createWebHistory } from 'vue-router'

export const router = createRouter({
  history: createWebHistory('/wall'),
  routes: [
    { path: '/', name: 'wall', component: () => import('@/features/wall/screen/WallPage.vue') },
    { path: '/:rest(.*)*', redirect: '/' },
  ],
})
