import { describe, expect, it } from 'vitest'
import type { Branch } from '@/api/cameras'
import { byTown } from './points'

const branch = (town_id: number | null, town: string, total: number, online: number): Branch => ({
  town_id,
  town,
  klass: 'street',
  class_label: '道路街面',
  total,
  online,
})

describe('towns of the tree', () => {
  it('adds the classes of a town up, the largest town first', () => {
    const towns = byTown([branch(1, '石港', 2, 1), branch(null, '未定位', 1, 0), branch(2, '平潮', 4, 4), branch(1, '石港', 5, 5)])
    expect(towns).toEqual([
      { id: 1, name: '石港', total: 7, online: 6 },
      { id: 2, name: '平潮', total: 4, online: 4 },
      { id: null, name: '未定位', total: 1, online: 0 },
    ])
  })
})
