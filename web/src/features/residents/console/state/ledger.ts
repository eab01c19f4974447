/** Ledgers of people: a file, which column is which field, a report in which every row is accounted for. */
import { computed, reactive, ref, shallowRef } from 'vue'
import { fetchImport, fetchImports, importPeople, type PeopleImport } from '@/api/residents'
import type { ApiError } from '@/api/errors'
import { csvHeaderOf } from '@/kit/csv'
import { asApiError, useResource } from '@/ui/console/state/resource'
import { failed } from '@/ui/console/toast'

export const FIELDS = [
  'name', 'id_no', 'id_type', 'sex', 'birthday', 'phone', 'guardian', 'guardian_phone', 'town', 'village', 'grid',
  'address', 'hukou_code', 'household_no', 'relation', 'residence', 'care', 'no_smartphone', 'disease_history',
] as const
export type PeopleField = (typeof FIELDS)[number]

const GUESSES: Record<PeopleField, RegExp> = {
  name: /^(居民|人员)?姓名$/,
  id_no: /身份证|证件号/,
  id_type: /证件类型/,
  sex: /性别/,
  birthday: /出生|生日/,
  phone: /^(本人)?(联系)?(电话|手机|联系方式)(号码|号)?$/,
  guardian: /(监护人|亲属|紧急联系人)(姓名)?$/,
  guardian_phone: /(监护人|亲属|紧急联系人).*(电话|手机)/,
  town: /镇|街道/,
  village: /村|社区/,
  grid: /网格/,
  address: /住址|地址/,
  hukou_code: /户籍.*(代码|区划)/,
  household_no: /户号|户编号/,
  relation: /关系/,
  residence: /人口类别|人口类型/,
  care: /标签|关爱/,
  no_smartphone: /智能手机/,
  disease_history: /病史/,
}

/** A column per field where the name is telling; a column is used once. */
export function guessPeopleColumns(header: readonly string[]): Record<PeopleField, string> {
  const used = new Set<string>()
  const found = {} as Record<PeopleField, string>
  for (const field of FIELDS) {
    const column = header.find((c) => !used.has(c) && GUESSES[field].test(c.trim())) ?? ''
    if (column) used.add(column)
    found[field] = column
  }
  return found
}

/** The import page's state and verbs. */
export function usePeopleLedger() {
  const file = shallowRef<File | null>(null)
  const header = ref<string[]>([])
  const source = ref('')
  const purpose = ref('grid_service')
  const columns = reactive<Record<string, string>>(Object.fromEntries(FIELDS.map((f) => [f, ''])))
  const busy = ref(false)
  const refused = shallowRef<ApiError | null>(null)
  const report = shallowRef<PeopleImport | null>(null)
  const history = useResource<PeopleImport[]>(() => fetchImports())
  const mapping = computed(() => ({
    source: source.value,
    columns: Object.fromEntries(Object.entries(columns).filter(([, column]) => column)),
  }))

  async function choose(picked: File | null): Promise<void> {
    file.value = picked
    report.value = null
    refused.value = null
    header.value = picked ? await csvHeaderOf(picked) : []
    source.value ||= picked?.name.replace(/\.[^.]+$/, '') ?? ''
    Object.assign(columns, guessPeopleColumns(header.value))
  }

  async function run(): Promise<void> {
    if (!file.value || busy.value) return
    busy.value = true
    refused.value = null
    try {
      report.value = await importPeople(file.value, mapping.value, purpose.value)
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

  return { file, header, source, purpose, columns, busy, refused, report, history, choose, run, show }
}
