import { describe, expect, it } from 'vitest'
import { queryOf } from './search'

describe('the search', () => {
  it('asks for whole days in China, the last one included', () => {
    const query = queryOf({ since: '2021-08-01', until: '2021-08-11', late: '1', open: '' })
    expect(query.since).toBe('2021-08-01T00:00:00+08:00')
    expect(query.until).toBe('2021-08-12T00:00:00+08:00')
    expect(query.late).toBe(true)
    expect(query.open).toBeUndefined()
  })
})
