/** One premises: its record, contacts, steps and pairs, and the verbs on them. */
import { ref, shallowRef, watch } from 'vue'
import {
  correctPremises,
  endPair,
  fetchContacts,
  fetchPairsOf,
  fetchPremises,
  fetchSteps,
  movePremises,
  pairLiaison,
  revealContact,
  setContact,
  type LiaisonPair,
  type PremisesContact,
  type PremisesCorrection,
  type PremisesRecord,
  type PremisesStep,
} from '@/api/premises'
import type { ApiError } from '@/api/errors'
import { t } from '@/kit/i18n'
import { asApiError, useResource } from '@/ui/console/state/resource'
import { done, failed } from '@/ui/console/toast'

export function usePremises(id: () => number, seesPairs: boolean, changed: () => void) {
  const record = useResource<PremisesRecord>(() => fetchPremises(id()))
  const contacts = useResource<PremisesContact[]>(() => fetchContacts(id()))
  const steps = useResource<PremisesStep[]>(() => fetchSteps(id()))
  const pairs = useResource<LiaisonPair[]>(() => (seesPairs ? fetchPairsOf(id()) : Promise.resolve([])))
  const seen = shallowRef<Record<string, string>>({})
  const refused = shallowRef<ApiError | null>(null)
  const busy = ref(false)

  watch(id, () => {
    seen.value = {}
    refused.value = null
    for (const part of [record, contacts, steps, pairs]) void part.reload()
  })

  async function attempt(work: () => Promise<unknown>, words = ''): Promise<boolean> {
    busy.value = true
    refused.value = null
    try {
      await work()
      if (words) done(words)
      return true
    } catch (error) {
      refused.value = asApiError(error)
      if (refused.value.status !== 422) failed(error)
      if (refused.value.stale) void record.reload()
      return false
    } finally {
      busy.value = false
    }
  }

  const correct = (changes: Omit<PremisesCorrection, 'version'>) =>
    attempt(async () => {
      record.data.value = await correctPremises(id(), { ...changes, version: record.data.value?.version ?? 0 })
      changed()
    }, t('premises.corrected'))
  const move = (name: string, reason = '') =>
    attempt(async () => {
      record.data.value = await movePremises(id(), name, reason)
      await steps.reload()
      changed()
    }, t(`premises.moved.${name}`))
  const keepContact = (body: { role: string; name: string; phone: string }) =>
    attempt(async () => {
      contacts.data.value = await setContact(id(), body)
      seen.value = {}
      changed()
    }, t('premises.contactKept'))
  const look = (role: string, purpose: string) =>
    attempt(async () => {
      seen.value = { ...seen.value, [role]: (await revealContact(id(), role, purpose)).phone }
    })
  const pair = (postId: number, replace: boolean) =>
    attempt(async () => {
      pairs.data.value = await pairLiaison({ post_id: postId, premises_id: id(), replace })
      changed()
    }, t('premises.paired'))
  const unpair = (pairId: number) =>
    attempt(async () => {
      await endPair(pairId)
      await pairs.reload()
      changed()
    }, t('premises.unpaired'))

  return { record, contacts, steps, pairs, seen, refused, busy, correct, move, keepContact, look, pair, unpair }
}
