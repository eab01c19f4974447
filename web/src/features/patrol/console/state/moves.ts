/** What may be done to an event: where it is sent and what it asks. */

export interface MoveField {
  name: string
  kind: 'long' | 'agency' | 'choice' | 'score' | 'flag'
  /** Message key below `patrol.ask`. */
  label: string
  required?: boolean
  /** Which table of words feeds a choice. */
  words?: 'levels' | 'return_reasons' | 'void_reasons'
}

export interface MoveForm {
  path: string
  fields: readonly MoveField[]
  look?: 'primary' | 'danger'
  fixed?: Record<string, unknown>
}

const words = (label: string, required = true): MoveField => ({ name: 'text', kind: 'long', label, required })

export const MOVES: Readonly<Record<string, MoveForm>> = {
  establish: { path: 'establish', look: 'primary', fields: [{ name: 'level', kind: 'choice', label: 'level', words: 'levels' }, words('note', false)] },
  take_over: { path: 'establish', fields: [words('takeOver')] },
  dispatch: {
    path: 'dispatch',
    look: 'primary',
    fields: [
      { name: 'to_grid', kind: 'flag', label: 'toGrid' },
      { name: 'agency_id', kind: 'agency', label: 'unit' },
      { name: 'note', kind: 'long', label: 'note' },
    ],
  },
  sign: { path: 'sign', look: 'primary', fields: [] },
  request_return: {
    path: 'request-return',
    fields: [{ name: 'reason_code', kind: 'choice', label: 'reason', words: 'return_reasons', required: true }, words('returnWhy')],
  },
  approve_return: { path: 'decide-return', look: 'primary', fixed: { approved: true }, fields: [words('note', false)] },
  reject_return: { path: 'decide-return', fixed: { approved: false }, fields: [words('rejectWhy')] },
  feed_back: { path: 'feed-back', look: 'primary', fields: [{ name: 'handling', kind: 'long', label: 'handling', required: true }] },
  verify: { path: 'verify', look: 'primary', fixed: { passed: true }, fields: [words('seen', false)] },
  order_redo: { path: 'verify', fixed: { passed: false }, fields: [words('redoWhy')] },
  close: { path: 'close', look: 'primary', fields: [words('note', false)] },
  rate: { path: 'rate', look: 'primary', fields: [{ name: 'score', kind: 'score', label: 'score', required: true }, words('rating', false)] },
  urge: { path: 'urge', fields: [words('urge')] },
  void: {
    path: 'void',
    look: 'danger',
    fields: [{ name: 'reason_code', kind: 'choice', label: 'reason', words: 'void_reasons', required: true }, words('voidWhy')],
  },
}

/** Empty answers to a form's questions. */
export function blankOf(form: MoveForm): Record<string, unknown> {
  return Object.fromEntries(form.fields.map((f) => [f.name, f.kind === 'agency' ? null : f.kind === 'score' ? 0 : f.kind === 'flag' ? false : '']))
}

/** Required questions without an answer; a dispatch needs the grid or a unit. */
export function missingIn(form: MoveForm, values: Record<string, unknown>): string[] {
  const missing = form.fields.filter((f) => f.required && !values[f.name]).map((f) => f.name)
  if (form.path === 'dispatch' && !values.to_grid && !values.agency_id) missing.push('agency_id')
  return missing
}
