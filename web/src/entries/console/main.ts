import '@/kit/tokens/console.css'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { RouterView } from 'vue-router'
import { i18n } from '@/kit/i18n'

createApp(RouterView).use(createPinia()).use(i18n).mount('#app')
