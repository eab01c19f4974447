/** Paths like `home[1].about.member[2].age` into a sheet; rows count from 1. */
import type { Answer, Answers } from './types'

type Step = string | number

/** The steps of a path: names, and rows from 0. */
export function steps(path: string): Step[] {
  return path.split('.').flatMap((part) => {
    const found = /^(.*)\[(\d+)\]$/.exec(part)
    return found ? [found[1] ?? '', Number(found[2]) - 1] : [part]
  })
}

/** The answer at a path. */
export function at(answers: Answers, path: string): Answer {
  let found: unknown = answers
  for (const step of steps(path)) found = (found as Record<Step, unknown> | null | undefined)?.[step]
  return found as Answer
}

function placed(holder: unknown, way: Step[], value: unknown): unknown {
  const [step, ...rest] = way
  if (step === undefined) return value
  if (typeof step === 'number') {
    const rows = Array.isArray(holder) ? [...(holder as unknown[])] : []
    rows[step] = placed(rows[step], rest, value)
    return rows
  }
  const found: Record<string, unknown> = { ...(typeof holder === 'object' && holder ? (holder as object) : {}) }
  const inner = placed(found[step], rest, value)
  if (inner === undefined) delete found[step]
  else found[step] = inner
  return found
}

/** The sheet with another answer at a path; `undefined` takes the answer out. */
export function put(answers: Answers, path: string, value: Answer): Answers {
  return placed(answers, steps(path), value) as Answers
}
