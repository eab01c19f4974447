/** One person's page: read, look with a purpose, correct, move, merge. */
import { ref, shallowRef } from 'vue'
import {
  correctPerson,
  fetchCalls,
  fetchLooks,
  fetchPerson,
  fetchProvenance,
  findNumber,
  listRegistrations,
  mergePeople,
  movePerson,
  revealField,
  searchPeople,
  undoMerge,
  type CallLine,
  type CorrectionIn,
  type LookLine,
  type PersonPage,
  type PersonRow,
  type ProvenanceLine,
  type RegistrationRow,
  type RevealField,
} from '@/api/residents'
import { ApiError } from '@/api/errors'
import { looksPersonal } from '@/domain/phone'
import { t } from '@/kit/i18n'
import { asApiError, usePaged, useResource } from '@/ui/console/state/resource'
import { done, failed, tell } from '@/ui/console/toast'

/** Everything the page needs. */
export function usePerson(id: number) {
  const busy = ref(false)
  const refused = shallowRef<ApiError | null>(null)
  const shown = ref<Record<string, string>>({})
  const provenance = shallowRef<ProvenanceLine[]>([])
  const calls = shallowRef<CallLine[]>([])
  const arrivals = shallowRef<RegistrationRow[]>([])
  const looks = usePaged<LookLine>((cursor, signal) => fetchLooks(id, cursor, signal))

  const page = useResource<PersonPage>(async (signal) => {
    const found = await fetchPerson(id, signal)
    const [said, called, arrived] = await Promise.all([
      fetchProvenance(id),
      fetchCalls(id),
      listRegistrations({ person_id: id, limit: 20 }),
    ])
    provenance.value = said
    calls.value = called
    arrivals.value = arrived.items
    if (found.may_see_looks) void looks.reload()
    return found
  })

  /** Does something; `true` when it was done. A stale page is read again and said so. */
  async function act(work: () => Promise<unknown>, words: string): Promise<boolean> {
    if (busy.value) return false
    busy.value = true
    refused.value = null
    try {
      await work()
      done(words)
      shown.value = {}
      await page.reload()
      return true
    } catch (error) {
      refused.value = error instanceof ApiError ? error : asApiError(error)
      if (error instanceof ApiError && error.status === 412) {
        tell(t('state.stale'))
        await page.reload()
      } else if (!Object.keys(refused.value.fields).length) failed(error)
      return false
    } finally {
      busy.value = false
    }
  }

  async function reveal(field: RevealField, purpose: string, phone?: number): Promise<boolean> {
    busy.value = true
    refused.value = null
    try {
      const { value } = await revealField(id, field, purpose, phone)
      shown.value = { ...shown.value, [phone ? `phone:${phone}` : field]: value || t('reveal.none') }
      if (page.data.value?.may_see_looks) void looks.reload()
      return true
    } catch (error) {
      refused.value = asApiError(error)
      return false
    } finally {
      busy.value = false
    }
  }

  return {
    page,
    busy,
    refused,
    shown,
    provenance,
    calls,
    arrivals,
    looks,
    reveal,
    correct: (correction: CorrectionIn) => act(() => correctPerson(id, correction), t('people.corrected')),
    move: (area: number, address: string) => act(() => movePerson(id, area, address), t('people.moved')),
    merge: (other: number, reason: string) => act(() => mergePeople(id, other, reason), t('people.merged')),
    undo: (merge: number, reason: string) => act(() => undoMerge(merge, reason), t('people.unmerged')),
  }
}

/** Candidates for a merge: by number or by name, without the person itself. */
export function useCandidates(without: number, area: () => number | null) {
  const items = shallowRef<PersonRow[]>([])
  const busy = ref(false)

  async function find(text: string): Promise<void> {
    busy.value = true
    try {
      const found = looksPersonal(text) ? await findNumber(text) : (await searchPeople(text, area(), '')).items
      items.value = found.filter((p) => p.id !== without)
    } catch (error) {
      failed(error)
    } finally {
      busy.value = false
    }
  }

  return { items, busy, find }
}
