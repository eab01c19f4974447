import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { evaluate, type Scene } from './expressions'
import { text } from './functions'
import { fresh, judge, offered, worded } from './judge'
import type { Answers, Definition, Tree } from './types'

interface Case {
  text?: string
  tree: Tree
  scene: {
    values: Record<string, unknown>
    own: unknown
    series: Record<string, unknown[]>
    labels: Record<string, Record<string, string>>
    columns: Record<string, string>
    now: string
    position: number
  }
  value: string
}
interface Survey {
  form: string
  definition: Definition
  now: string
  register: Record<string, unknown>
  fresh: Answers
  sheets: { given: Answers; judged: { answers: Answers; faults: unknown[]; hidden: string[]; held: string[] } }[]
}

const read = <T>(name: string): T[] =>
  JSON.parse(readFileSync(`../contracts/vectors/${name}.json`, 'utf8')) as T[]

function sceneOf({ scene }: Case): Scene {
  const labels = Object.entries(scene.labels).map(([name, found]) => [name, new Map(Object.entries(found))] as const)
  return {
    ...scene,
    values: new Map(Object.entries(scene.values)),
    series: new Map(Object.entries(scene.series)),
    labels: new Map(labels),
  }
}

describe('expressions give what the shared vectors say', () => {
  it.each(read<Case>('expressions'))('$text', (one) => {
    expect(text(evaluate(one.tree, sceneOf(one)))).toBe(one.value)
  })
})

it('random expressions give the same as on the server', () => {
  const cases = read<Case>('expressions_random')
  expect(cases.length).toBeGreaterThan(500)
  const wrong = cases.filter((one) => text(evaluate(one.tree, sceneOf(one))) !== one.value)
  expect(wrong.map((one) => [JSON.stringify(one.tree), one.value, text(evaluate(one.tree, sceneOf(one)))])).toEqual([])
})

describe('sheets are judged as on the server', () => {
  it.each(read<Survey>('forms'))('$form', (survey) => {
    expect(fresh(survey.definition, survey.now)).toEqual(survey.fresh)
    for (const { given, judged } of survey.sheets) {
      const found = judge(survey.definition, given, survey.now, survey.register)
      const here = { answers: found.answers, faults: found.faults, hidden: [...found.hidden].sort(), held: [...found.held].sort() }
      expect({ given, judged: here }).toEqual({ given, judged: { ...judged, hidden: [...judged.hidden].sort() } })
    }
  })
})

it('offers the villages of the chosen town and words a label with the answers', () => {
  const surveys = read<Survey>('forms')
  const cascade = surveys.find((s) => s.form === 'cascade')?.definition as Definition
  const village = cascade.fields[1] as Definition['fields'][number]
  const found = judge(cascade, { town: 'liuqiao' }, '2021-08-10T09:30:00')
  expect(offered(cascade, village, found, 'village', '2021-08-10T09:30:00').map((c) => c.label)).toEqual(['乙村'])
  const english = surveys.find((s) => s.form === 'english')?.definition as Definition
  const named = judge(english, { resp: '周' }, '2021-08-10T09:30:00')
  expect(worded('${resp}的出生年月日', named, 'dob')).toBe('周的出生年月日')
})
