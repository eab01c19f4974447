/** contracts/openapi/*.json → src/api/generated/*.d.ts; with --check exit 1 on drift. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import openapiTS, { astToString } from 'openapi-typescript'

const contracts = fileURLToPath(new URL('../../contracts/openapi', import.meta.url))
const target = fileURLToPath(new URL('../src/api/generated', import.meta.url))
const check = process.argv.includes('--check')
const HEAD = '// Generated from contracts/openapi by npm run types. Do not edit.\n'
const names = (await readdir(contracts).catch(() => [])).filter((n) => n.endsWith('.json'))
await mkdir(target, { recursive: true })
let drift = 0
for (const name of names) {
  const schema = JSON.parse(await readFile(join(contracts, name), 'utf8'))
  const text = HEAD + astToString(await openapiTS(schema, { defaultNonNullable: false }))
  const path = join(target, name.replace('.json', '.d.ts'))
  if (!check) await writeFile(path, text)
  else if ((await readFile(path, 'utf8').catch(() => '')) !== text) {
    console.error(`${path} differs from contracts/openapi: run make schema`)
    drift += 1
  }
}
process.exit(drift ? 1 : 0)
