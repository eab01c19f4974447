/**
 * Plays the fragments of one channel in a <video> through Media Source Extensions and stays at the
 * live edge: a little behind is played faster, far behind is jumped over.
 */
import { decodeTime, GAP, INIT, KEY, since, type Frame } from './wire'

/** Seconds. */
export const EDGE = { goal: 0.12, faster: 0.3, jump: 1.2, keep: 6 }
const TIMESCALE = 90_000
const CONTAINER = 'video/mp4'

/** What to do at `behind` seconds from the live edge: a playback rate, or `jump`. */
export function pace(behind: number): number | 'jump' {
  if (behind > EDGE.jump) return 'jump'
  if (behind > EDGE.faster * 2) return 1.25
  if (behind > EDGE.faster) return 1.1
  return 1
}

/** Whether this browser can play the codec (`avc1.42E01E`, `hvc1.1.6.L93.B0`). */
export function canPlay(codec: string): boolean {
  return typeof MediaSource !== 'undefined' && MediaSource.isTypeSupported(`${CONTAINER}; codecs="${codec}"`)
}

export interface Figures {
  /** ms from the picture's arrival at the gateway until it is shown, median of the last ones. */
  delay: number | null
  shown: number
  jumps: number
}

export class Player {
  private source: MediaSource | null = null
  private buffer: SourceBuffer | null = null
  private address = ''
  private codec = ''
  private init: Uint8Array<ArrayBuffer> | null = null
  private waiting: Uint8Array<ArrayBuffer>[] = []
  private readonly arrivals = new Map<number, number>()
  private readonly delays: number[] = []
  private timer: ReturnType<typeof setInterval> | undefined
  private callback = 0
  private shown = 0
  private jumps = 0
  private gone = false

  /** `clock` is the gateway's wall clock now; `broken` is told when decoding fails. */
  constructor(
    private readonly video: HTMLVideoElement,
    private readonly clock: () => number,
    private readonly broken: () => void,
  ) {
    video.muted = true
    video.playsInline = true
    video.disablePictureInPicture = true
    this.timer = setInterval(() => this.follow(), 200)
    this.watchFrames()
  }

  /** A stream begins (again). */
  opened(codec: string): void {
    this.codec = codec
    this.init = null
    this.waiting = []
    this.arrivals.clear()
    this.detach()
  }

  frame(frame: Frame): void {
    if (frame.flag & INIT) {
      this.init = frame.data
      this.attach()
      return
    }
    if (!this.init) return
    const time = decodeTime(frame.data)
    this.arrivals.set(time, frame.time)
    if (this.arrivals.size > 400) for (const old of [...this.arrivals.keys()].slice(0, 200)) this.arrivals.delete(old)
    if (frame.flag & GAP && frame.flag & KEY) this.waiting = []
    this.waiting.push(frame.data)
    this.feed()
  }

  figures(): Figures {
    const sorted = [...this.delays].sort((a, b) => a - b)
    return { delay: sorted[Math.floor(sorted.length / 2)] ?? null, shown: this.shown, jumps: this.jumps }
  }

  close(): void {
    this.gone = true
    clearInterval(this.timer)
    if (this.callback) this.video.cancelVideoFrameCallback(this.callback)
    this.detach()
  }

  private attach(): void {
    const source = new MediaSource()
    this.source = source
    this.address = URL.createObjectURL(source)
    source.addEventListener('sourceopen', () => this.ready(source), { once: true })
    this.video.src = this.address
  }

  private ready(source: MediaSource): void {
    if (source !== this.source || this.gone) return
    try {
      const buffer = source.addSourceBuffer(`${CONTAINER}; codecs="${this.codec}"`)
      buffer.mode = 'segments'
      buffer.addEventListener('updateend', () => this.feed())
      buffer.addEventListener('error', () => this.broken())
      this.buffer = buffer
    } catch {
      this.broken()
      return
    }
    if (this.init) this.waiting.unshift(this.init)
    this.feed()
  }

  private detach(): void {
    this.buffer = null
    this.source = null
    if (this.address) URL.revokeObjectURL(this.address)
    this.address = ''
    if (this.video.src) {
      this.video.removeAttribute('src')
      this.video.load()
    }
  }

  private feed(): void {
    const buffer = this.buffer
    if (!buffer || buffer.updating || this.source?.readyState !== 'open' || this.waiting.length === 0) return
    try {
      buffer.appendBuffer(joined(this.waiting))
      this.waiting = []
    } catch (error) {
      if (error instanceof DOMException && error.name === 'QuotaExceededError') this.trim(1)
      else this.broken()
    }
  }

  private trim(keep: number): void {
    const buffer = this.buffer
    if (!buffer || buffer.updating || buffer.buffered.length === 0) return
    const begin = buffer.buffered.start(0)
    if (this.video.currentTime - begin > keep * 2) buffer.remove(begin, this.video.currentTime - keep)
  }

  /** Every 200 ms: where is the live edge, and are we near it? */
  private follow(): void {
    const { video, buffer } = this
    if (!buffer || video.buffered.length === 0) return
    if (video.error) {
      this.broken()
      return
    }
    const last = video.buffered.length - 1
    const [begin, end] = [video.buffered.start(last), video.buffered.end(last)]
    const step = pace(end - video.currentTime)
    if (step === 'jump' || video.currentTime < begin) {
      video.currentTime = Math.max(begin, end - EDGE.goal)
      this.jumps += 1
    } else if (video.playbackRate !== step) video.playbackRate = step
    if (video.paused) void video.play().catch(() => undefined)
    this.trim(EDGE.keep)
  }

  private watchFrames(): void {
    if (!('requestVideoFrameCallback' in this.video)) return
    this.callback = this.video.requestVideoFrameCallback((_now, facts) => {
      this.shown += 1
      const arrived = this.arrivals.get(Math.round(facts.mediaTime * TIMESCALE))
      if (arrived !== undefined) {
        this.delays.push(since(arrived, this.clock() >>> 0))
        if (this.delays.length > 60) this.delays.shift()
      }
      if (!this.gone) this.watchFrames()
    })
  }
}

function joined(parts: Uint8Array<ArrayBuffer>[]): Uint8Array<ArrayBuffer> {
  if (parts.length === 1 && parts[0]) return parts[0]
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
