/** Evaluates the trees that travel with a form version; `wangge/forms/expressions.py` parses and evaluates the same. */
import { FUNCTIONS, LAZY, least, most, number, OPERATORS, plain, SERIES, text, total, trimmed, truth, whole, type Value } from './functions'
import type { Tree } from './types'

/** What an expression may look at: answers by name (in repeats the nearest), the own value, the moment. */
export interface Scene {
  values: ReadonlyMap<string, unknown>
  own?: unknown
  /** All answers of a repeated question in sight, or the rows of a repeat. */
  series: ReadonlyMap<string, readonly unknown[]>
  /** Labels of choices by question and code. */
  labels: ReadonlyMap<string, ReadonlyMap<string, string>>
  columns?: Readonly<Record<string, string>>
  /** ISO local time. */
  now: string
  position: number
}

/** The value of a tree in a scene. */
export function evaluate(tree: Tree, scene: Scene): Value {
  const [kind, first, second] = tree
  switch (kind) {
    case 'lit':
      return plain(first)
    case 'ref':
      return plain(scene.values.get(first as string))
    case 'self':
      return plain(scene.own)
    case 'col':
      return plain(Object.hasOwn(scene.columns ?? {}, first as string) ? scene.columns?.[first as string] : undefined)
    case 'neg':
      return -number(evaluate(first as Tree, scene))
    case 'op':
      return operate(tree, scene)
  }
  const name = first as string
  const parts = second as Tree[]
  if (SERIES.has(name)) return overSeries(name, parts, scene)
  if (LAZY.has(name)) return lazy(name, parts, scene)
  const call = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined
  return call ? call(...parts.map((part) => evaluate(part, scene))) : ''
}

function operate(tree: Tree, scene: Scene): Value {
  const sign = tree[1] as string
  const left = evaluate(tree[2] as Tree, scene)
  const right = () => evaluate(tree[3] as Tree, scene)
  if (sign === 'and') return truth(left) && truth(right())
  if (sign === 'or') return truth(left) || truth(right())
  return OPERATORS[sign]?.(left, right()) ?? ''
}

function lazy(name: string, parts: Tree[], scene: Scene): Value {
  const part = (index: number): Value => evaluate(parts[index] ?? ['lit', ''], scene)
  switch (name) {
    case 'if':
      return truth(part(0)) ? part(1) : part(2)
    case 'coalesce':
      for (const one of parts) {
        const found = evaluate(one, scene)
        if (found !== '') return found
      }
      return ''
    case 'today':
      return scene.now.slice(0, 10)
    case 'now':
      return scene.now
    case 'position':
      return scene.position
    case 'once':
      return plain(scene.own) !== '' ? plain(scene.own) : part(0)
  }
  const question = trimmed(trimmed(text(part(1))).replace(/^\$\{/, '').replace(/\}$/, ''))
  return scene.labels.get(question)?.get(text(part(0))) ?? ''
}

/** Alone (`sum(${age})`) a repeated question means all its rows; among others the nearest, and all rows only from outside. */
function row(tree: Tree, scene: Scene, alone: boolean): Value[] {
  const name = tree[1] as string
  const series = tree[0] === 'ref' && (alone || !scene.values.has(name)) ? scene.series.get(name) : undefined
  return series ? series.map(plain) : [evaluate(tree, scene)]
}

function overSeries(name: string, parts: Tree[], scene: Scene): Value {
  const none: Tree = ['lit', '']
  if (name === 'join') {
    const mark = text(evaluate(parts[0] ?? none, scene))
    return row(parts[1] ?? none, scene, true)
      .filter((v) => v !== '')
      .map(text)
      .join(mark)
  }
  if (name === 'indexed-repeat') {
    const index = whole(evaluate(parts[2] ?? none, scene), 0)
    return row(parts[0] ?? none, scene, true)[index - 1] ?? ''
  }
  const values = parts.flatMap((part) => row(part, scene, parts.length === 1))
  if (name === 'count') return values.length
  if (name === 'count-non-empty') return values.filter((v) => v !== '').length
  return name === 'sum' ? total(values) : name === 'min' ? least(values) : most(values)
}
