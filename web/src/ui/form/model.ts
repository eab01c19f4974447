/** A form being filled in, without a skin: what is asked now, what was answered, what is wrong. */
import { computed, ref, shallowRef, type ComputedRef, type InjectionKey, type Ref, type ShallowRef } from 'vue'
import { fresh, judge, needed, offered, worded, type Judged, type Register } from '@/forms/judge'
import { at, put } from '@/forms/paths'
import type { Answer, Answers, Choice, Definition, Fault, Field } from '@/forms/types'

export interface Item {
  field: Field
  path: string
  label: string
  hint: string
  /** A question, text to read, a group, rows. */
  shape: 'question' | 'note' | 'group' | 'repeat'
  value: Answer
  required: boolean
  /** Answered by a calculation or a register: shown, not asked. */
  readonly: boolean
  held: boolean
  choices: Choice[]
  items: Item[]
  rows: { path: string; items: Item[] }[]
  /** Rows are as many as another answer says. */
  counted: boolean
  fault: string
}

export interface FormModel {
  definition: Definition
  answers: ShallowRef<Answers>
  judged: ComputedRef<Judged>
  items: ComputedRef<Item[]>
  set: (path: string, value: Answer) => void
  /** The block was left: what is wrong with it may be said now. */
  touch: (path: string) => void
  addRow: (path: string, field: Field) => void
  removeRow: (path: string, index: number) => void
  /** Judges everything, shows every fault, answers the first one. */
  check: () => Fault | null
  /** Faults that the server found. */
  refuse: (fields: Record<string, string>) => void
  /** What is sent: irrelevant answers dropped, calculated ones computed. */
  body: () => Answers
}

export interface ModelOptions {
  definition: Definition
  now: () => string
  register?: () => Register
  answers?: Answers
  changed?: (answers: Answers) => void
}

/** Finds records for a look-up; keeps photos, recordings and signatures under an id. */
export interface FormTools {
  /** `none` in a preview: nothing is taken. */
  files: 'keep' | 'none'
  search: (kind: string, words: string) => Promise<{ id: number; title: string; detail: string }[]>
  titleOf: (kind: string, id: number) => Promise<string>
  keepFile?: (kind: 'photo' | 'audio' | 'signature', file: File) => Promise<string>
}
export const TOOLS: InjectionKey<FormTools> = Symbol('form tools')

/** ISO wall-clock time in China of a moment. */
export function chinaTime(moment: Date): string {
  return new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 19)
}

/** Nothing to show: a calculation without a title. */
function silent(field: Field): boolean {
  return field.type === 'calculate' && !field.label
}

export function useForm(options: ModelOptions): FormModel {
  const { definition } = options
  const answers = shallowRef<Answers>(options.answers ?? fresh(definition, options.now()))
  const now = ref(options.now())
  const told: Ref<ReadonlySet<string>> = shallowRef(new Set<string>())
  const all = ref(false)
  const foreign = shallowRef<Record<string, string>>({})
  const judged = computed(() => judge(definition, answers.value, now.value, options.register?.() ?? {}))
  const faults = computed(() => new Map(judged.value.faults.map((fault) => [fault.path, fault.message])))

  function faultOf(path: string): string {
    const own = all.value || told.value.has(path) ? faults.value.get(path) : undefined
    return own ?? foreign.value[path] ?? ''
  }

  function item(field: Field, path: string): Item {
    const found = judged.value
    const held = found.held.has(path)
    const shape = field.type === 'group' || field.type === 'repeat' || field.type === 'note' ? field.type : 'question'
    const readonly = held || Boolean(field.calculate)
    return {
      field,
      path,
      shape,
      held,
      readonly,
      label: worded(field.label, found, path),
      hint: worded(field.hint ?? '', found, path),
      value: readonly ? at(found.answers, path) : at(answers.value, path),
      required: !readonly && needed(definition, field, found, path, now.value),
      choices: field.list && shape === 'question' ? offered(definition, field, found, path, now.value) : [],
      items: shape === 'group' ? level(field.fields ?? [], `${path}.`) : [],
      rows: shape === 'repeat' ? rowsOf(field, path) : [],
      counted: Boolean(field.count),
      fault: faultOf(path),
    }
  }

  function rowsOf(field: Field, path: string): Item['rows'] {
    const rows = at(judged.value.answers, path)
    return (Array.isArray(rows) ? rows : []).map((_, n) => {
      const here = `${path}[${n + 1}]`
      return { path: here, items: level(field.fields ?? [], `${here}.`) }
    })
  }

  function level(fields: readonly Field[], prefix: string): Item[] {
    return fields
      .filter((field) => !judged.value.hidden.has(prefix + field.name) && !silent(field))
      .map((field) => item(field, prefix + field.name))
  }

  function change(next: Answers): void {
    answers.value = next
    options.changed?.(next)
  }

  function touch(path: string): void {
    if (!told.value.has(path)) told.value = new Set([...told.value, path])
  }

  function set(path: string, value: Answer): void {
    if (foreign.value[path]) foreign.value = Object.fromEntries(Object.entries(foreign.value).filter(([p]) => p !== path))
    change(put(answers.value, path, value === null || value === '' ? undefined : value))
  }

  const rowsAt = (path: string): Answers[] => {
    const rows = at(answers.value, path)
    return Array.isArray(rows) ? [...(rows as Answers[])] : []
  }

  return {
    definition,
    answers,
    judged,
    items: computed(() => level(definition.fields, '')),
    set,
    touch,
    addRow: (path, field) => change(put(answers.value, path, [...rowsAt(path), fresh(definition, now.value, field.fields)])),
    removeRow: (path, index) => change(put(answers.value, path, rowsAt(path).filter((_, n) => n !== index))),
    check: () => {
      now.value = options.now()
      all.value = true
      return judged.value.faults[0] ?? null
    },
    refuse: (fields) => {
      foreign.value = Object.fromEntries(
        Object.entries(fields).map(([path, message]) => [path, message.replace(/^[^:]*:/, '')]),
      )
    },
    body: () => judged.value.answers,
  }
}

/** Brings the block of a path into sight and gives it the focus. */
export function showBlock(root: ParentNode | null, path: string): void {
  const block = [...(root?.querySelectorAll<HTMLElement>('[data-path]') ?? [])].find((one) => one.dataset.path === path)
  block?.scrollIntoView({ block: 'center', behavior: 'smooth' })
  block?.querySelector<HTMLElement>('input, textarea, button, select')?.focus({ preventScroll: true })
}

/** Client ids of all files that a sheet names. */
export function filesIn(fields: readonly Field[], answers: Answers): string[] {
  return fields.flatMap((field) => {
    const value = answers[field.name]
    if (value === null || value === undefined) return []
    if (field.type === 'group') return filesIn(field.fields ?? [], value as Answers)
    if (field.type === 'repeat') return (value as Answers[]).flatMap((row) => filesIn(field.fields ?? [], row))
    return ['photo', 'audio', 'signature'].includes(field.type) ? [String(value)] : []
  })
}

/** Whether a form asks for anything personal: such sheets and drafts are never kept in the clear. */
export function isPersonal(fields: readonly Field[]): boolean {
  return fields.some((field) => Boolean(field.personal) || isPersonal(field.fields ?? []))
}
