/** Short words after an act; errors keep the code for the help desk. */
import { ElMessage } from 'element-plus'
import { ApiError } from '@/api/errors'
import { t } from '@/kit/i18n'

/** It worked. */
export function done(message: string): void {
  ElMessage({ type: 'success', message, duration: 2500, grouping: true })
}

/** Something to know. */
export function tell(message: string): void {
  ElMessage({ type: 'info', message, duration: 4000, grouping: true })
}

/** What a person reads of any thrown thing. */
export function wordsOf(error: unknown): string {
  if (error instanceof ApiError) return error.message
  return t('state.broken')
}

/** It did not work: says why and stays until read. */
export function failed(error: unknown): void {
  const code = error instanceof ApiError && error.requestId ? ` (${t('state.helpCode')} ${error.requestId})` : ''
  ElMessage({ type: 'error', message: wordsOf(error) + code, duration: 8000, showClose: true, grouping: true })
}
