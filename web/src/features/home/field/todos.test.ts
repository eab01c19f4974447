import { describe, expect, it } from 'vitest'
import { inOrder, isLate, type Todo } from './todos'

const todo = (key: string, more: Partial<Todo> = {}): Todo => ({ key, group: 'g', icon: 'check', title: key, to: '/', ...more })

describe('the to-do list', () => {
  it('puts late first, then what is due, then urgent, then the rest', () => {
    const list = [
      todo('plain b'),
      todo('plain a'),
      todo('urgent', { urgent: true }),
      todo('tomorrow', { due: '2021-08-02T01:00:00Z' }),
      todo('late', { due: '2021-07-31T01:00:00Z' }),
    ]
    expect(list.sort(inOrder).map((t) => t.key)).toEqual(['late', 'tomorrow', 'urgent', 'plain a', 'plain b'])
  })

  it('knows what is late', () => {
    const now = Date.parse('2021-08-01T00:00:00Z')
    expect([isLate({ due: '2021-07-31T23:59:59Z' }, now), isLate({ due: '2021-08-01T00:00:01Z' }, now), isLate({}, now)]).toEqual([true, false, false])
  })
})
