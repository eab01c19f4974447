/** One build per entry: WANGGE_ENTRY=console|screen|field; Django serves dist/<entry>/index.html, WhiteNoise the rest. */
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'
import { fieldPlugin } from './scripts/field.mjs'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export const ENTRIES = ['console', 'screen', 'field'] as const

/** The build of one entry; hashed assets under /static/<entry>/. */
export function entryConfig(entry: string) {
  return defineConfig({
    root: here(`./src/entries/${entry}`),
    base: `/static/${entry}/`,
    publicDir: false,
    configFile: false,
    resolve: { alias: { '@': here('./src') } },
    plugins: [vue(), ...(entry === 'field' ? [fieldPlugin(here('./src/entries/field'))] : [])],
    worker: { format: 'es' },
    define: {
      // The phone's own pages and Vant are `setup` only.
      __VUE_OPTIONS_API__: entry === 'field' ? 'false' : 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_I18N_FULL_INSTALL__: 'false',
      __VUE_I18N_LEGACY_API__: 'false',
      __INTLIFY_JIT_COMPILATION__: 'true',
      __INTLIFY_PROD_DEVTOOLS__: 'false',
    },
    build: {
      outDir: here(`./dist/${entry}`),
      emptyOutDir: true,
      target: 'es2022',
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 1200,
      reportCompressedSize: false,
    },
    server: {
      proxy: { '/api': proxyTarget(), '/login': proxyTarget(), '/logout': proxyTarget() },
    },
  })
}

function proxyTarget(): string {
  return process.env.WANGGE_URL ?? 'http://127.0.0.1:8550'
}

export default entryConfig(process.env.WANGGE_ENTRY ?? 'console')
