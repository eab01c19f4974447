/** The keyboard: one key, one verb. Typing in a field never triggers a single-letter key. */
import { onScopeDispose, reactive } from 'vue'

export interface Binding {
  /** `n`, `/`, `?`, `Enter`, `Escape`, `Ctrl+Enter` */
  key: string
  label: string
  run: (event: KeyboardEvent) => void
  /** Also while typing; meant for combinations. */
  typing?: boolean
}

const active = reactive<Binding[]>([])
let listening = false

/** The name of a pressed key: `Ctrl+Enter`, `j`. ⌘ counts as Ctrl. */
export function keyName(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): string {
  const name = event.key.length === 1 ? event.key.toLowerCase() : event.key
  return `${event.ctrlKey || event.metaKey ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${name}`
}

/** Whether the event comes from something one types into. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target.tagName === 'TEXTAREA' || target.tagName === 'SELECT') return true
  const quiet = ['checkbox', 'radio', 'button', 'submit', 'file']
  return target.tagName === 'INPUT' && !quiet.includes((target as HTMLInputElement).type)
}

/** Whether Enter on this thing already means something. */
function hasOwnEnter(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('button, a, [role="button"], [role="option"]') !== null
}

function dispatch(event: KeyboardEvent): void {
  if (event.isComposing || event.defaultPrevented) return
  const name = keyName(event)
  if (name === 'Enter' && hasOwnEnter(event.target)) return
  const typing = isTyping(event.target)
  const found = [...active].reverse().find((b) => b.key === name && (!typing || b.typing))
  if (!found) return
  event.preventDefault()
  found.run(event)
}

/** Binds keys while the component lives; the newest binding of a key wins. */
export function useKeys(bindings: Binding[]): void {
  if (!listening) {
    window.addEventListener('keydown', dispatch)
    listening = true
  }
  active.push(...bindings)
  onScopeDispose(() => {
    for (const binding of bindings) {
      const place = active.findIndex((b) => b.key === binding.key && b.run === binding.run)
      if (place >= 0) active.splice(place, 1)
    }
  })
}

/** What `?` shows: each key once, the newest meaning. */
export function shownBindings(): Binding[] {
  const seen = new Map<string, Binding>()
  for (const binding of active) seen.set(binding.key, binding)
  return [...seen.values()]
}
