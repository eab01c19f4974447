/** The roster of one premises: masked rows, one look at a time, a file. */
import { ref, shallowRef, watch } from 'vue'
import { endStaff, fetchStaff, importStaff, putStaff, revealStaff, type LoadReport, type StaffRow } from '@/api/premises'
import { t } from '@/kit/i18n'
import { usePaged } from '@/ui/console/state/resource'
import { done, failed } from '@/ui/console/toast'

export interface SeenStaff {
  name: string
  id_no: string
  phone: string
}

export function useStaff(id: () => number) {
  const former = ref(false)
  const list = usePaged<StaffRow>((cursor, signal) => fetchStaff(id(), former.value, cursor, signal))
  const seen = shallowRef<Record<number, SeenStaff>>({})
  const report = shallowRef<LoadReport | null>(null)
  const busy = ref(false)
  watch([id, former], () => {
    seen.value = {}
    report.value = null
    void list.reload()
  }, { immediate: true })

  async function attempt(work: () => Promise<unknown>): Promise<boolean> {
    busy.value = true
    try {
      await work()
      return true
    } catch (error) {
      failed(error)
      return false
    } finally {
      busy.value = false
    }
  }

  const add = (member: { name: string; id_no: string; phone: string; position: string }) =>
    attempt(async () => {
      const answer = await putStaff(id(), [member])
      const why = answer.refused[0]?.reason
      if (why) throw new Error(why)
      done(t('premises.staffKept'))
      await list.reload()
    })
  const end = (row: StaffRow) =>
    attempt(async () => {
      await endStaff(id(), row.id)
      await list.reload()
    })
  const look = (staffId: number, purpose: string) =>
    attempt(async () => {
      seen.value = { ...seen.value, [staffId]: await revealStaff(id(), staffId, purpose) }
    })
  const load = (file: File) =>
    attempt(async () => {
      report.value = await importStaff(id(), file)
      await list.reload()
    })

  return { former, list, seen, report, busy, add, end, look, load }
}
