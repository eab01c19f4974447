/** Success can be felt and heard: a short buzz and two rising tones, without any sound file. */
let context: AudioContext | null = null

function tone(at: AudioContext, frequency: number, start: number, length: number): void {
  const sound = at.createOscillator()
  const volume = at.createGain()
  sound.frequency.value = frequency
  volume.gain.setValueAtTime(0.0001, at.currentTime + start)
  volume.gain.exponentialRampToValueAtTime(0.2, at.currentTime + start + 0.02)
  volume.gain.exponentialRampToValueAtTime(0.0001, at.currentTime + start + length)
  sound.connect(volume).connect(at.destination)
  sound.start(at.currentTime + start)
  sound.stop(at.currentTime + start + length)
}

function play(notes: readonly [frequency: number, start: number, length: number][]): void {
  if (typeof AudioContext !== 'function') return
  try {
    context ??= new AudioContext()
    void context.resume()
    for (const note of notes) tone(context, ...note)
  } catch {
    // a phone without sound still works
  }
}

/** It is kept: call after `send` resolved. */
export function done(): void {
  navigator.vibrate?.(60)
  play([
    [660, 0, 0.12],
    [880, 0.1, 0.18],
  ])
}

/** It was not kept: another feeling than success. */
export function wrong(): void {
  navigator.vibrate?.([80, 60, 80])
  play([[220, 0, 0.25]])
}
