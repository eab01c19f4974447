/** Campaigns on the console: the list, one campaign at work, a new one, snapshots. */
import { computed, reactive, ref, shallowRef, watch } from 'vue'
import {
  addToList,
  createCampaign,
  fetchCampaign,
  fetchCampaignMoves,
  fetchCoverage,
  fetchForms,
  fetchFormVersions,
  fetchReminders,
  fetchRollup,
  fetchSamples,
  fetchSnapshots,
  fetchUploads,
  listCampaigns,
  listTargets,
  moveCampaign,
  previewList,
  suggestFigures,
  uploadList,
  type Campaign,
  type CampaignMove,
  type CampaignRow,
  type Coverage,
  type FigureDefinition,
  type ListQuery,
  type ListUpload,
  type Reminder,
  type Rollup,
  type Sample,
  type SnapshotRow,
  type TargetRow,
} from '@/api/campaigns'
import type { ApiError } from '@/api/errors'
import { t } from '@/kit/i18n'
import { day as dayOf, fromWall } from '@/kit/time'
import { onLive } from '@/live/use'
import { asApiError, usePaged, useResource } from '@/ui/console/state/resource'
import { done, failed, tell } from '@/ui/console/toast'

/** The list, following its filters. */
export function useCampaigns(query: () => { status: string; kind: string }) {
  const list = usePaged<CampaignRow>((cursor) => listCampaigns({ ...query(), cursor, limit: 50 }))
  watch(() => JSON.stringify(query()), () => void list.reload(), { immediate: true })
  return list
}

/** One campaign at work: figures, coverage, what may be done. Follows the live line. */
export function useCampaign(id: number) {
  const campaign = useResource<Campaign>(() => fetchCampaign(id))
  const by = ref('town')
  const coverage = useResource<Coverage[]>(() => fetchCoverage(id, by.value))
  const rollup = useResource<Rollup>(() => fetchRollup(id))
  const snapshots = useResource<SnapshotRow[]>(() => fetchSnapshots(id))
  const samples = useResource<Sample[]>(() => fetchSamples(id))
  const reminders = useResource<Reminder[]>(() => fetchReminders(id))
  const moves = useResource<CampaignMove[]>(() => fetchCampaignMoves(id))
  const busy = ref(false)
  const refused = shallowRef<ApiError | null>(null)
  const parts = [campaign, coverage, rollup, snapshots, samples, reminders, moves]
  const reload = () => Promise.all(parts.map((part) => part.reload()))
  watch(by, () => void coverage.reload())
  onLive(`campaigns.campaign:${id}`, () => void reload(), 1500)
  const may = computed(() => new Set(campaign.data.value?.allowed ?? []))

  async function act(verb: string, body: unknown = {}): Promise<boolean> {
    busy.value = true
    refused.value = null
    try {
      const answer = (await moveCampaign(id, verb, body)) as { sent?: Reminder | null } | null
      if (verb === 'remind' && answer && answer.sent === null) tell(t('campaigns.remindLater'))
      else if (verb === 'remind') done(t('campaigns.reminded', { n: answer?.sent?.readers ?? 0, units: answer?.sent?.units ?? 0 }))
      else done(t('campaigns.done'))
      await reload()
      return true
    } catch (error) {
      refused.value = asApiError(error)
      return false
    } finally {
      busy.value = false
    }
  }
  return { campaign, by, coverage, rollup, snapshots, samples, reminders, moves, busy, refused, may, act, reload }
}

/** Units of a campaign, following the filters; `open` is who is missing. */
export function useTargets(id: number, query: () => { status: string; town: string; post: string }) {
  const list = usePaged<TargetRow>((cursor) => listTargets(id, { ...query(), cursor, limit: 50 }))
  watch(() => JSON.stringify(query()), () => void list.reload(), { immediate: true })
  return list
}

export interface SurveyForm {
  version: number
  title: string
}

/** Published surveys to choose from. */
export function usePublishedForms() {
  return useResource<SurveyForm[]>(async () => {
    const forms = (await fetchForms()).items
    const versions = await Promise.all(forms.slice(0, 40).map((form) => fetchFormVersions(form.id)))
    return forms.flatMap((form, n) => {
      const found = versions[n]?.find((v) => v.status === 'published')
      return found ? [{ version: found.id, title: `${form.title} 第 ${found.number} 版` }] : []
    })
  })
}

const today = () => dayOf(Date.now())

/** A new campaign, step by step: what, whom, until when. */
export function useNewCampaign() {
  const form = reactive({
    title: '',
    purpose: '',
    kind: 'survey',
    form_version_id: null as number | null,
    rule: 'grid',
    rounds: 1,
    first: today(),
    last: today(),
    at: '18:00',
  })
  const figures = ref<FigureDefinition[]>([])
  const query = reactive<ListQuery>({ subject_kind: 'premises.premises', kinds: ['enterprise', 'construction'], town_ids: [], industry: '', above_scale: null, text: '' })
  const count = ref<number | null>(null)
  const campaign = shallowRef<Campaign | null>(null)
  const uploads = shallowRef<ListUpload[]>([])
  const busy = ref(false)
  const refused = shallowRef<ApiError | null>(null)

  watch(
    () => form.form_version_id,
    async (version) => {
      figures.value = version ? await suggestFigures(version).catch(() => []) : []
    },
  )
  watch(query, () => (count.value = null))

  async function attempt<T>(work: () => Promise<T>): Promise<T | null> {
    busy.value = true
    refused.value = null
    try {
      return await work()
    } catch (error) {
      refused.value = asApiError(error)
      return null
    } finally {
      busy.value = false
    }
  }

  const create = () =>
    attempt(async () => {
      campaign.value = await createCampaign({
        title: form.title,
        purpose: form.purpose,
        kind: form.kind,
        form_version_id: form.kind === 'survey' ? form.form_version_id : null,
        rule: form.rule,
        rounds: form.kind === 'survey' ? 1 : form.rounds,
        from_at: fromWall(form.first).toISOString(),
        due_at: fromWall(form.last, form.at).toISOString(),
        figures: form.kind === 'survey' ? figures.value : null,
      })
      return campaign.value
    })
  const preview = () => attempt(async () => (count.value = (await previewList(query)).count))
  const add = (id: number) =>
    attempt(async () => {
      const { count: added } = await addToList(id, query)
      done(t('campaigns.added', { n: added }))
      return added
    })
  const upload = (id: number, file: File) =>
    attempt(async () => {
      const report = await uploadList(id, file)
      uploads.value = await fetchUploads(id)
      return report
    })
  return { form, figures, query, count, campaign, uploads, busy, refused, create, preview, add, upload }
}

/** A question asked before a move that needs words. */
export function useAsk() {
  const open = ref('')
  const text = ref('')
  const ask = (verb: string) => {
    open.value = verb
    text.value = ''
  }
  return { open, text, ask }
}

export { failed }
