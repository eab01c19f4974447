/** Two short tones made on the spot: no sound file, nothing to fetch. */
let context: AudioContext | null = null

/** Plays `times` pairs of tones; silent where the browser forbids sound before the first click. */
export function ring(times = 2): void {
  if (navigator.userActivation && !navigator.userActivation.hasBeenActive) return
  try {
    context ??= new AudioContext()
    void context.resume()
    const start = context.currentTime
    for (let index = 0; index < times; index += 1) {
      tone(context, 880, start + index * 0.5)
      tone(context, 660, start + index * 0.5 + 0.18)
    }
  } catch {
    // no sound device is no reason to break the page
  }
}

function tone(audio: AudioContext, frequency: number, at: number): void {
  const oscillator = audio.createOscillator()
  const gain = audio.createGain()
  oscillator.frequency.value = frequency
  gain.gain.setValueAtTime(0.0001, at)
  gain.gain.exponentialRampToValueAtTime(0.25, at + 0.02)
  gain.gain.exponentialRampToValueAtTime(0.0001, at + 0.16)
  oscillator.connect(gain).connect(audio.destination)
  oscillator.start(at)
  oscillator.stop(at + 0.17)
}

let flashing: ReturnType<typeof setInterval> | undefined

/** Lets the title of the tab blink until the returned function is called. */
export function flashTitle(words: string): () => void {
  const before = document.title
  clearInterval(flashing)
  let on = false
  flashing = setInterval(() => {
    on = !on
    document.title = on ? `【${words}】` : before
  }, 1000)
  return () => {
    clearInterval(flashing)
    document.title = before
  }
}
