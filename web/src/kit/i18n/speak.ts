/** The translation of whichever surface runs; lower layers speak through it without knowing its messages. */
type Speak = (key: string, named?: Record<string, unknown>) => string

let speak: Speak = (key) => key

/** Chosen once by the surface's own messages. */
export function speakWith(words: Speak): void {
  speak = words
}

export const t: Speak = (key, named) => (named ? speak(key, named) : speak(key))
