/** Forms at the desk: list, upload, versions, preview, filling in, sheets. */
import { computed, ref, shallowRef } from 'vue'
import type { ApiError } from '@/api/errors'
import {
  exportUrl,
  fetchForms,
  fetchHeld,
  fetchSheet,
  fetchSheets,
  fetchVersion,
  fetchVersions,
  markSurvey,
  publishVersion,
  retireForm,
  revealAnswer,
  searchSubjects,
  storeFile,
  submitSheet,
  uploadSurvey,
  type FormRow,
  type Held,
  type SheetPage as PageOf,
  type SheetQuery,
  type SheetRow as RowOf,
  type Upload,
  type Version as VersionOf,
  type VersionRow,
} from '@/api/forms'
import type { Answers, Definition } from '@/forms/types'
import { t } from '@/kit/i18n'
import { asApiError, usePaged, useResource } from '@/ui/console/state/resource'
import { done, failed } from '@/ui/console/toast'
import type { FormTools } from '@/ui/form/model'

export type Version = VersionOf<Definition>
export type SheetRow = RowOf<Answers>
export type SheetPage = PageOf<Definition, Answers>

export const ABOUT = ['enterprise', 'person', 'household', 'none'] as const
/** The kind under which the server knows the subject of a form. */
export const SUBJECT: Readonly<Record<string, string>> = {
  enterprise: 'premises.premises',
  person: 'residents.person',
  household: 'residents.household',
}

/** The list of living forms. */
export function useForms() {
  const list = usePaged<FormRow>((cursor) => fetchForms(cursor))
  void list.reload()
  return list
}

function save(content: Blob, name: string): void {
  const url = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 1000)
}

/** A survey from Excel: a draft, or a table of what to mend and the file with comments. */
export function useUpload() {
  const file = shallowRef<File | null>(null)
  const about = ref<string>('enterprise')
  const busy = ref(false)
  const made = shallowRef<Upload | null>(null)
  const refused = shallowRef<ApiError | null>(null)

  async function run(): Promise<Upload | null> {
    if (!file.value || busy.value) return null
    busy.value = true
    refused.value = null
    made.value = null
    try {
      made.value = await uploadSurvey(file.value, about.value)
      return made.value
    } catch (error) {
      refused.value = asApiError(error)
      return null
    } finally {
      busy.value = false
    }
  }

  async function mark(): Promise<void> {
    if (!file.value) return
    try {
      save(await markSurvey(file.value, about.value), `${t('forms.marked')}-${file.value.name}`)
    } catch (error) {
      failed(error)
    }
  }

  return { file, about, busy, made, refused, run, mark }
}

/** The versions of a form and what may be done with them. */
export function useVersions(form: () => number, chosen: () => number | null) {
  const versions = useResource<VersionRow[]>(() => fetchVersions(form()))
  const shown = computed(() => chosen() ?? versions.data.value?.[0]?.id ?? null)
  const version = useResource<Version | null>(() => (shown.value ? fetchVersion<Definition>(shown.value) : Promise.resolve(null)), false)

  async function act(verb: () => Promise<unknown>, word: string): Promise<boolean> {
    try {
      await verb()
      done(word)
      return true
    } catch (error) {
      failed(error)
      return false
    } finally {
      await versions.reload()
    }
  }

  return {
    versions,
    version,
    shown,
    publish: (id: number) => act(() => publishVersion(id), t('forms.published')),
    retire: () => act(() => retireForm(form()), t('forms.retired')),
  }
}

/** What a form needs of the desk: registers within one's scope, a place for files. */
export function deskTools(preview = false): FormTools {
  return {
    files: preview ? 'none' : 'keep',
    search: (kind, words) => searchSubjects(kind, words).catch(() => []),
    titleOf: async (kind, id) => {
      try {
        return (await fetchHeld(kind, id)).title
      } catch {
        return ''
      }
    },
    keepFile: (kind, file) => storeFile(kind, file, crypto.randomUUID()),
  }
}

/** One version to fill in, and what the register holds of the chosen subject. */
export function useFilling(id: () => number, subject: () => number | null) {
  const version = useResource<Version>(() => fetchVersion<Definition>(id()))
  const held = useResource<Held | null>(async () => {
    const about = version.data.value?.about ?? ''
    return subject() && SUBJECT[about] ? fetchHeld(about, subject() as number) : null
  }, false)
  const busy = ref(false)
  // One id for one sheet: sending again after a broken line stores once.
  const clientId = crypto.randomUUID()

  async function send(answers: Answers): Promise<{ id: number }> {
    busy.value = true
    try {
      const about = version.data.value?.about ?? ''
      return await submitSheet({
        client_id: clientId,
        version_id: id(),
        answers,
        captured_at: new Date().toISOString(),
        subject_kind: subject() ? (SUBJECT[about] ?? '') : '',
        subject_id: subject(),
      })
    } finally {
      busy.value = false
    }
  }

  return { version, held, busy, send }
}

/** Sheets of a version under filters. */
export function useSheets(id: () => number, query: () => SheetQuery) {
  const version = useResource<Version>(() => fetchVersion<Definition>(id()))
  const list = usePaged<SheetRow>((cursor) => fetchSheets<Answers>(id(), query(), cursor))
  return { version, list, exportUrl: computed(() => exportUrl(id(), query())) }
}

/** One sheet; personal answers are revealed one by one with a purpose. */
export function useSheet(id: () => number) {
  const page = useResource<SheetPage>(() => fetchSheet<Definition, Answers>(id()))
  const revealed = ref<Record<string, string>>({})
  const refused = ref('')
  const busy = ref(false)

  async function reveal(path: string, purpose: string): Promise<boolean> {
    busy.value = true
    refused.value = ''
    try {
      const found = await revealAnswer(id(), path, purpose)
      revealed.value = { ...revealed.value, [path]: String(found.value) }
      return true
    } catch (error) {
      refused.value = asApiError(error).message
      return false
    } finally {
      busy.value = false
    }
  }

  return { page, revealed, refused, busy, reveal }
}
