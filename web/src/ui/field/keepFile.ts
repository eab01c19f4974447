/** Keeping a file with clear words when it does not work. */
import { ref, type Ref } from 'vue'
import { t } from '@/kit/i18n/field'
import { RoomShort, usePhotos, type FileKind, type Photos } from '@/offline/use'
import { wrong } from './feedback'

export interface KeepFile {
  photos: Photos
  busy: Ref<boolean>
  /** What went wrong, in words for people; empty when nothing did. */
  trouble: Ref<string>
  /** The client id, or `null` when the file was not kept. */
  keep(kind: FileKind, blob: Blob): Promise<string | null>
}

export function useKeepFile(): KeepFile {
  const photos = usePhotos()
  const busy = ref(false)
  const trouble = ref('')
  return {
    photos,
    busy,
    trouble,
    keep: async (kind, blob) => {
      busy.value = true
      trouble.value = ''
      try {
        return await photos.take(kind, blob)
      } catch (error) {
        wrong()
        trouble.value =
          error instanceof RoomShort ? t('field.roomShort', { free: Math.round(error.free / 1_048_576) }) : t('field.fileFailed')
        return null
      } finally {
        busy.value = false
      }
    },
  }
}
