/** Ledgers: a file, its proposed columns, a report in which every row is accounted for. */
import { reactive, ref, shallowRef } from 'vue'
import { fetchLoad, fetchLoads, importLedger, previewLedger, type LoadPreview, type LoadReport } from '@/api/premises'
import type { ApiError } from '@/api/errors'
import { asApiError, useResource } from '@/ui/console/state/resource'
import { failed } from '@/ui/console/toast'

export function useLoads() {
  const file = shallowRef<File | null>(null)
  const preview = shallowRef<LoadPreview | null>(null)
  const columns = reactive<Record<string, string>>({})
  const update = ref(false)
  const busy = ref(false)
  const refused = shallowRef<ApiError | null>(null)
  const report = shallowRef<LoadReport | null>(null)
  const history = useResource<LoadReport[]>(() => fetchLoads())

  async function attempt(work: () => Promise<void>): Promise<void> {
    busy.value = true
    refused.value = null
    try {
      await work()
    } catch (error) {
      refused.value = asApiError(error)
    } finally {
      busy.value = false
    }
  }

  function choose(picked: File | null): Promise<void> {
    file.value = picked
    preview.value = report.value = null
    for (const name of Object.keys(columns)) delete columns[name]
    return attempt(async () => {
      if (!picked) return
      preview.value = await previewLedger(picked)
      Object.assign(columns, preview.value.mapping)
    })
  }

  const run = () =>
    attempt(async () => {
      if (!file.value) return
      const chosen = Object.fromEntries(Object.entries(columns).filter(([, column]) => column))
      report.value = await importLedger(file.value, chosen, update.value)
      await history.reload()
    })

  async function show(id: number): Promise<void> {
    try {
      report.value = await fetchLoad(id)
    } catch (error) {
      failed(error)
    }
  }

  return { file, preview, columns, update, busy, refused, report, history, choose, run, show }
}
