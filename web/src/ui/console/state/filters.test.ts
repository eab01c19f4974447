import { describe, expect, it } from 'vitest'
import { readFilters, writeFilters } from './filters'

describe('filters in the address', () => {
  it('read absent ones as empty and take the first of several', () => {
    expect(readFilters({ status: 'closed', kind: ['help', 'report'] }, ['status', 'kind', 'town'] as const)).toEqual({
      status: 'closed',
      kind: 'help',
      town: '',
    })
  })

  it('leave empty ones out and foreign parts in', () => {
    expect(writeFilters({ ticket: '7', status: 'closed' }, { status: '', town: '3' })).toEqual({ ticket: '7', town: '3' })
  })
})
