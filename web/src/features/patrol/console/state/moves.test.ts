import { describe, expect, it } from 'vitest'
import { MOVES, blankOf, missingIn } from './moves'

describe('what a move asks', () => {
  it('wants a unit or the grid for a dispatch', () => {
    const form = MOVES.dispatch!
    expect(missingIn(form, blankOf(form))).toEqual(['agency_id'])
    expect(missingIn(form, { ...blankOf(form), to_grid: true })).toEqual([])
    expect(missingIn(form, { ...blankOf(form), agency_id: 3 })).toEqual([])
  })

  it('wants reason and words for a void, and a score for a rating', () => {
    expect(missingIn(MOVES.void!, blankOf(MOVES.void!))).toEqual(['reason_code', 'text'])
    expect(missingIn(MOVES.rate!, blankOf(MOVES.rate!))).toEqual(['score'])
    expect(missingIn(MOVES.sign!, {})).toEqual([])
  })
})
