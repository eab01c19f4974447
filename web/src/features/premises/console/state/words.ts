/** Kinds, industries, states and what the post may do, read once a page. */
import { computed } from 'vue'
import { fetchWords, type PremisesWords } from '@/api/premises'
import { useSession } from '@/ui/console/state/session'
import { useResource } from '@/ui/console/state/resource'

export function usePremisesWords() {
  const words = useResource<PremisesWords>(() => fetchWords())
  const session = useSession()
  const may = (verb: string) => session.permissions.has(`premises.${verb}`)
  const options = (name: 'kinds' | 'industries' | 'states' | 'contact_roles') => words.data.value?.[name] ?? []
  const waiting = computed(() => words.data.value?.waiting ?? 0)
  return { words, options, may, waiting }
}
