/* The phone's service worker, written by hand; the build fills in the lists. It keeps the program, never data:
   nothing under /api is ever cached. */
const VERSION = '__VERSION__'
const FIRST = ['__FIRST__']
const LATER = ['__LATER__']
const SHELL = '/field/'
const MANIFEST = '/field/manifest.webmanifest'
const PREFIX = 'wangge-field-'
const CACHE = PREFIX + VERSION

/** Names carry their content's hash, so an older version's copy is as good as a new download. */
async function keep(cache, address) {
  if (await cache.match(address)) return
  const known = await caches.match(address)
  if (known) return cache.put(address, known)
  const response = await fetch(address, { cache: 'no-cache', credentials: 'omit' })
  if (!response.ok || response.redirected) throw new Error(`${address}: ${response.status}`)
  await cache.put(address, response)
}

async function install() {
  const cache = await caches.open(CACHE)
  for (const address of [SHELL, MANIFEST]) {
    const response = await fetch(address, { cache: 'reload', credentials: 'omit' })
    if (!response.ok) throw new Error(`${address}: ${response.status}`)
    await cache.put(address, response)
  }
  await Promise.all(FIRST.map((address) => keep(cache, address)))
}

let filling = null
/** The rest of the program, one after the other; a broken line is taken up again at the next chance. */
function fill() {
  filling ??= (async () => {
    const cache = await caches.open(CACHE)
    for (const address of LATER) await keep(cache, address)
  })()
    .catch(() => undefined)
    .finally(() => {
      filling = null
    })
  return filling
}

async function activate() {
  // `LATER` may still lie in the cache of the version before: take it over before that one goes.
  const cache = await caches.open(CACHE)
  for (const address of LATER) {
    const known = (await cache.match(address)) ? null : await caches.match(address)
    if (known) await cache.put(address, known)
  }
  for (const name of await caches.keys()) if (name.startsWith(PREFIX) && name !== CACHE) await caches.delete(name)
  await self.clients.claim()
}

self.addEventListener('install', (event) => event.waitUntil(install()))
self.addEventListener('activate', (event) => {
  event.waitUntil(activate())
})
self.addEventListener('message', (event) => {
  if (event.data === 'take over') event.waitUntil(self.skipWaiting())
  if (event.data === 'fill') event.waitUntil(fill())
})

async function fromCache(request, address) {
  const cache = await caches.open(CACHE)
  const known = await cache.match(address)
  if (known) return known
  const response = await fetch(request)
  if (response.ok && (FIRST.includes(address) || LATER.includes(address))) await cache.put(address, response.clone())
  return response
}

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  if (request.mode === 'navigate' && url.pathname.startsWith(SHELL)) event.respondWith(fromCache(request, SHELL))
  else if (url.pathname === MANIFEST) event.respondWith(fromCache(request, MANIFEST))
  else if (url.pathname.startsWith('/static/field/')) event.respondWith(fromCache(request, url.pathname))
})
