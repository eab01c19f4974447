/** Recording a voice note with the browser's own recorder. */
import { onScopeDispose, ref, type Ref } from 'vue'

const TYPES = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus']

export interface Recorder {
  supported: boolean
  recording: Ref<boolean>
  seconds: Ref<number>
  /** Begins; throws when the microphone is refused. */
  start(): Promise<void>
  /** Ends and gives the recording. */
  stop(): Promise<Blob>
}

export function useRecorder(most: number, onFull: () => void): Recorder {
  const recording = ref(false)
  const seconds = ref(0)
  let machine: MediaRecorder | null = null
  let stream: MediaStream | null = null
  let parts: Blob[] = []
  let timer: ReturnType<typeof setInterval> | undefined

  function release(): void {
    clearInterval(timer)
    stream?.getTracks().forEach((track) => track.stop())
    stream = null
    recording.value = false
  }

  onScopeDispose(() => {
    if (machine?.state === 'recording') machine.stop()
    release()
  })

  return {
    supported: typeof MediaRecorder === 'function' && !!navigator.mediaDevices?.getUserMedia,
    recording,
    seconds,
    start: async () => {
      stream = await navigator.mediaDevices.getUserMedia({ audio: true })
      const mimeType = TYPES.find((type) => MediaRecorder.isTypeSupported(type))
      machine = new MediaRecorder(stream, { ...(mimeType ? { mimeType } : {}), audioBitsPerSecond: 24_000 })
      parts = []
      machine.ondataavailable = (event) => parts.push(event.data)
      machine.start(1000)
      recording.value = true
      seconds.value = 0
      timer = setInterval(() => {
        seconds.value += 1
        if (seconds.value >= most) onFull()
      }, 1000)
    },
    stop: async () => {
      const running = machine
      if (!running || running.state === 'inactive') return new Blob(parts, { type: running?.mimeType ?? '' })
      await new Promise<void>((ended) => {
        running.onstop = () => ended()
        running.stop()
      })
      release()
      return new Blob(parts, { type: (running.mimeType || 'audio/webm').split(';')[0] ?? '' })
    },
  }
}
