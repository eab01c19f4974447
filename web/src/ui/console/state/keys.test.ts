import { effectScope } from 'vue'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { isTyping, keyName, shownBindings, useKeys } from './keys'

const press = (key: string, target: EventTarget = document.body, more: KeyboardEventInit = {}) => {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more })
  target.dispatchEvent(event)
  return event
}

function element(tag: string, type = ''): HTMLElement {
  const made = document.createElement(tag)
  if (type) made.setAttribute('type', type)
  document.body.append(made)
  return made
}

describe('the keyboard', () => {
  const scopes: ReturnType<typeof effectScope>[] = []
  const bind = (...bindings: Parameters<typeof useKeys>[0]) => {
    const scope = effectScope()
    scope.run(() => useKeys(bindings))
    scopes.push(scope)
    return scope
  }
  afterEach(() => {
    scopes.splice(0).forEach((s) => s.stop())
    document.body.innerHTML = ''
  })

  it('names combinations and small letters', () => {
    expect(keyName({ key: 'N', ctrlKey: false, metaKey: false, altKey: false })).toBe('n')
    expect(keyName({ key: 'Enter', ctrlKey: false, metaKey: true, altKey: false })).toBe('Ctrl+Enter')
    expect(keyName({ key: '3', ctrlKey: false, metaKey: false, altKey: true })).toBe('Alt+3')
  })

  it('runs a key and eats it', () => {
    const run = vi.fn()
    bind({ key: 'n', label: '新来电', run })
    expect(press('n').defaultPrevented).toBe(true)
    expect(run).toHaveBeenCalledTimes(1)
  })

  it('lets single letters through while somebody types, combinations not', () => {
    const letter = vi.fn()
    const send = vi.fn()
    bind({ key: 'n', label: '新来电', run: letter }, { key: 'Ctrl+Enter', label: '提交', run: send, typing: true })
    const field = element('textarea')
    press('n', field)
    press('Enter', field, { ctrlKey: true })
    expect([letter.mock.calls.length, send.mock.calls.length]).toEqual([0, 1])
  })

  it('leaves Enter on a button to the button', () => {
    const open = vi.fn()
    bind({ key: 'Enter', label: '打开', run: open })
    press('Enter', element('button'))
    expect(open).not.toHaveBeenCalled()
  })

  it('prefers the newest binding and falls back when it is gone', () => {
    const page = vi.fn()
    const drawer = vi.fn()
    bind({ key: 'Escape', label: '返回', run: page })
    const open = bind({ key: 'Escape', label: '关闭', run: drawer })
    press('Escape')
    open.stop()
    press('Escape')
    expect([drawer.mock.calls.length, page.mock.calls.length]).toEqual([1, 1])
  })

  it('is silent in the middle of a Chinese input', () => {
    const run = vi.fn()
    bind({ key: 'j', label: '下一行', run })
    press('j', document.body, { isComposing: true })
    expect(run).not.toHaveBeenCalled()
  })

  it('shows each key once', () => {
    bind({ key: 'n', label: '旧', run: vi.fn() })
    bind({ key: 'n', label: '新', run: vi.fn() })
    expect(shownBindings().map((b) => b.label)).toEqual(['新'])
  })

  it('knows what one types into', () => {
    expect(isTyping(element('input', 'text'))).toBe(true)
    expect(isTyping(element('input', 'checkbox'))).toBe(false)
    expect(isTyping(element('div'))).toBe(false)
  })
})
