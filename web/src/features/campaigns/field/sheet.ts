/** A sheet being filled in: judged after every answer as the server will judge it. */
import { computed, type ComputedRef } from 'vue'
import { judge, offered, worded, type Judged } from '@/forms/judge'
import type { Answers, Choice, Definition, Field } from '@/forms/types'

export interface Question {
  path: string
  field: Field
  label: string
  choices: Choice[]
  /** Answered by a register: shown, not asked. */
  held: boolean
  fault: string
}

export interface SheetUse {
  judged: ComputedRef<Judged>
  questions: ComputedRef<Question[]>
}

/** `2021-08-03T10:00:00`, China's wall clock. */
export function localNow(now: Date): string {
  return new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 19)
}

function* visible(fields: readonly Field[], judged: Judged, path = ''): Generator<[string, Field]> {
  for (const field of fields) {
    const here = `${path}${field.name}`
    if (judged.hidden.has(here) || field.calculate) continue
    if (field.type === 'group') yield* visible(field.fields ?? [], judged, `${here}.`)
    else if (field.type !== 'repeat') yield [here, field]
  }
}

export function useSheet(definition: () => Definition | null, answers: () => Answers, register: () => Record<string, unknown>, now: () => Date): SheetUse {
  const judged = computed<Judged>(() => {
    const form = definition()
    return form
      ? judge(form, answers(), localNow(now()), register())
      : { answers: {}, faults: [], hidden: new Set(), held: new Set(), sights: new Map() }
  })
  const questions = computed<Question[]>(() => {
    const form = definition()
    if (!form) return []
    return [...visible(form.fields, judged.value)].map(([path, field]) => ({
      path,
      field,
      label: worded(field.label, judged.value, path),
      choices: field.list ? offered(form, field, judged.value, path, localNow(now())) : [],
      held: judged.value.held.has(path),
      fault: judged.value.faults.find((f) => f.path === path)?.message ?? '',
    }))
  })
  return { judged, questions }
}

/** Sets an answer at a path of group names. */
export function setAt(answers: Answers, path: string, value: unknown): void {
  const parts = path.split('.')
  const name = parts.pop() ?? ''
  let at = answers as Record<string, unknown>
  for (const part of parts) at = (at[part] ??= {}) as Record<string, unknown>
  at[name] = value
}

/** Reads an answer at a path of group names. */
export function getAt(answers: Answers, path: string): unknown {
  return path.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], answers)
}
