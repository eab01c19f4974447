import '@/kit/tokens/console.css'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { i18n } from '@/kit/i18n'
import { installElements } from '@/ui/console/elements'
import Start from './Start.vue'
import { router } from './router'

const app = createApp(Start)
app.use(createPinia()).use(i18n).use(router)
installElements(app)
app.mount('#app')
