import { describe, expect, it } from 'vitest'
import { isPhone, looksPersonal, normalPhone } from './phone'

describe('telephone numbers', () => {
  it('lose everything but their digits', () => {
    expect(normalPhone('+86 199-0000-0001')).toBe('19900000001')
    expect(normalPhone('0086 199 0000 0001')).toBe('19900000001')
    expect(normalPhone('0513-8000 0000')).toBe('051380000000')
  })

  it('are three to fifteen digits', () => {
    expect([isPhone('110'), isPhone('12'), isPhone('1'.repeat(16)), isPhone('abc')]).toEqual([true, false, false, false])
  })

  it('never go into an address, ticket numbers may', () => {
    expect(['19900000001', '0513-80000000', '32000019000101001X'].map(looksPersonal)).toEqual([true, true, true])
    expect(['20210801-000123', '下水道', '2021'].map(looksPersonal)).toEqual([false, false, false])
  })
})
