/** The service worker's other end: registers it, tells of a new version, changes over when asked. */
import { status } from './status'

const SCRIPT = '/field/sw.js'
const LOOK_AGAIN = 30 * 60_000
let waiting: ServiceWorker | null = null

function offer(worker: ServiceWorker | null): void {
  // Without a controller this is the first install: nothing to change over from.
  if (!worker || !navigator.serviceWorker.controller) return
  waiting = worker
  status.update = true
}

/** Registers the worker; a page without one (plain http, private window) works while online. */
export function startWorker(): void {
  if (!('serviceWorker' in navigator)) return
  void navigator.serviceWorker
    .register(SCRIPT, { scope: '/field/', updateViaCache: 'none' })
    .then((registration) => {
      offer(registration.waiting)
      registration.addEventListener('updatefound', () => {
        const next = registration.installing
        next?.addEventListener('statechange', () => {
          if (next.state === 'installed') offer(next)
        })
      })
      // The rest of the program comes after what the first page needs.
      void navigator.serviceWorker.ready.then((ready) => setTimeout(() => ready.active?.postMessage('fill'), 500))
      setInterval(() => void registration.update().catch(() => undefined), LOOK_AGAIN)
    })
    .catch(() => undefined)
}

/** "有新版本,点此更新": the new worker takes over, then the page loads anew. Captures are in the database. */
export function takeUpdate(): void {
  if (!waiting) return
  navigator.serviceWorker.addEventListener('controllerchange', () => window.location.reload(), { once: true })
  waiting.postMessage('take over')
}

/** Whether the program opens without network. */
export async function workerReady(): Promise<boolean> {
  return !!(await navigator.serviceWorker?.getRegistration('/field/').catch(() => undefined))?.active
}
