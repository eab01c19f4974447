/** The live line: a stream that says only that something changed, or that this device was revoked. */
import { pauseBefore } from './engine'
import { NoLine, type Wire } from './wire'

export interface LineOptions {
  wire: Wire
  url: () => string
  /** Something changed (or may have, while the line was down). */
  changed: () => void
  /** The server says this device was revoked. */
  revoked: () => void
  pause?: (ms: number) => Promise<void>
}

/** Takes whole events out of a growing text; returns what is left. */
export function takeEvents(text: string, each: (data: string) => void): string {
  const parts = text.replaceAll('\r\n', '\n').split('\n\n')
  const rest = parts.pop() ?? ''
  for (const part of parts) {
    const data = part
      .split('\n')
      .filter((line) => line.startsWith('data:'))
      .map((line) => line.slice(5).trimStart())
    if (data.length) each(data.join('\n'))
  }
  return rest
}

export class Line {
  private stopper: AbortController | null = null
  private failures = 0

  constructor(private readonly options: LineOptions) {}

  get open(): boolean {
    return this.stopper !== null
  }

  /** Listens until `stop`; a broken line is taken up again with growing pauses. */
  async listen(): Promise<void> {
    if (this.stopper) return
    const stopper = new AbortController()
    this.stopper = stopper
    while (!stopper.signal.aborted) {
      const heard = await this.once(stopper.signal).catch((error: unknown) => (error instanceof NoLine ? false : null))
      if (stopper.signal.aborted) break
      if (heard === null) {
        this.failures = Math.max(this.failures, 5)
      }
      this.failures = heard ? 1 : this.failures + 1
      await (this.options.pause ?? wait)(pauseBefore(this.failures))
    }
  }

  stop(): void {
    this.stopper?.abort()
    this.stopper = null
  }

  private async once(signal: AbortSignal): Promise<boolean> {
    const url = `${this.options.url()}?topics=device`
    const response = await this.options.wire.ask('GET', url, { signal, timeout: 0, headers: { Accept: 'text/event-stream' } })
    const reader = response.body?.getReader()
    if (!reader) throw new NoLine()
    const decoder = new TextDecoder()
    let text = ''
    // Whatever happened while nobody listened is unknown.
    this.options.changed()
    try {
      for (;;) {
        const { done, value } = await reader.read()
        if (done) return true
        text = takeEvents(text + decoder.decode(value, { stream: true }), (data) => this.hear(data))
      }
    } catch {
      return true
    }
  }

  private hear(data: string): void {
    let topic: unknown
    try {
      topic = (JSON.parse(data) as { topic?: unknown }).topic
    } catch {
      return
    }
    if (topic === 'device.revoked') this.options.revoked()
    else if (topic === 'device.changes') this.options.changed()
  }
}

function wait(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms))
}
