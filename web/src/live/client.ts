/** "Something changed": topics and ids, no content; whoever listens re-reads through the API. */
export interface LiveEvent {
  topic: string
  ids: Record<string, number | string>[]
}

export type LineState = 'idle' | 'connecting' | 'open' | 'broken'
type Listener = (event: LiveEvent) => void

const FIRST_PAUSE = 1_000
const LONGEST_PAUSE = 30_000

/** The pause before try number `attempt` (0 is the first), with a little spread. */
export function pauseBefore(attempt: number, spread: number = Math.random()): number {
  return Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** attempt) * (0.75 + spread / 2)
}

/** One line for the whole page; topics come and go with the pages that listen. */
export class LiveLine {
  private source: EventSource | null = null
  private readonly listeners = new Map<string, Set<Listener>>()
  private readonly watchers = new Set<(state: LineState) => void>()
  private attempt = 0
  private timer: ReturnType<typeof setTimeout> | undefined
  private reopening: ReturnType<typeof setTimeout> | undefined
  private lost = false
  state: LineState = 'idle'

  constructor(private readonly url: string) {}

  /** Calls `listener` for events of the topic until the returned function is called. */
  listen(topic: string, listener: Listener): () => void {
    const known = this.listeners.get(topic) ?? new Set()
    const isNew = known.size === 0
    known.add(listener)
    this.listeners.set(topic, known)
    if (isNew) this.reopen()
    return () => {
      known.delete(listener)
      if (known.size === 0) this.listeners.delete(topic)
      if (this.listeners.size === 0) this.close()
    }
  }

  /** Tells the state of the line, now and whenever it changes. */
  watch(watcher: (state: LineState) => void): () => void {
    this.watchers.add(watcher)
    watcher(this.state)
    return () => this.watchers.delete(watcher)
  }

  /** Hangs up. */
  close(): void {
    clearTimeout(this.timer)
    clearTimeout(this.reopening)
    this.source?.close()
    this.source = null
    this.become('idle')
  }

  private reopen(): void {
    clearTimeout(this.reopening)
    this.reopening = setTimeout(() => this.open(), 30)
  }

  private open(): void {
    clearTimeout(this.timer)
    this.source?.close()
    if (this.listeners.size === 0) return
    if (this.state !== 'broken') this.become('connecting')
    const topics = [...this.listeners.keys()].join(',')
    const source = new EventSource(`${this.url}?topics=${encodeURIComponent(topics)}`, { withCredentials: true })
    this.source = source
    source.onopen = () => this.opened()
    source.onmessage = (message: MessageEvent<string>) => this.hear(message.data)
    source.onerror = () => this.broke(source)
  }

  private opened(): void {
    this.attempt = 0
    this.become('open')
    if (this.lost) this.missed()
    this.lost = false
  }

  private broke(source: EventSource): void {
    if (source !== this.source) return
    source.close()
    this.source = null
    this.lost = true
    this.become('broken')
    this.timer = setTimeout(() => this.open(), pauseBefore(this.attempt))
    this.attempt += 1
  }

  /** What happened while the line was down is unknown: everybody re-reads once. */
  private missed(): void {
    for (const [topic, listeners] of this.listeners) {
      for (const listener of listeners) listener({ topic, ids: [] })
    }
  }

  private hear(text: string): void {
    let event: LiveEvent
    try {
      event = JSON.parse(text) as LiveEvent
    } catch {
      return
    }
    for (const listener of this.listeners.get(event.topic) ?? []) listener(event)
  }

  private become(state: LineState): void {
    if (state === this.state) return
    this.state = state
    for (const watcher of this.watchers) watcher(state)
  }
}
