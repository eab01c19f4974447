/** What a browser keeps for its user: drafts and tastes, never personal data in the clear for long. */
const PREFIX = 'wangge:'
const VERSION = 1

interface Kept<T> {
  v: number
  at: number
  value: T
}

function shelf(): Storage | null {
  try {
    return window.localStorage
  } catch {
    return null
  }
}

/** Keeps a value under a name; a full or forbidden store is not an error. */
export function keep<T>(name: string, value: T): void {
  try {
    shelf()?.setItem(PREFIX + name, JSON.stringify({ v: VERSION, at: Date.now(), value } satisfies Kept<T>))
  } catch {
    // a full store loses a draft, never the page
  }
}

/** The kept value, or `fallback` when absent, of another version or older than `maxAge` ms. */
export function kept<T>(name: string, fallback: T, maxAge = Infinity): T {
  const text = shelf()?.getItem(PREFIX + name)
  if (!text) return fallback
  try {
    const found = JSON.parse(text) as Kept<T>
    return found.v === VERSION && Date.now() - found.at <= maxAge ? found.value : fallback
  } catch {
    return fallback
  }
}

/** Forgets one name. */
export function forget(name: string): void {
  shelf()?.removeItem(PREFIX + name)
}

/** Forgets every name with this beginning: drafts when somebody logs out. */
export function forgetAll(beginning: string): void {
  const store = shelf()
  if (!store) return
  for (const key of Object.keys(store)) if (key.startsWith(PREFIX + beginning)) store.removeItem(key)
}
