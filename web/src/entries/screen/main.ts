import '@/kit/tokens/screen.css'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { RouterView } from 'vue-router'
import { i18n } from '@/kit/i18n'
import { router } from './router'

createApp(RouterView).use(createPinia()).use(i18n).use(router).mount('#app')
