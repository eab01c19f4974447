/** What only the phone's build needs: the manifest, and the service worker with the list of what it keeps. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const MANIFEST = {
  id: '/field/',
  name: '全要素网格通',
  short_name: '网格通',
  description: '网格员的手机端:待办、巡查、采集,没有网络也能工作。',
  lang: 'zh-CN',
  start_url: '/field/',
  scope: '/field/',
  display: 'standalone',
  orientation: 'portrait',
  background_color: '#f6f7f9',
  theme_color: '#1f5fbf',
  categories: ['government', 'productivity'],
}

/** What a page loads before it can be seen: the entry and everything it imports, with their styles. */
export function firstLoad(bundle, starts) {
  const found = new Set()
  const take = (name) => {
    const chunk = bundle[name]
    if (!chunk || found.has(name)) return
    found.add(name)
    for (const style of chunk.viteMetadata?.importedCss ?? []) found.add(style)
    for (const next of chunk.imports ?? []) take(next)
  }
  starts.forEach(take)
  return [...found]
}

/** Vite plugin of the field entry. */
export function fieldPlugin(root) {
  const icon = (size) => ({ file: `icon-${size}.png`, size: `${size}x${size}` })
  return {
    name: 'wangge-field',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const base = '/static/field/'
        const icons = [icon(192), icon(512)].map(({ file, size }) => {
          const source = readFileSync(join(root, file))
          const ref = this.emitFile({ type: 'asset', name: file, source })
          return { src: base + this.getFileName(ref), sizes: size, type: 'image/png', purpose: 'any maskable' }
        })
        const manifest = JSON.stringify({ ...MANIFEST, icons })
        this.emitFile({ type: 'asset', fileName: 'manifest.webmanifest', source: manifest })
        const kept = Object.keys(bundle).filter((name) => /\.(js|mjs|css|svg|png)$/.test(name))
        const starts = Object.values(bundle).filter(
          (c) => c.type === 'chunk' && (c.isEntry || /(HomePage|EnrolPage)/.test(c.name)),
        )
        const first = firstLoad(bundle, starts.map((c) => c.fileName))
        this.emitFile({ type: 'asset', fileName: 'first.json', source: JSON.stringify(first) })
        this.emitFile({ type: 'asset', fileName: 'kept.json', source: JSON.stringify(kept) })
      },
    },
  }
}

/** Writes `sw.js` once everything else is there: `first` must be kept at once, the rest when there is time. */
export function serviceWorker(folder, root) {
  const read = (name) => readFileSync(join(folder, name))
  const first = JSON.parse(read('first.json'))
  const later = JSON.parse(read('kept.json')).filter((name) => !first.includes(name))
  const template = readFileSync(join(root, 'sw.js'), 'utf8')
  const hash = createHash('sha256').update(read('index.html')).update(read('manifest.webmanifest')).update(template)
  for (const name of [...first, ...later]) hash.update(name)
  const own = (names) => names.map((name) => `/static/field/${name}`)
  const version = hash.digest('hex').slice(0, 12)
  return template
    .replace("'__VERSION__'", JSON.stringify(version))
    .replace("['__FIRST__']", JSON.stringify(own(first)))
    .replace("['__LATER__']", JSON.stringify(own(later)))
}
