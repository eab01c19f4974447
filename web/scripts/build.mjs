/** Builds every entry (or the named ones) and pre-compresses what WhiteNoise may then send as it is. */
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { build, loadConfigFromFile } from 'vite'
import { serviceWorker } from './field.mjs'

const web = fileURLToPath(new URL('..', import.meta.url))
const wanted = process.argv.slice(2)
const entries = wanted.length ? wanted : ['console', 'screen', 'field']
const squeeze = { gz: promisify(gzip), br: promisify(brotliCompress) }

async function files(folder) {
  const found = await readdir(folder, { withFileTypes: true, recursive: true })
  return found.filter((f) => f.isFile()).map((f) => join(f.parentPath ?? f.path, f.name))
}

async function compress(path) {
  const body = await readFile(path)
  const packed = {
    gz: await squeeze.gz(body, { level: 9 }),
    br: await squeeze.br(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }),
  }
  for (const [ending, data] of Object.entries(packed)) {
    if (data.length < body.length * 0.95) await writeFile(`${path}.${ending}`, data)
  }
  return [body.length, packed.br.length]
}

for (const entry of entries) {
  process.env.WANGGE_ENTRY = entry
  const { config } = await loadConfigFromFile({ command: 'build', mode: 'production' }, join(web, 'vite.config.ts'))
  await rm(join(web, 'dist', entry), { recursive: true, force: true })
  await build({ ...config, configFile: false, logLevel: 'warn' })
  if (entry === 'field') {
    const folder = join(web, 'dist', entry)
    await writeFile(join(folder, 'sw.js'), serviceWorker(folder, join(web, 'src', 'entries', entry)))
  }
  let raw = 0
  let small = 0
  for (const path of await files(join(web, 'dist', entry))) {
    if (!/\.(js|mjs|css|svg|json)$/.test(path) || (await stat(path)).size < 1024) continue
    const [a, b] = await compress(path)
    raw += a
    small += b
  }
  console.log(`${entry}: ${Math.round(raw / 1024)} KB, ${Math.round(small / 1024)} KB compressed`)
}
await writeFile(join(web, 'dist', '.wangge'), '')
