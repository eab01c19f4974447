/**
 * The real tiles on a bare page, for the browser proof: how long from the camera's clock to the screen?
 * `?tiles=16&url=ws://…/video&token=…&channels=a,b`; `window.glass()` reads the burnt-in bar codes.
 */
import { createApp, h } from 'vue'
import { i18n } from '@/kit/i18n'
import { VideoLine } from '@/live/video/line'
import VideoTile from '@/ui/video/VideoTile.vue'

const asked = new URLSearchParams(location.search)
const channels = (asked.get('channels') ?? '').split(',').filter(Boolean)
const mode = asked.get('mode') === 'still' ? 'still' : 'live'
const line = new VideoLine({
  url: asked.get('url') ?? '',
  token: async () => (window as unknown as { token: string }).token,
})
const across = Math.ceil(Math.sqrt(channels.length))
const app = document.getElementById('app') as HTMLElement
app.style.gridTemplateColumns = `repeat(${across}, 1fr)`
createApp({
  render: () => channels.map((channel) => h(VideoTile, { line, channel, name: channel, mode, every: 2, key: channel })),
})
  .use(i18n)
  .mount(app)

const CELLS = 18
const DOTS = 5
const canvas = document.createElement('canvas')
canvas.width = CELLS * DOTS
canvas.height = 1
const pen = canvas.getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D

/** Milliseconds of the minute that the video shows, null when there is no code to read. */
function code(video: HTMLVideoElement): number | null {
  if (!video.videoWidth) return null
  const cell = 32 // as many px of the video, whatever its size
  pen.drawImage(video, 0, cell * 0.4, CELLS * cell, cell * 0.2, 0, 0, CELLS * DOTS, 1)
  const level = pen.getImageData(0, 0, CELLS * DOTS, 1).data
  const at = (n: number) => level[(n * DOTS + 2) * 4] ?? 0
  if (at(0) - at(1) < 60) return null
  let value = 0
  for (let n = 2; n < CELLS; n++) value = value * 2 + (at(n) > (at(0) + at(1)) / 2 ? 1 : 0)
  return value < 60_000 ? value : null
}

interface Seen {
  delays: number[]
  frames: number
}
const seen = new Map<string, Seen>()
const known = new WeakSet<HTMLVideoElement>()

/** A frame is presented: how old is what it shows? */
function watchFrames(video: HTMLVideoElement, name: string): void {
  video.requestVideoFrameCallback(() => {
    const facts = seen.get(name) ?? { delays: [], frames: 0 }
    seen.set(name, facts)
    facts.frames += 1
    // reading pixels costs more than playing: every eighth picture is enough
    const shown = facts.frames % 8 ? null : code(video)
    if (shown !== null) facts.delays.push((((Date.now() % 60_000) - shown + 60_000 + 5_000) % 60_000) - 5_000)
    watchFrames(video, name)
  })
}

setInterval(() => {
  for (const tile of document.querySelectorAll<HTMLElement>('.tile')) {
    const video = tile.querySelector('video')
    if (video && !known.has(video)) {
      known.add(video)
      watchFrames(video, tile.dataset.channel ?? '')
    }
  }
}, 200)

Object.assign(window, {
  glass: (reset: boolean) => {
    const found = Object.fromEntries(seen)
    if (reset) seen.clear()
    return found
  },
  states: () => [...document.querySelectorAll<HTMLElement>('.tile')].map((tile) => tile.dataset.state),
})
