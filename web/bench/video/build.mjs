/** Builds the bench page into the folder named by the first argument. */
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { build } from 'vite'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))
await build({
  root: here('.'),
  base: './',
  publicDir: false,
  configFile: false,
  logLevel: 'warn',
  resolve: { alias: { '@': here('../../src') } },
  plugins: [vue()],
  define: { __INTLIFY_JIT_COMPILATION__: 'true', __VUE_I18N_LEGACY_API__: 'false', __VUE_I18N_FULL_INSTALL__: 'false' },
  build: { outDir: process.argv[2], emptyOutDir: true, target: 'es2022', reportCompressedSize: false },
})
