import { beforeEach, describe, expect, it, vi } from 'vitest'
import { forget, forgetAll, keep, kept } from './storage'

describe('what the browser keeps', () => {
  beforeEach(() => window.localStorage.clear())

  it('comes back as it was', () => {
    keep('draft:desk', { content: '漏水' })
    expect(kept('draft:desk', null)).toEqual({ content: '漏水' })
  })

  it('is forgotten when it is too old, damaged or of another version', () => {
    keep('draft:desk', 1)
    vi.useFakeTimers()
    vi.setSystemTime(Date.now() + 2_000)
    expect(kept('draft:desk', 'empty', 1_000)).toBe('empty')
    vi.useRealTimers()
    window.localStorage.setItem('wangge:x', 'not json')
    window.localStorage.setItem('wangge:y', '{"v":0,"at":0,"value":1}')
    expect([kept('x', 'empty'), kept('y', 'empty')]).toEqual(['empty', 'empty'])
  })

  it('loses drafts and not tastes when somebody logs out', () => {
    keep('draft:a', 1)
    keep('draft:b', 1)
    keep('density', 'compact')
    forgetAll('draft:')
    expect([kept('draft:a', 0), kept('draft:b', 0), kept('density', '')]).toEqual([0, 0, 'compact'])
  })

  it('does not break the page when the store is full', () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full')
    })
    expect(() => keep('draft:a', 1)).not.toThrow()
    forget('draft:a')
  })
})
