import { describe, expect, it } from 'vitest'
import { ENTRIES, MOST, mayOpen, railOf } from './rail'

describe('the left rail', () => {
  const all = new Set(ENTRIES.flatMap((e) => e.verbs))

  it('never has more than nine entries', () => {
    expect(railOf('shift_leader', all)).toHaveLength(MOST)
  })

  it('shows only what the post may do, its home first', () => {
    const rail = railOf('dispatcher', new Set(['hotline.ticket.take', 'hotline.ticket.dispatch', 'hotline.ticket.see']))
    expect(rail.map((e) => e.name)).toEqual(['dispatch', 'desk', 'tickets'])
    expect(railOf('sampler', new Set())).toEqual([])
  })

  it('keeps pages shut that the post may not open', () => {
    expect([mayOpen('imports', new Set()), mayOpen('account', new Set()), mayOpen('inbox', new Set(['hotline.ticket.sign']))]).toEqual([
      false,
      true,
      true,
    ])
  })
})
