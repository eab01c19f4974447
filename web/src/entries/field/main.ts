import '@/kit/tokens/field.css'
import { createApp } from 'vue'
import { fieldWords } from '@/kit/i18n/field'
import { settle } from '@/offline/tastes'
import { wake } from '@/offline/phone'
import { startWorker } from '@/offline/worker'
import { FEATURES } from '@/ui/field/feature'
import FieldApp from './FieldApp.vue'
import { features } from './features'
import { router } from './router'

async function start(): Promise<void> {
  await Promise.all([settle(), wake()])
  createApp(FieldApp).provide(FEATURES, features).use(fieldWords).use(router).mount('#app')
  startWorker()
}

void start()
