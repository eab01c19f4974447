/** Foreign ledgers: a file, which column is which field, a report in which every row is accounted for. */
import { computed, reactive, ref, shallowRef } from 'vue'
import { importLedger, fetchImport, fetchImports, fetchProfiles, saveProfile, type ImportProfile, type ImportReport } from '@/api/hotline'
import type { ApiError } from '@/api/errors'
import { t } from '@/kit/i18n'
import { asApiError, useResource } from '@/ui/console/state/resource'
import { done, failed } from '@/ui/console/toast'
import { FIELDS, guessColumns, headerOf, mappingOf } from './mapping'

/** The import page's state and verbs. */
export function useLedger() {
  const file = shallowRef<File | null>(null)
  const header = ref<string[]>([])
  const source = ref('')
  const columns = reactive<Record<string, string>>(Object.fromEntries(FIELDS.map((f) => [f, ''])))
  const base = shallowRef<Record<string, unknown>>({})
  const busy = ref(false)
  const refused = shallowRef<ApiError | null>(null)
  const report = shallowRef<ImportReport | null>(null)
  const history = useResource<ImportReport[]>(() => fetchImports())
  const profiles = useResource<ImportProfile[]>(() => fetchProfiles())

  async function choose(picked: File | null): Promise<void> {
    file.value = picked
    report.value = null
    refused.value = null
    header.value = picked ? await headerOf(picked) : []
    source.value ||= picked?.name.replace(/\.[^.]+$/, '') ?? ''
    Object.assign(columns, guessColumns(header.value))
  }

  function useProfile(id: number): void {
    const profile = profiles.data.value?.find((p) => p.id === id)
    if (!profile) return
    base.value = profile.mapping
    source.value = profile.source
    const known = (profile.mapping.columns ?? {}) as Record<string, unknown>
    for (const field of FIELDS) columns[field] = typeof known[field] === 'string' ? known[field] : ''
  }

  const mapping = computed(() => mappingOf(source.value, columns, base.value))

  async function run(): Promise<void> {
    if (!file.value || busy.value) return
    busy.value = true
    refused.value = null
    try {
      report.value = await importLedger(file.value, mapping.value)
      await history.reload()
    } catch (error) {
      refused.value = asApiError(error)
    } finally {
      busy.value = false
    }
  }

  async function show(id: number): Promise<void> {
    try {
      report.value = await fetchImport(id)
    } catch (error) {
      failed(error)
    }
  }

  async function keepProfile(): Promise<void> {
    try {
      await saveProfile(source.value, mapping.value)
      done(t('ledger.saved'))
      await profiles.reload()
    } catch (error) {
      failed(error)
    }
  }

  return { file, header, source, columns, busy, refused, report, history, profiles, choose, useProfile, run, show, keepProfile }
}
