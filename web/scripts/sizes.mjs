/** Components of at most 250 lines, files of at most 600; the phone's first load at most 130 kB gzip. */
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build, loadConfigFromFile } from 'vite'

const src = fileURLToPath(new URL('../src', import.meta.url))
let faults = 0
for (const entry of await readdir(src, { withFileTypes: true, recursive: true })) {
  const path = join(entry.parentPath ?? entry.path, entry.name)
  if (!entry.isFile() || !/\.(vue|ts|css)$/.test(path) || path.includes('generated')) continue
  const limit = path.endsWith('.vue') ? 250 : 600
  const lines = (await readFile(path, 'utf8')).split('\n').length - 1
  if (lines > limit) {
    console.error(`${path}: ${lines} lines (limit ${limit})`)
    faults += 1
  }
}

const FIRST_LOAD = 130_000
process.env.WANGGE_ENTRY = 'field'
const web = fileURLToPath(new URL('..', import.meta.url))
const out = join(tmpdir(), `wangge-field-${process.pid}`)
const { config } = await loadConfigFromFile({ command: 'build', mode: 'production' }, join(web, 'vite.config.ts'))
await build({ ...config, configFile: false, logLevel: 'error', build: { ...config.build, outDir: out } })
const first = ['index.html', ...JSON.parse(await readFile(join(out, 'first.json'), 'utf8'))]
let bytes = 0
for (const name of first) bytes += gzipSync(await readFile(join(out, name)), { level: 9 }).length
await rm(out, { recursive: true, force: true })
console.log(`phone: first load ${(bytes / 1000).toFixed(1)} kB gzip in ${first.length} files (limit ${FIRST_LOAD / 1000})`)
if (bytes > FIRST_LOAD) faults += 1
process.exit(faults ? 1 : 0)
