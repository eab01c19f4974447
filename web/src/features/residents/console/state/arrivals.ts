/** The list of arrivals, which follows its filters. */
import { watch } from 'vue'
import { listRegistrations, type RegistrationRow } from '@/api/residents'
import { usePaged, type Paged } from '@/ui/console/state/resource'

/** Reads at once and whenever the filters change. */
export function useArrivals(filters: () => Record<string, string>): Paged<RegistrationRow> {
  const list = usePaged<RegistrationRow>((cursor, signal) => {
    const wanted = filters()
    return listRegistrations({ ...wanted, symptoms: wanted.symptoms ? true : undefined, cursor, limit: 50 }, signal)
  })
  watch(() => JSON.stringify(filters()), () => void list.reload(), { immediate: true })
  return list
}
