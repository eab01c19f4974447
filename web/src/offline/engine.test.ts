// @vitest-environment node
import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { pauseBefore } from './engine'
import { KEEP_ANSWERED, putAway } from './outbox'
import { readKind } from './records'
import { takeFile } from './photos'
import { aPhone, reopened, type TestPhone } from './testing/phone'
import { FakeServer } from './testing/server'

let server: FakeServer
let phone: TestPhone
const states = async () => (await phone.db.outbox.orderBy('seq').toArray()).map((r) => r.state)

beforeEach(async () => {
  server = new FakeServer()
  phone = await aPhone(server)
})

describe('a round', () => {
  it('sends captures in their order, brings the records down and tells that all is done', async () => {
    server.add('第一条')
    const ids = [await phone.send('demo.add_note', { text: '甲' }), await phone.send('demo.add_note', { text: '乙' })]
    expect(await phone.engine.round()).toBe('done')
    expect(server.effects).toEqual(ids)
    expect(await phone.held()).toEqual([
      { id: 1, text: '第一条', version: 1 },
      { id: 2, text: '甲', version: 1 },
      { id: 3, text: '乙', version: 1 },
    ])
    expect(await states()).toEqual(['sent', 'sent'])
    expect([phone.status.line, phone.status.lastSync]).toEqual(['ok', server.now])
  })

  it('is offline, not failed, when no answer comes; the capture stays and arrives once', async () => {
    await phone.send('demo.add_note', { text: '甲' })
    server.fault = () => 'lost_request'
    expect(await phone.engine.round()).toBe('offline')
    expect([phone.status.line, await states()]).toEqual(['offline', ['waiting']])
    server.fault = (_, path) => (path.includes('commands') ? 'lost_answer' : 'none')
    expect(await phone.engine.round()).toBe('offline')
    expect([server.effects.length, await states()]).toEqual([1, ['waiting']])
    server.fault = () => 'none'
    phone = await reopened(server, phone)
    expect(await phone.engine.round()).toBe('done')
    expect([server.effects.length, await states()]).toEqual([1, ['sent']])
  })

  it('is failed, not offline, when the answer is no answer', async () => {
    await phone.send('demo.add_note', { text: '甲' })
    server.fault = () => 'broken'
    expect(await phone.engine.round()).toBe('failed')
    expect([phone.status.line, phone.status.problem, await states()]).toEqual(['failed', 'http_502', ['waiting']])
  })

  it('treats a body cut off on its way as a broken line', async () => {
    await phone.send('demo.add_note', { text: '甲' })
    server.fault = (_, path) => (path.includes('commands') ? 'cut_body' : 'none')
    expect(await phone.engine.round()).toBe('offline')
    server.fault = () => 'none'
    await phone.engine.round()
    expect(server.effects).toHaveLength(1)
  })

  it('halves its batch until the server takes it', async () => {
    server.most = 13
    for (let n = 0; n < 60; n += 1) await phone.send('demo.add_note', { text: String(n) })
    expect(await phone.engine.round()).toBe('done')
    expect(server.largest).toBe(60)
    expect([...server.rows.values()].map((r) => r.text)).toEqual(Array.from({ length: 60 }, (_, n) => String(n)))
  })

  it('keeps a single capture that is too large, with the reason', async () => {
    server.most = 0
    await phone.send('demo.add_note', { text: '太长' })
    await phone.engine.round()
    const row = (await phone.db.outbox.toArray())[0]
    expect([row?.state, row?.problem?.detail]).toEqual(['refused', '一次发送的内容太大'])
  })

  it('tries a stumbled command later and lets the others through', async () => {
    const first = await phone.send('demo.add_note', { text: '甲' })
    await phone.send('demo.add_note', { text: '乙' })
    server.stumbles.add(first)
    expect(await phone.engine.round()).toBe('later')
    expect(await states()).toEqual(['waiting', 'sent'])
    server.now += 3_000
    expect(await phone.engine.round()).toBe('later')
    server.now += 10_000
    expect(await phone.engine.round()).toBe('done')
    expect(await states()).toEqual(['sent', 'sent'])
  })

  it('corrects its clock and goes on', async () => {
    phone.skew = -3 * 3_600_000
    await phone.send('demo.add_note', { text: '甲' })
    expect(await phone.engine.round()).toBe('done')
    expect(phone.wire.now()).toBe(server.now)
    expect(await states()).toEqual(['sent'])
  })

  it('wipes itself when the device is revoked, and only then', async () => {
    server.revoked = true
    expect(await phone.engine.round()).toBe('failed')
    expect(phone.wiped).toBe(1)
    const other = await aPhone(new FakeServer())
    await server.admit('MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEaxfR8uEsQkf4vOblY6RA8ncDfYEt6zOg9KE5RdiYwpZP40Li_hp_m47n60p8D54WK84zV2sxXs7LtkBoN79R9Q')
    expect([await phone.engine.round(), phone.wiped, other.wiped]).toEqual(['failed', 1, 0])
  })
})

describe('answers', () => {
  it('keeps a refusal with its reason until it is edited, resent or put away', async () => {
    const id = await phone.send('demo.edit_note', { id: 99, version: 1, text: '没有' })
    await phone.engine.round()
    const row = await phone.db.outbox.where('id').equals(id).first()
    expect([row?.state, row?.problem?.detail, row?.shown]).toEqual(['refused', '没有找到', 0])
    server.now += KEEP_ANSWERED * 2
    await phone.engine.round()
    expect(await states()).toEqual(['refused'])
    const next = await phone.send('demo.add_note', { text: '改过' }, {}, id)
    await phone.engine.round()
    expect(await states()).toEqual(['away', 'sent'])
    expect((await phone.db.outbox.where('id').equals(next).first())?.insteadOf).toBe(id)
  })

  it('shows both versions of a conflict', async () => {
    const note = server.add('旧')
    await phone.engine.round()
    server.edit(note.id, '别人改的')
    const id = await phone.send('demo.edit_note', { id: note.id, version: 1, text: '我改的' })
    await phone.engine.round()
    const row = await phone.db.outbox.where('id').equals(id).first()
    expect(row?.state).toBe('conflict')
    expect(JSON.parse(row!.body!)).toEqual({ id: 1, version: 1, text: '我改的' })
    expect(row?.problem?.data.server).toEqual({ id: 1, text: '别人改的', version: 2 })
    await putAway(phone.db, id, server.now)
    expect(await states()).toEqual(['away'])
  })

  it('forgets what was stored after three days and not before', async () => {
    await phone.send('demo.add_note', { text: '甲' })
    await phone.engine.round()
    server.now += KEEP_ANSWERED - 1_000
    await phone.engine.round()
    expect(await states()).toEqual(['sent'])
    server.now += 2_000
    await phone.engine.round()
    expect(await states()).toEqual([])
    await phone.send('demo.add_note', { text: '乙' })
    expect((await phone.db.outbox.toArray())[0]?.seq).toBe(2)
  })
})

describe('records', () => {
  it('lays a capture over the record until the server’s version has come', async () => {
    const note = server.add('旧')
    await phone.engine.round()
    const touches = [{ kind: 'demo.note', id: note.id, patch: { text: '新', pending: true } }]
    await phone.send('demo.edit_note', { id: note.id, version: 1, text: '新' }, { touches })
    expect(await readKind(phone.db, 'demo.note')).toEqual([{ id: 1, text: '新', version: 1, pending: true }])
    server.fault = (_, path) => (path.includes('changes') ? 'lost_request' : 'none')
    await phone.engine.round()
    expect(await readKind(phone.db, 'demo.note')).toEqual([{ id: 1, text: '新', version: 1, pending: true }])
    server.fault = () => 'none'
    await phone.engine.round()
    expect(await readKind(phone.db, 'demo.note')).toEqual([{ id: 1, text: '新', version: 2 }])
  })

  it('takes the capture off again when it was refused', async () => {
    const note = server.add('旧')
    await phone.engine.round()
    server.edit(note.id, '别人')
    const touches = [{ kind: 'demo.note', id: note.id, patch: { text: '新' } }]
    await phone.send('demo.edit_note', { id: note.id, version: 1, text: '新' }, { touches })
    await phone.engine.round()
    expect(await readKind(phone.db, 'demo.note')).toEqual([{ id: 1, text: '别人', version: 2 }])
  })

  it('replaces everything when the server says full, also over several pages', async () => {
    for (let n = 0; n < 8; n += 1) server.add(`第${n}条`)
    await phone.engine.round()
    server.remove(2)
    server.rows.delete(2)
    server.horizon = 1_000
    await phone.engine.round()
    expect(await phone.held()).toEqual(server.snapshot())
    expect((await phone.held()).length).toBe(7)
  })

  it('goes on with a full pull that was broken off, without losing its first pages', async () => {
    for (let n = 0; n < 8; n += 1) server.add(`第${n}条`)
    let asked = 0
    server.fault = (_, path) => (path.includes('changes') && (asked += 1) === 2 ? 'lost_request' : 'none')
    expect(await phone.engine.round()).toBe('offline')
    expect(await phone.held()).toHaveLength(3)
    phone = await reopened(server, phone)
    expect(await phone.engine.round()).toBe('done')
    expect(await phone.held()).toEqual(server.snapshot())
  })
})

describe('files', () => {
  it('go after the commands and stay when the line breaks', async () => {
    const id = await takeFile(phone.db, 'photo', new Blob([new Uint8Array([1, 2, 3])], { type: 'image/jpeg' }), server.now)
    await phone.send('demo.add_note', { text: '带照片', photo: id }, { photos: [id] })
    server.fault = (method) => (method === 'PUT' ? 'lost_request' : 'none')
    expect(await phone.engine.round()).toBe('offline')
    expect([await states(), server.files.size]).toEqual([['sent'], 0])
    server.fault = () => 'none'
    expect(await phone.engine.round()).toBe('done')
    expect([...server.files.keys()]).toEqual([id])
    expect((await phone.db.photos.get(id))?.state).toBe('sent')
    await phone.engine.round()
    expect(server.requests.filter((r) => r.startsWith('PUT'))).toHaveLength(2)
  })
})

describe('the pause between tries', () => {
  it('grows to five minutes and never beyond', () => {
    expect([1, 2, 3].map((n) => pauseBefore(n, 1))).toEqual([3_000, 6_000, 12_000])
    expect([8, 20, 500].map((n) => pauseBefore(n, 1))).toEqual([300_000, 300_000, 300_000])
    expect(pauseBefore(1, 0)).toBe(2_400)
  })
})
