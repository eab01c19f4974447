/** The queue of newly found premises. */
import { ref } from 'vue'
import { listPremises, movePremises, type PremisesRow } from '@/api/premises'
import { t } from '@/kit/i18n'
import { usePaged } from '@/ui/console/state/resource'
import { done, failed } from '@/ui/console/toast'
import { useTowns } from './list'

export function useWaiting() {
  const list = usePaged<PremisesRow>((cursor, signal) => listPremises({ status: 'unverified', cursor, limit: 50 }, signal))
  const busy = ref(false)
  void list.reload()

  async function move(row: PremisesRow, name: string, reason = ''): Promise<boolean> {
    busy.value = true
    try {
      await movePremises(row.id, name, reason)
      done(t(`premises.moved.${name}`))
      await list.reload()
      return true
    } catch (error) {
      failed(error)
      return false
    } finally {
      busy.value = false
    }
  }

  const verify = (row: PremisesRow) => move(row, 'verify')
  const reject = (row: PremisesRow, reason: string) => move(row, 'reject', reason)
  return { list, busy, verify, reject, ...useTowns() }
}
