import { describe, expect, it } from 'vitest'
import type { OutboxEntry } from '@/offline/use'
import { differences, onTop } from './conflict'
import { codeOf, phoneName } from './enrol'

const entry = (more: Partial<OutboxEntry>): OutboxEntry => ({
  id: 'a',
  seq: 1,
  name: 'demo.edit',
  at: new Date(0),
  title: '',
  state: 'conflict',
  sealed: false,
  photos: [],
  touches: [],
  ...more,
})

describe('a conflict', () => {
  const server = { id: 2, version: 4, address: '二幢', presence: 'away', same: 'x' }
  const both = entry({
    body: { person_id: 2, version: 3, fields: { address: '一幢', presence: 'here', same: 'x', unknown: 1 } },
    problem: { code: 'conflict', detail: '', data: { server } },
  })

  it('shows what differs and nothing else', () => {
    expect(differences(both)).toEqual([
      { field: 'address', mine: '一幢', theirs: '二幢' },
      { field: 'presence', mine: 'here', theirs: 'away' },
    ])
  })

  it('speaks in the words of the feature that owns the command', () => {
    const tell = (field: string, value: unknown) => (field === 'presence' ? { label: '在住', text: value === 'here' ? '在家' : '外出' } : null)
    expect(differences(both, tell)).toEqual([{ field: '在住', mine: '在家', theirs: '外出' }])
  })

  it('can be sent again on top of the newer version, when it can be read here', () => {
    expect(onTop(both)).toEqual({ person_id: 2, version: 4, fields: { address: '一幢', presence: 'here', same: 'x', unknown: 1 } })
    expect(onTop(entry({ problem: both.problem }))).toBeNull()
    expect(onTop(entry({ body: { text: 'x' }, problem: both.problem }))).toBeNull()
  })
})

describe('enrolment', () => {
  it('takes the code from the address of the picture', () => {
    expect([codeOf('#enrol=AB12-CD34'), codeOf('#revoked'), codeOf('')]).toEqual(['AB12-CD34', '', ''])
  })

  it('names the phone so that the administrator knows it again', () => {
    expect(phoneName('Mozilla/5.0 (Linux; Android 12; HLK-AL00 Build/X) AppleWebKit')).toBe('HLK-AL00手机')
    expect(phoneName('Mozilla/5.0 (iPhone; CPU iPhone OS 16_0 like Mac OS X)')).toBe('iPhone手机')
    expect(phoneName('Mozilla/5.0 (X11; Linux x86_64)')).toBe('手机')
  })
})
