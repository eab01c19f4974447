/** Judging a sheet as the server will: relevance, calculations, required, constraint. `wangge/forms/rules.py` is the same. */
import { evaluate, type Scene } from './expressions'
import { plain, truth, whole, type Value } from './functions'
import { empty, tidy, typed } from './typed'
import type { Answer, Answers, Choice, Definition, Fault, Field, Tree } from './types'

const MAX_REPEATS = 200
const MOST_PASSES = 8

export interface Judged {
  /** As the server keeps them: irrelevant ones dropped, calculated ones computed. */
  answers: Answers
  faults: Fault[]
  /** Paths that are not shown. */
  hidden: Set<string>
  /** Paths answered by a register. */
  held: Set<string>
  /** What a question can see, by its path: for labels and offered choices. */
  sights: Map<string, Sight>
}

export interface State {
  flat: Map<string, unknown>
  counts: Map<string, number>
}

/** What a question can see: the nearest answers by name, the series in sight, its row. */
export interface Sight {
  values: Map<string, unknown>
  series: Map<string, unknown[]>
  position: number
}

export type Register = Readonly<Record<string, unknown>>

const nobody = (): State => ({ flat: new Map(), counts: new Map() })
const record = (given: unknown): Record<string, unknown> =>
  typeof given === 'object' && given !== null && !Array.isArray(given) ? (given as Record<string, unknown>) : {}
const own = (given: Record<string, unknown>, name: string): unknown => (Object.hasOwn(given, name) ? given[name] : undefined)

/** Every field of a form, depth first. */
export function* walk(fields: readonly Field[]): Generator<Field> {
  for (const question of fields) {
    yield question
    yield* walk(question.fields ?? [])
  }
}

/** The questions and repeats of one level with their paths; groups are looked through. */
function* section(fields: readonly Field[], path: string): Generator<[Field, string]> {
  for (const question of fields) {
    const here = path + question.name
    if (question.type === 'group') yield* section(question.fields ?? [], `${here}.`)
    else if (question.type !== 'note') yield [question, here]
  }
}

function seriesOf(repeat: Field, path: string, state: State): Map<string, unknown[]> {
  const inside = repeat.fields ?? []
  const found = new Map<string, unknown[]>()
  for (const question of walk(inside)) if (question.type !== 'note') found.set(question.name, [])
  const count = state.counts.get(path) ?? 0
  found.set(repeat.name, Array.from({ length: count }, (_, n) => n + 1))
  for (let index = 1; index <= count; index += 1) {
    for (const [question, here] of section(inside, `${path}[${index}].`)) {
      if (question.type === 'repeat') {
        for (const [name, values] of seriesOf(question, here, state)) found.get(name)?.push(...values)
      } else found.get(question.name)?.push(state.flat.get(here) ?? null)
    }
  }
  return found
}

function look(fields: readonly Field[], path: string, state: State, sight: Sight): void {
  for (const [question, here] of section(fields, path)) {
    if (question.type === 'repeat') for (const [name, row] of seriesOf(question, here, state)) sight.series.set(name, row)
    else sight.values.set(question.name, state.flat.get(here) ?? null)
  }
}

/** The sheet as it was typed, in its types: what questions may read before they are judged. */
function take(fields: readonly Field[], given: Record<string, unknown>, path: string, state: State): void {
  for (const question of fields) {
    const here = path + question.name
    const value = own(given, question.name)
    if (question.type === 'group') take(question.fields ?? [], record(value), `${here}.`, state)
    else if (question.type === 'repeat') {
      const rows = Array.isArray(value) ? value.slice(0, MAX_REPEATS) : []
      state.counts.set(here, rows.length)
      rows.forEach((row, n) => take(question.fields ?? [], record(row), `${here}[${n + 1}].`, state))
    } else if (question.calculate) {
      state.flat.set(here, ['string', 'number', 'boolean'].includes(typeof value) ? value : null)
    } else if (question.type !== 'note') state.flat.set(here, empty(value) ? null : typed(question, value)[0])
  }
}

/** A label without the answers it quotes. */
export function shown(label: string): string {
  return label.replace(/\$\{[^{}]*\}/g, '…')
}

/** A calculated value as it is stored: in the type of its question, nothing for NaN and infinity. */
function calculated(question: Field, value: Value): unknown {
  if (typeof value === 'boolean') return value
  if (typeof value === 'number' && !Number.isFinite(value)) return null
  const found = typeof value === 'number' ? tidy(value) : value
  if (empty(found)) return null
  return question.type === 'calculate' || question.type === 'text' ? found : typed(question, found)[0]
}

/** Labels of choices by question and code. */
export function labelsOf(definition: Definition): Map<string, Map<string, string>> {
  const found = new Map<string, Map<string, string>>()
  for (const field of walk(definition.fields)) {
    if (field.list) found.set(field.name, new Map((definition.choices[field.list] ?? []).map((c) => [c.code, c.label])))
  }
  return found
}

function absent(value: unknown): boolean {
  if (value === null || value === undefined) return true
  if (Array.isArray(value)) return value.length === 0
  return typeof value === 'object' && Object.keys(value).length === 0
}

/** One reading of the sheet from top to bottom; reads `before` where the form looks ahead. */
class Pass {
  readonly after = nobody()
  readonly judged: Judged = { answers: {}, faults: [], hidden: new Set(), held: new Set(), sights: new Map() }

  constructor(
    readonly definition: Definition,
    readonly labels: Map<string, Map<string, string>>,
    readonly now: string,
    readonly register: Register,
    readonly before: State,
  ) {}

  scene(sight: Sight, answer: unknown, columns?: Record<string, string>): Scene {
    return { ...sight, own: answer, labels: this.labels, columns, now: this.now }
  }

  is(tree: Tree, sight: Sight, answer: unknown = null): boolean {
    return truth(evaluate(tree, this.scene(sight, answer)))
  }

  fault(path: string, question: Field, message: string): void {
    this.judged.faults.push({ path, label: shown(question.label || question.name), message })
  }

  level(fields: readonly Field[], given: Record<string, unknown>, sight: Sight, path: string): Answers {
    const kept: Answers = {}
    for (const question of fields) {
      const here = path + question.name
      this.judged.sights.set(here, sight)
      if (question.relevant && !this.is(question.relevant, sight)) {
        this.judged.hidden.add(here)
        look([question], path, nobody(), sight)
        continue
      }
      const value = this.value(question, own(given, question.name), sight, here)
      if (!absent(value)) kept[question.name] = value as Answer
    }
    return kept
  }

  value(question: Field, given: unknown, sight: Sight, here: string): unknown {
    if (question.type === 'note') return null
    if (question.type === 'group') return this.level(question.fields ?? [], record(given), sight, `${here}.`)
    if (question.type === 'repeat') return this.rows(question, given, sight, here)
    const value = this.answer(question, given, sight, here)
    sight.values.set(question.name, value)
    this.after.flat.set(here, value)
    return value
  }

  rows(question: Field, given: unknown, sight: Sight, path: string): Answers[] {
    let rows: unknown[] = Array.isArray(given) ? given : []
    if (question.count) {
      const wanted = Math.max(0, Math.min(MAX_REPEATS, whole(evaluate(question.count, this.scene(sight, null)), 0)))
      rows = [...rows, ...Array.from({ length: wanted }, () => ({}))].slice(0, wanted)
    }
    if (rows.length > MAX_REPEATS) {
      this.fault(path, question, `最多 ${MAX_REPEATS} 条`)
      rows = rows.slice(0, MAX_REPEATS)
    }
    this.after.counts.set(path, rows.length)
    const found = rows.map((row, n) => {
      const local: Sight = { values: new Map(sight.values), series: new Map(sight.series), position: n + 1 }
      look(question.fields ?? [], `${path}[${n + 1}].`, this.before, local)
      return this.level(question.fields ?? [], record(row), local, `${path}[${n + 1}].`)
    })
    for (const [name, row] of seriesOf(question, path, this.after)) sight.series.set(name, row)
    return found
  }

  answer(question: Field, given: unknown, sight: Sight, path: string): unknown {
    const known = own(this.register as Record<string, unknown>, question.register ?? '')
    if (!empty(known)) {
      this.judged.held.add(path)
      return known
    }
    if (question.calculate) return calculated(question, evaluate(question.calculate, this.scene(sight, given)))
    if (empty(given)) return this.missing(question, sight, path)
    const [value, wrong] = typed(question, given)
    if (wrong === null && empty(value)) return null
    let message = wrong
    if (message === null && question.list) message = this.choiceFault(question, value, sight)
    if (message === null && question.constraint && !this.is(question.constraint, sight, value)) {
      message = question.constraint_message || '不符合要求'
    }
    if (message !== null) this.fault(path, question, message)
    return value
  }

  missing(question: Field, sight: Sight, path: string): null {
    if (question.required && this.is(question.required, sight)) this.fault(path, question, question.required_message || '必填')
    return null
  }

  choiceFault(question: Field, value: unknown, sight: Sight): string | null {
    const options = this.definition.choices[question.list ?? ''] ?? []
    for (const code of Array.isArray(value) ? value : [value]) {
      if (!options.some((c) => c.code === code && this.offers(question, c, value, sight))) return `“${code}”不在可选范围内`
    }
    return null
  }

  offers(question: Field, choice: Choice, value: unknown, sight: Sight): boolean {
    if (!question.choice_filter) return true
    const columns = { ...choice.columns, name: choice.code, label: choice.label }
    return truth(evaluate(question.choice_filter, this.scene(sight, value, columns)))
  }
}

function rests(before: State, after: State): boolean {
  const filled = (flat: Map<string, unknown>) => [...flat].filter(([, value]) => value !== null && value !== undefined)
  const known = filled(before.flat)
  const found = filled(after.flat)
  return (
    known.length === found.length &&
    found.every(([path, value]) => JSON.stringify(before.flat.get(path)) === JSON.stringify(value)) &&
    before.counts.size === after.counts.size &&
    [...after.counts].every(([path, count]) => before.counts.get(path) === count)
  )
}

/** Judges a whole sheet; `now` is ISO local time; `register` holds what the registers know by field key. */
export function judge(definition: Definition, answers: Answers, now: string, register: Register = {}): Judged {
  let before = nobody()
  take(definition.fields, answers, '', before)
  const labels = labelsOf(definition)
  for (let pass = 1; ; pass += 1) {
    const reading = new Pass(definition, labels, now, register, before)
    const sight: Sight = { values: new Map(), series: new Map(), position: 1 }
    look(definition.fields, '', before, sight)
    reading.judged.answers = reading.level(definition.fields, answers, sight, '')
    if (pass >= MOST_PASSES || rests(before, reading.after)) return reading.judged
    before = reading.after
  }
}

/** The choices a question offers just now. */
export function offered(definition: Definition, question: Field, judged: Judged, path: string, now: string): Choice[] {
  const options = definition.choices[question.list ?? ''] ?? []
  const sight = judged.sights.get(path)
  if (!question.choice_filter || !sight) return options
  const pass = new Pass(definition, labelsOf(definition), now, {}, nobody())
  return options.filter((choice) => pass.offers(question, choice, null, sight))
}

/** A label with the answers it quotes (`${name}`). */
export function worded(label: string, judged: Judged, path: string): string {
  const sight = judged.sights.get(path)
  return label.replace(/\$\{\s*([^{}\s]+)\s*\}/g, (_, name: string) => String(plain(sight?.values.get(name))) || '…')
}

/** What a new sheet, or a new row of a repeat, begins with: the defaults. */
export function fresh(definition: Definition, now: string, fields: readonly Field[] = definition.fields): Answers {
  const found: Answers = {}
  const scene: Scene = { values: new Map(), series: new Map(), labels: new Map(), now, position: 1 }
  for (const question of fields) {
    if (question.type === 'group') {
      const inner = fresh(definition, now, question.fields)
      if (Object.keys(inner).length) found[question.name] = inner
    } else if (question.type === 'repeat' && !question.count) {
      found[question.name] = [fresh(definition, now, question.fields)]
    } else if (question.default) {
      const value = calculated(question, evaluate(question.default, scene))
      if (!empty(value)) found[question.name] = value as Answer
    }
  }
  return found
}

/** Whether an answer is required just now. */
export function needed(definition: Definition, question: Field, judged: Judged, path: string, now: string): boolean {
  const sight = judged.sights.get(path)
  if (!question.required || !sight) return false
  return new Pass(definition, labelsOf(definition), now, {}, nobody()).is(question.required, sight)
}
