/** Components of at most 250 lines, files of at most 600: split by intention. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

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
process.exit(faults ? 1 : 0)
