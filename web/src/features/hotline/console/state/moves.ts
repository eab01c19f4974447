/** Every move as data: where it is sent, what it asks for, how it looks as a button. */
import {
  EXCLUSION_REASON,
  EXTENSION_REASON,
  REFUSE_REASON,
  RETURN_REASON,
  SUSPEND_REASON,
  DUTY,
  type Labels,
} from '@/domain/labels'

export type FieldKind = 'text' | 'long' | 'choice' | 'agency' | 'agencies' | 'number'

export interface Field {
  name: string
  kind: FieldKind
  /** Key under `move.field`. */
  label: string
  required?: boolean
  labels?: Labels
  initial?: unknown
  min?: number
  max?: number
}

export interface MoveForm {
  /** Last part of the address. */
  path: string
  fields: readonly Field[]
  /** Sent along as it is. */
  fixed?: Readonly<Record<string, unknown>>
  look?: 'primary' | 'danger' | 'quiet'
  /** A form of its own instead of the fields. */
  own?: 'reply' | 'callback' | 'answer' | 'amend'
}

const why = (label: string, required = true): Field => ({ name: 'text', kind: 'long', label, required })
const reason = (labels: Labels): Field => ({
  name: 'reason_code',
  kind: 'choice',
  label: 'reason',
  required: true,
  labels,
})

export const MOVES: Readonly<Record<string, MoveForm>> = {
  take_in: { path: 'take-in', fields: [], look: 'primary' },
  answer_directly: { path: 'answer', fields: [], own: 'answer', look: 'primary' },
  ask_detail: { path: 'ask-detail', fields: [why('detailWanted')] },
  give_detail: { path: 'give-detail', fields: [why('detail')], look: 'primary' },
  submit_for_dispatch: {
    path: 'submit',
    fields: [why('note', false)],
    look: 'primary',
  },
  dispatch: {
    path: 'dispatch',
    look: 'primary',
    fields: [
      { name: 'agency_id', kind: 'agency', label: 'lead', required: true },
      { name: 'co_agency_ids', kind: 'agencies', label: 'co', initial: [] },
      { name: 'note', kind: 'long', label: 'note' },
    ],
  },
  sign: { path: 'sign', fields: [], look: 'primary' },
  request_return: { path: 'request-return', fields: [reason(RETURN_REASON), why('returnWhy')] },
  approve_return: { path: 'decide-return', fields: [why('decision', false)], fixed: { approved: true }, look: 'primary' },
  reject_return: { path: 'decide-return', fields: [why('rejectWhy')], fixed: { approved: false } },
  add_unit: {
    path: 'add-unit',
    fields: [
      { name: 'agency_id', kind: 'agency', label: 'unit', required: true },
      { name: 'duty', kind: 'choice', label: 'duty', labels: DUTY, initial: 'co', required: true },
      { name: 'note', kind: 'long', label: 'note' },
    ],
  },
  request_extension: {
    path: 'request-extension',
    fields: [
      { name: 'work_days', kind: 'number', label: 'workDays', required: true, initial: 2, min: 1, max: 30 },
      reason(EXTENSION_REASON),
      why('extensionWhy'),
    ],
  },
  approve_extension: {
    path: 'decide-extension',
    fields: [why('decision', false)],
    fixed: { approved: true },
    look: 'primary',
  },
  reject_extension: { path: 'decide-extension', fields: [why('rejectWhy')], fixed: { approved: false } },
  suspend: { path: 'suspend', fields: [reason(SUSPEND_REASON), why('suspendWhy')] },
  resume: { path: 'resume', fields: [why('note', false)], look: 'primary' },
  submit_reply: { path: 'reply', fields: [], own: 'reply', look: 'primary' },
  pass_review: { path: 'review', fields: [why('note', false)], fixed: { passed: true }, look: 'primary' },
  fail_review: { path: 'review', fields: [why('redoWhy')], fixed: { passed: false }, look: 'danger' },
  record_callback_content: { path: 'callback', fields: [], own: 'callback', look: 'primary' },
  order_redo: { path: 'order-redo', fields: [why('redoWhy')], look: 'danger' },
  close_with_reason: { path: 'close-with-reason', fields: [why('closeWhy')] },
  close: { path: 'close', fields: [why('note', false)], look: 'primary' },
  archive: { path: 'archive', fields: [], look: 'quiet' },
  refuse: {
    path: 'refuse',
    fields: [reason(REFUSE_REASON), { name: 'basis', kind: 'long', label: 'basis', required: true }],
    look: 'danger',
  },
  supervise: { path: 'supervise', fields: [why('superviseText')] },
  urge: { path: 'urge', fields: [why('urgeText')] },
  amend: { path: 'amend', fields: [], own: 'amend', look: 'quiet' },
  request_exclusion: { path: 'request-exclusion', fields: [reason(EXCLUSION_REASON), why('grounds')], look: 'quiet' },
  approve_exclusion: { path: 'decide-exclusion', fields: [why('decision')], fixed: { approved: true } },
  reject_exclusion: { path: 'decide-exclusion', fields: [why('rejectWhy')], fixed: { approved: false } },
  reopen: { path: 'reopen', fields: [why('reopenWhy')], look: 'quiet' },
}

/** An empty form of a move. */
export function blankOf(form: MoveForm): Record<string, unknown> {
  return Object.fromEntries(form.fields.map((f) => [f.name, f.initial ?? (f.kind === 'agency' ? null : '')]))
}

/** Names of the required fields that are still empty. */
export function missingIn(form: MoveForm, values: Record<string, unknown>): string[] {
  return form.fields
    .filter((f) => f.required && (values[f.name] === null || String(values[f.name] ?? '').trim() === ''))
    .map((f) => f.name)
}
