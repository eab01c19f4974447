import 'fake-indexeddb/auto'
import { effectScope } from 'vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { base64url } from './bytes'
import { db, useDb } from './db'
import { status } from './status'
import { useDraft, useOutbox, useRecords, useSend } from './use'

const SECRET = '13951234567'

interface Asked {
  path: string
  headers: Record<string, string>
  body: string
}

/** A house that admits, takes everything, and says what the test wants. */
function aHouse(sealKey: string) {
  const asked: Asked[] = []
  const house = { asked, revoked: false, closed: false, off: true }
  const json = (body: object, state = 200) => Response.json(body, { status: state })
  vi.stubGlobal('fetch', async (input: string, init: RequestInit = {}) => {
    const url = new URL(input, 'http://house.test')
    asked.push({ path: url.pathname, headers: init.headers as Record<string, string>, body: String(init.body ?? '') })
    if (url.pathname.endsWith('/enrolments')) {
      const area = { id: 1, name: '第一网格', kind: 'grid' }
      const post = { id: 3, role: 'grid_worker', title: '网格员', name: '张', area }
      return json({ device_id: 7, post, seal_key: sealKey, live_url: 'http://house.test/live', server_time: new Date().toISOString() }, 201)
    }
    if (house.off) throw new TypeError('network')
    if (house.revoked) return json({ code: 'device_revoked', detail: '这台手机已被停用', data: {} }, 401)
    if (house.closed) return json({ code: 'post_closed', detail: '岗位已结束', data: {} }, 401)
    if (url.pathname === '/live') throw new TypeError('network')
    if (url.pathname.endsWith('/commands')) {
      const { commands } = JSON.parse(String(init.body)) as { commands: { id: string }[] }
      return json({ answers: commands.map((c) => ({ id: c.id, outcome: 'stored', result: {}, problem: null })) })
    }
    return json({ cursor: '1', full: true, more: false, kinds: { 'demo.note': { schema: 1, records: [{ id: 1, text: '甲' }], gone: [] } } })
  })
  return house
}

async function everythingKept(): Promise<string> {
  const rows = await Promise.all(db().tables.map(async (table) => [table.name, await table.toArray()] as const))
  return JSON.stringify(rows, (_, value: unknown) => (value instanceof ArrayBuffer ? new TextDecoder().decode(value) : value)) + JSON.stringify({ ...localStorage })
}

describe('the phone', () => {
  let house: ReturnType<typeof aHouse>
  let phone: typeof import('./phone')
  let left = ''

  beforeEach(async () => {
    const pair = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, false, ['deriveBits'])
    house = aHouse(base64url(await crypto.subtle.exportKey('spki', pair.publicKey)))
    vi.stubGlobal('BroadcastChannel', undefined)
    left = ''
    vi.spyOn(window.location, 'replace').mockImplementation((to) => {
      left = String(to)
    })
    phone = await import('./phone')
    await phone.wake()
    await phone.enrol('ABCD', '测试手机')
  })
  afterEach(() => vi.unstubAllGlobals())

  it('keeps, seals, tells, sends, is closed and in the end forgets everything', async () => {
    const scope = effectScope()
    const { rows, entries, send } = scope.run(() => ({ ...useRecords<{ id: number; text: string }>('demo.note'), ...useOutbox(), send: useSend() }))!
    expect(status.device?.post.name).toBe('张')
    await phone.syncNow()
    expect([status.line, status.waiting]).toEqual(['offline', 0])

    const id = await send('residents.register_arrival', { name: '万', phone: SECRET }, { title: '外来人员登记:万*', sealed: true })
    await send('demo.add', { text: '公开' }, { title: '普通', touches: [{ kind: 'demo.note', id: 1, patch: { text: '改' } }] })
    expect(status.waiting).toBe(2)
    expect(await everythingKept()).not.toContain(SECRET)
    await vi.waitUntil(() => entries.value.length === 2)
    expect(entries.value.find((e) => e.id === id)).toMatchObject({ sealed: true, state: 'waiting', body: { name: '万', phone: SECRET } })

    house.off = false
    house.closed = true
    await phone.syncNow()
    expect([status.closed, status.line, status.waiting]).toEqual([true, 'failed', 2])
    house.closed = false
    await phone.syncNow()
    expect([status.closed, status.line, status.waiting]).toEqual([false, 'ok', 0])
    await vi.waitUntil(() => rows.value.length === 1)
    expect(house.asked.find((a) => a.path.endsWith('/commands'))?.headers.Authorization).toMatch(/^Wangge-Device id=7, at=\d+, sig=[\w-]{86}$/)
    expect(house.asked.map((a) => a.body).join()).not.toContain(SECRET)

    const draft = scope.run(() => useDraft('open', { text: '' }))!
    const secret = scope.run(() => useDraft('secret', { phone: '' }, { sealed: true }))!
    await vi.waitUntil(async () => {
      draft.value.text = `写了一半${Math.random()}`
      secret.value.phone = SECRET
      await new Promise((done) => setTimeout(done, 300))
      return (await db().drafts.count()) > 0
    })
    expect(await db().drafts.toArray()).toMatchObject([{ name: 'open' }])
    expect(await everythingKept()).not.toContain(SECRET)
    scope.stop()

    house.revoked = true
    await phone.syncNow()
    await vi.waitUntil(() => left !== '')
    expect([left, status.device]).toEqual(['/field/?gone#revoked', null])
    useDb(null)
    expect(await Promise.all(db().tables.map((table) => table.count()))).toEqual([0, 0, 0, 0, 0])
  })
})
