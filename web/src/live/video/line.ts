/** One WebSocket to the video gateway for the whole page; tiles come and go on it. */
import { unpack, type Frame } from './wire'

export type TileState =
  | 'connecting'
  | 'opening'
  | 'playing'
  | 'still'
  | 'offline'
  | 'refused'
  | 'unplayable'
  | 'away'

export interface Opened {
  codec: string
  width: number
  height: number
}

/** What a tile wants to hear. */
export interface TileEar {
  opened(what: Opened): void
  frame(frame: Frame): void
  /** `reason` is a stable English word of the gateway, `''` when all is well. */
  state(state: TileState, reason: string): void
}

export interface Wish {
  channel: string
  mode?: 'live' | 'still'
  /** Seconds between two stills. */
  every?: number
  /** Unix seconds: what the recorder kept. */
  from?: number
  to?: number
  purpose?: string
}

export interface LineSettings {
  url: string
  /** A fresh view token; asked again before the old one ends and after every reconnection. */
  token: () => Promise<string>
  socket?: (url: string) => WebSocket
}

const FIRST_PAUSE = 300
const SOON = 800
const TRIES_SOON = 15
const LONGEST_PAUSE = 4_000
const PING_EVERY = 10_000
const RENEW_BEFORE = 60_000

interface Tile {
  wish: Wish
  ear: TileEar
}

interface Said {
  say: string
  as?: number
  state?: string
  reason?: string
  code?: string
  codec?: string
  width?: number
  height?: number
  until?: number
  at?: number
  now?: number
}

/** The pause before try number `attempt` (0 is the first), with a little spread: a killed gateway is back in seconds. */
export function pauseBefore(attempt: number, spread: number = Math.random()): number {
  const longest = attempt < TRIES_SOON ? SOON : LONGEST_PAUSE
  return Math.min(longest, FIRST_PAUSE * 2 ** attempt) * (0.75 + spread / 2)
}

export class VideoLine {
  private socket: WebSocket | null = null
  private readonly tiles = new Map<number, Tile>()
  private next = 1
  private attempt = 0
  private welcome = false
  private retry: ReturnType<typeof setTimeout> | undefined
  private renew: ReturnType<typeof setTimeout> | undefined
  private ping: ReturnType<typeof setInterval> | undefined
  private idle: ReturnType<typeof setTimeout> | undefined
  private roundTrip = Infinity
  /** The gateway's clock minus ours, in ms. */
  offset = 0
  received = 0

  constructor(private readonly settings: LineSettings) {}

  /** Begin to watch; the returned function stops. */
  watch(wish: Wish, ear: TileEar): () => void {
    const handle = this.free()
    this.tiles.set(handle, { wish, ear })
    clearTimeout(this.idle)
    ear.state('connecting', '')
    if (this.welcome) this.subscribe(handle, wish)
    else this.open()
    return () => this.stop(handle)
  }

  /** Ask the camera to move: each −1…1, all 0 stops. */
  move(ear: TileEar, pan: number, tilt: number, zoom: number): void {
    for (const [handle, tile] of this.tiles) {
      if (tile.ear === ear) this.send({ do: 'ptz', as: handle, pan, tilt, zoom })
    }
  }

  /** Hang up; tiles must not be used any more. */
  close(): void {
    this.tiles.clear()
    this.hangUp()
  }

  private free(): number {
    while (this.tiles.has(this.next)) this.next = (this.next % 65_535) + 1
    const handle = this.next
    this.next = (this.next % 65_535) + 1
    return handle
  }

  private stop(handle: number): void {
    if (!this.tiles.delete(handle)) return
    this.send({ do: 'unsubscribe', as: handle })
    if (this.tiles.size === 0) this.idle = setTimeout(() => this.hangUp(), 2_000)
  }

  private hangUp(): void {
    clearTimeout(this.retry)
    clearTimeout(this.renew)
    clearInterval(this.ping)
    const socket = this.socket
    this.socket = null
    this.welcome = false
    socket?.close()
  }

  private open(): void {
    if (this.socket || this.tiles.size === 0) return
    clearTimeout(this.retry)
    const make = this.settings.socket ?? ((url: string) => new WebSocket(url))
    const socket = make(this.settings.url)
    this.socket = socket
    socket.binaryType = 'arraybuffer'
    socket.onopen = () => void this.hello(socket)
    socket.onmessage = (message: MessageEvent<string | ArrayBuffer>) => this.hear(message.data)
    socket.onclose = () => this.lost(socket)
  }

  private async hello(socket: WebSocket): Promise<void> {
    try {
      const token = await this.settings.token()
      if (socket === this.socket) this.send({ do: 'hello', token })
    } catch {
      socket.close()
    }
  }

  private lost(socket: WebSocket): void {
    if (socket !== this.socket) return
    this.socket = null
    this.welcome = false
    clearInterval(this.ping)
    clearTimeout(this.renew)
    for (const tile of this.tiles.values()) tile.ear.state('connecting', 'line')
    if (this.tiles.size === 0) return
    this.retry = setTimeout(() => this.open(), pauseBefore(this.attempt))
    this.attempt += 1
  }

  private hear(data: string | ArrayBuffer): void {
    if (typeof data === 'string') {
      this.heardText(data)
      return
    }
    this.received += data.byteLength
    for (const frame of unpack(data)) this.tiles.get(frame.handle)?.ear.frame(frame)
  }

  private heardText(text: string): void {
    const said = JSON.parse(text) as Said
    const tile = this.tiles.get(said.as ?? 0)
    if (said.say === 'welcome') this.welcomed(said.until ?? 0)
    else if (said.say === 'pong') this.clock(said.at ?? 0, said.now ?? 0)
    else if (said.say === 'opened') {
      tile?.ear.opened({ codec: said.codec ?? '', width: said.width ?? 0, height: said.height ?? 0 })
    } else if (said.say === 'state') tile?.ear.state(asState(said.state), said.reason ?? '')
    else if (said.say === 'refused' || said.say === 'ended') this.refused(said, tile)
  }

  private refused(said: Said, tile: Tile | undefined): void {
    if (said.as) tile?.ear.state('refused', said.code ?? '')
    else for (const each of this.tiles.values()) each.ear.state('refused', said.code ?? '')
  }

  private welcomed(until: number): void {
    const left = until * 1000 - Date.now()
    clearTimeout(this.renew)
    this.renew = setTimeout(() => this.socket && void this.hello(this.socket), Math.max(left - RENEW_BEFORE, left / 2, 1_000))
    if (this.welcome) return
    this.welcome = true
    this.attempt = 0
    this.roundTrip = Infinity
    for (const [handle, tile] of this.tiles) this.subscribe(handle, tile.wish)
    this.send({ do: 'ping', at: Date.now() })
    this.ping = setInterval(() => this.send({ do: 'ping', at: Date.now() }), PING_EVERY)
  }

  /** The quickest answer tells the clocks' difference best. */
  private clock(sent: number, there: number): void {
    const took = Date.now() - sent
    if (took <= this.roundTrip + 2) {
      this.roundTrip = Math.min(took, this.roundTrip)
      this.offset = there - (sent + took / 2)
    }
  }

  private subscribe(handle: number, wish: Wish): void {
    this.send({ do: 'subscribe', as: handle, ...wish })
  }

  private send(message: Record<string, unknown>): void {
    if (this.socket?.readyState === 1) this.socket.send(JSON.stringify(message))
  }
}

function asState(word: string | undefined): TileState {
  if (word === 'playing' || word === 'offline' || word === 'still') return word
  return 'opening'
}
