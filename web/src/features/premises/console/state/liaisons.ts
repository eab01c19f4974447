/** Liaison posts to choose from. */
import { fetchLiaisons, type Liaison } from '@/api/premises'
import { failed } from '@/ui/console/toast'

export async function fetchLiaisonChoices(): Promise<Liaison[]> {
  try {
    return await fetchLiaisons()
  } catch (error) {
    failed(error)
    return []
  }
}
