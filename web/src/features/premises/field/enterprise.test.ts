import { describe, expect, it } from 'vitest'
import { alike, correction, type Enterprise } from './enterprise'

const ROW = { id: 7, name: '示例甲家纺有限公司', address: '示范路1号', staff_total: 30, version: 3 } as Enterprise

describe('what goes up about an enterprise', () => {
  it('holds only what differs, on the version the phone had', () => {
    expect(correction(ROW, { staff_total: 41, address: '示范路1号' })).toEqual({ id: 7, version: 3, staff_total: 41 })
    expect(correction(ROW, { staff_total: 30, address: ' 新路2号 ' })).toEqual({ id: 7, version: 3, address: '新路2号' })
  })

  it('is nothing when nothing differs or a number is missing', () => {
    expect(correction(ROW, { staff_total: 30, address: ' 示范路1号' })).toBeNull()
    expect(correction(ROW, { staff_total: null, address: '示范路1号' })).toBeNull()
  })

  it('hints at names that are there already', () => {
    expect(alike([ROW], '甲家纺')).toEqual([ROW])
    expect(alike([ROW], '甲')).toEqual([])
    expect(alike([ROW], '乙机械')).toEqual([])
  })
})
