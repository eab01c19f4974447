/** Where the phone is now, when the person asks for it. */
import { ref, type Ref } from 'vue'

export interface Here {
  busy: Ref<boolean>
  missing: Ref<boolean>
  locate(): Promise<{ lon: number; lat: number } | null>
}

export function useHere(): Here {
  const busy = ref(false)
  const missing = ref(false)
  return {
    busy,
    missing,
    locate: () =>
      new Promise((resolve) => {
        busy.value = true
        missing.value = false
        const fail = () => {
          busy.value = false
          missing.value = true
          resolve(null)
        }
        if (!('geolocation' in navigator)) return fail()
        navigator.geolocation.getCurrentPosition(
          ({ coords }) => {
            busy.value = false
            resolve({ lon: Number(coords.longitude.toFixed(6)), lat: Number(coords.latitude.toFixed(6)) })
          },
          fail,
          { enableHighAccuracy: true, timeout: 15_000, maximumAge: 30_000 },
        )
      }),
  }
}
