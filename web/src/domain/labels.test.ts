import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { setLocale } from '@/kit/i18n'
import * as tables from './labels'
import { label, STATUS, STATUS_TONES } from './labels'

describe('labels', () => {
  afterEach(() => setLocale('zh'))

  it('follow the language', () => {
    expect(label(STATUS, 'awaiting_sign')).toBe('待签收')
    setLocale('en')
    expect(label(STATUS, 'awaiting_sign')).toBe('Awaiting signature')
  })

  it('fall back to the words of the server, then to the code', () => {
    expect(label(STATUS, 'new_state', '新状态')).toBe('新状态')
    expect(label(STATUS, 'new_state')).toBe('new_state')
    expect(label(STATUS, '', '–')).toBe('–')
  })

  it('give every state a tone', () => {
    expect(Object.keys(STATUS_TONES).sort()).toEqual(Object.keys(STATUS).sort())
  })

  it('are complete in both languages', () => {
    for (const table of Object.values(tables)) {
      if (typeof table !== 'object' || table === STATUS_TONES) continue
      for (const words of Object.values(table as tables.Labels)) expect(words.every((w) => w.length > 0)).toBe(true)
    }
  })

  const states = resolve(process.cwd(), '../wangge/hotline/states.py')
  it.runIf(existsSync(states))('name the states as the server does', () => {
    const text = readFileSync(states, 'utf8')
    for (const [code, [zh]] of Object.entries(STATUS)) expect(text).toContain(`"${code}": "${zh}"`)
  })
})
