/** Answers as people read them: labels for codes, counts for rows, words for files. */
import { at } from '@/forms/paths'
import type { Answers, Definition, Field, Place } from '@/forms/types'
import { t } from '@/kit/i18n'

export interface Column {
  path: string
  label: string
  field: Field
}
const MOST = 6

/** The first questions of a form, groups looked through: what a list has room for. */
export function columnsOf(definition: Definition): Column[] {
  return leaves(definition.fields, '').slice(0, MOST)
}

function leaves(fields: readonly Field[], path: string): Column[] {
  return fields.flatMap((field) => {
    if (field.type === 'group') return leaves(field.fields ?? [], `${path}${field.name}.`)
    if (field.type === 'note' || (field.type === 'calculate' && !field.label)) return []
    return [{ path: path + field.name, label: field.label || field.name, field }]
  })
}

/** One answer in words. */
export function textOf(definition: Definition, column: Column, answers: Answers, titles: Record<string, Record<string, string>> = {}): string {
  return wordsOf(definition, column.field, at(answers, column.path), titles)
}

/** The words of a value of a question. */
export function wordsOf(definition: Definition, field: Field, value: unknown, titles: Record<string, Record<string, string>> = {}): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'boolean') return t(value ? 'forms.yes' : 'forms.no')
  if (field.type === 'repeat') return t('forms.rows', { n: (value as unknown[]).length })
  if (field.type === 'lookup') return titles[field.kind ?? '']?.[String(value)] ?? `#${String(value)}`
  if (field.type === 'location') return `${(value as Place).lat}, ${(value as Place).lon}`
  if (['photo', 'audio', 'signature'].includes(field.type)) return t(`forms.kinds.${field.type}`)
  if (field.list) {
    const labels = new Map((definition.choices[field.list] ?? []).map((c) => [c.code, c.label]))
    return (Array.isArray(value) ? value : [value]).map((code) => labels.get(String(code)) ?? String(code)).join('、')
  }
  return String(value)
}
