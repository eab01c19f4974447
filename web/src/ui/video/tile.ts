/** One tile's life: watch while it can be seen, play or show stills, say plainly what is wrong. */
import { onBeforeUnmount, onMounted, ref, shallowRef, watch, type Ref } from 'vue'
import { canPlay, Player, type Figures } from '@/live/video/player'
import type { TileEar, TileState, VideoLine, Wish } from '@/live/video/line'
import { STILL } from '@/live/video/wire'

const FIGURES_EVERY = 1_000

export interface Tile {
  state: Ref<TileState>
  reason: Ref<string>
  codec: Ref<string>
  still: Ref<string>
  figures: Ref<Figures | null>
  move: (pan: number, tilt: number, zoom: number) => void
}

/** `frame` is what must be on the screen for the channel to be open at all. */
export function useTile(
  line: () => VideoLine | null,
  wish: () => Wish,
  frame: Ref<HTMLElement | null>,
  video: Ref<HTMLVideoElement | null>,
): Tile {
  const state = ref<TileState>('away')
  const reason = ref('')
  const codec = ref('')
  const still = ref('')
  const figures = shallowRef<Figures | null>(null)
  const seen = ref(false)
  const awake = ref(document.visibilityState !== 'hidden')
  let player: Player | null = null
  let stop: (() => void) | null = null

  const ear: TileEar = {
    opened(what) {
      codec.value = what.codec
      if (!canPlay(what.codec)) {
        become('unplayable', what.codec)
        return
      }
      const owner = line()
      if (!video.value || !owner) return
      player ??= new Player(video.value, () => Date.now() + owner.offset, again)
      player.opened(what.codec)
    },
    frame(piece) {
      if (piece.flag & STILL) showStill(piece.data)
      else player?.frame(piece)
    },
    state(now, why) {
      if (state.value !== 'unplayable' || now !== 'playing') become(now, why)
    },
  }

  function become(now: TileState, why: string): void {
    state.value = now
    reason.value = why
  }

  function showStill(data: Uint8Array<ArrayBuffer>): void {
    const old = still.value
    still.value = URL.createObjectURL(new Blob([data], { type: 'image/jpeg' }))
    if (old) URL.revokeObjectURL(old)
  }

  function begin(): void {
    end()
    const owner = line()
    if (owner && seen.value && awake.value) stop = owner.watch(wish(), ear)
  }

  function end(): void {
    stop?.()
    stop = null
    player?.close()
    player = null
    become('away', '')
  }

  /** Decoding broke: start afresh, but not in a circle. */
  function again(): void {
    player?.close()
    player = null
    setTimeout(() => stop && begin(), 1_000)
  }

  const look = () => (awake.value = document.visibilityState !== 'hidden')
  let observer: IntersectionObserver | null = null
  let timer: ReturnType<typeof setInterval> | undefined
  onMounted(() => {
    document.addEventListener('visibilitychange', look)
    observer = new IntersectionObserver((entries) => (seen.value = entries.some((e) => e.isIntersecting)), {
      rootMargin: '80px',
    })
    if (frame.value) observer.observe(frame.value)
    timer = setInterval(() => (figures.value = player?.figures() ?? null), FIGURES_EVERY)
  })
  watch([seen, awake, () => line(), () => JSON.stringify(wish())], begin)
  onBeforeUnmount(() => {
    document.removeEventListener('visibilitychange', look)
    observer?.disconnect()
    clearInterval(timer)
    end()
    if (still.value) URL.revokeObjectURL(still.value)
  })
  return { state, reason, codec, still, figures, move: (p, t, z) => line()?.move(ear, p, t, z) }
}
