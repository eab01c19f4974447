/** The one place of the phone that fetches: signs every request, corrects its clock, tells offline from failed. */
import { sha256 } from './bytes'
import { sign, statements } from './keys'

/** No answer at all: unplugged, in a lift, server down. A state, not a fault. */
export class NoLine extends Error {
  constructor() {
    super('offline')
    this.name = 'NoLine'
  }
}

/** The server answered, and not with what was asked for. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    readonly data: Record<string, unknown> = {},
  ) {
    super(detail)
    this.name = 'Refusal'
  }
}

export interface Identity {
  id: number
  key: CryptoKey
}

export interface WireOptions {
  fetch: typeof fetch
  now: () => number
  identity: () => Promise<Identity | null>
  /** Milliseconds the server's clock is ahead of this phone's. */
  offset: () => number
  setOffset: (ms: number) => Promise<void> | void
  /** The server says this device is revoked. */
  revoked: () => Promise<void> | void
  timeout?: number
  /** Version of the program, told with every request. */
  app?: string
}

export interface Ask {
  body?: string | ArrayBuffer
  headers?: Record<string, string>
  signal?: AbortSignal
  /** Milliseconds until the line counts as down; 0 = never (a stream). */
  timeout?: number
}

const TIMEOUT = 45_000
export const SKEW = 'clock_skew'
export const REVOKED = 'device_revoked'
/** The post ended or its account closed: show nothing, send nothing, keep everything, ask again later. */
export const CLOSED = 'post_closed'

async function refusalOf(response: Response): Promise<Refusal> {
  const body = (await response.json().catch(() => ({}))) as Record<string, unknown>
  const data = (body.data ?? {}) as Record<string, unknown>
  if (typeof body.server_time === 'string') data.server_time ??= body.server_time
  return new Refusal(response.status, String(body.code ?? `http_${response.status}`), String(body.detail ?? ''), data)
}

export class Wire {
  constructor(private readonly options: WireOptions) {}

  /** The server's time as far as this phone knows (ms). */
  now(): number {
    return this.options.now() + this.options.offset()
  }

  /** The Authorization header of one request. */
  async authorization(identity: Identity, method: string, path: string, body: string | ArrayBuffer): Promise<string> {
    const at = Math.round(this.now())
    const statement = statements.request(method, path, at, await sha256(body))
    return `Wangge-Device id=${identity.id}, at=${at}, sig=${await sign(identity.key, statement)}`
  }

  /** A signed request; `url` may name another host of the same house (the live line). */
  async ask(method: string, url: string, ask: Ask = {}): Promise<Response> {
    try {
      return await this.once(method, url, ask)
    } catch (error) {
      if (!(error instanceof Refusal) || error.status !== 401) throw error
      if (error.code === REVOKED) {
        await this.options.revoked()
        throw error
      }
      if (error.code !== SKEW) throw error
      const server = Date.parse(String(error.data.server_time ?? ''))
      if (Number.isNaN(server)) throw error
      await this.options.setOffset(server - this.options.now())
      return await this.once(method, url, ask)
    }
  }

  /** The JSON of a signed request. */
  async json<T>(method: string, path: string, body?: unknown): Promise<T> {
    const text = body === undefined ? undefined : JSON.stringify(body)
    const response = await this.ask(method, path, { body: text, headers: text ? { 'Content-Type': 'application/json' } : {} })
    return (response.status === 204 ? undefined : await this.read(response)) as T
  }

  /** The enrolment alone goes without a signed header. */
  async open<T>(path: string, body: unknown): Promise<T> {
    const init = { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }
    const response = await this.reach(path, init, this.options.timeout ?? TIMEOUT)
    if (!response.ok) throw await refusalOf(response)
    return (await this.read(response)) as T
  }

  private async once(method: string, url: string, ask: Ask): Promise<Response> {
    const identity = await this.options.identity()
    if (!identity) throw new Refusal(401, 'not_enrolled', '')
    const to = new URL(url, 'http://phone.invalid')
    const path = to.pathname + to.search
    const headers: Record<string, string> = { ...ask.headers, Authorization: await this.authorization(identity, method, path, ask.body ?? '') }
    // Not on the live line: another origin, whose preflight allows the signature alone.
    if (this.options.app && url.startsWith('/')) headers['X-App'] = this.options.app
    const init: RequestInit = { method, headers, credentials: 'omit', cache: 'no-store' }
    if (ask.body !== undefined) init.body = ask.body
    if (ask.signal) init.signal = ask.signal
    const response = await this.reach(url, init, ask.timeout ?? this.options.timeout ?? TIMEOUT)
    if (!response.ok) throw await refusalOf(response)
    return response
  }

  private async reach(url: string, init: RequestInit, timeout: number): Promise<Response> {
    const signals = [init.signal, timeout ? AbortSignal.timeout(timeout) : null].filter((s): s is AbortSignal => !!s)
    try {
      return await this.options.fetch(url, signals.length ? { ...init, signal: AbortSignal.any(signals) } : init)
    } catch {
      throw new NoLine()
    }
  }

  /** A body cut off on its way is a broken line, not a refusal. */
  private async read(response: Response): Promise<unknown> {
    try {
      return await response.json()
    } catch {
      throw new NoLine()
    }
  }
}

