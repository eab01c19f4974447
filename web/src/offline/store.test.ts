// @vitest-environment node
import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import { afterEach, describe, expect, it } from 'vitest'
import { applyPage } from './changes'
import { FieldDb } from './db'
import { uuid7 } from './ids'
import { makeKeys } from './keys'
import { freeRoom, fitted, takeFile } from './photos'
import { forgetShapes, migrates, readKind, upgradeKept } from './records'
import type { OutboxRow } from './types'

let count = 0
const fresh = () => new FieldDb(`store-${(count += 1)}`)
afterEach(() => forgetShapes())

describe('a saved database of an older version', () => {
  it('opens with everything that was in it', async () => {
    const name = `store-${(count += 1)}`
    const old = new Dexie(name)
    old.version(1).stores({ meta: 'name', records: '[kind+id], kind', outbox: 'seq, &id, state', photos: 'id, state', drafts: 'name' })
    await old.table('meta').put({ name: 'seq', value: 2 })
    await old.table('records').put({ kind: 'demo.note', id: 5, schema: 1, data: { id: 5, text: '旧' } })
    const bare = { at: '2021-08-01T00:00:00.000Z', name: 'demo.add_note', app: '0.9', sig: 'x', body: '{}', title: '旧' }
    await old.table('outbox').bulkPut([
      { ...bare, seq: 1, id: 'a', state: 'sent' },
      { ...bare, seq: 2, id: 'b', state: 'waiting' },
    ])
    old.close()

    const db = new FieldDb(name)
    expect(await readKind(db, 'demo.note')).toEqual([{ id: 5, text: '旧' }])
    const rows = await db.outbox.orderBy('seq').toArray()
    expect(rows.map((r: OutboxRow) => [r.id, r.state, r.shown, r.tries, r.after, r.touches, r.photos])).toEqual([
      ['a', 'sent', 0, 0, 0, [], []],
      ['b', 'waiting', 1, 0, 0, [], []],
    ])
    expect(await db.value('seq', 0)).toBe(2)
    expect(await db.outbox.where('shown').equals(1).count()).toBe(1)
    db.close()
  })
})

describe('records of an older shape', () => {
  it('are brought up step by step when the program starts', async () => {
    const db = fresh()
    await db.records.put({ kind: 'demo.note', id: 1, schema: 1, data: { id: 1, name: '甲' } })
    migrates('demo.note', 1, ({ name, ...rest }) => ({ ...rest, title: name }))
    migrates('demo.note', 2, (r) => ({ ...r, done: false }))
    expect(await upgradeKept(db)).toBe(0)
    expect(await db.records.toArray()).toEqual([{ kind: 'demo.note', id: 1, schema: 3, data: { id: 1, title: '甲', done: false } }])
  })

  it('are asked for anew when there is no way up, and nothing of the outbox is touched', async () => {
    const db = fresh()
    await db.keep('cursor', '17')
    await db.records.put({ kind: 'demo.note', id: 1, schema: 1, data: { id: 1 } })
    migrates('demo.note', 2, (r) => r)
    expect(await upgradeKept(db)).toBe(1)
    expect(await db.value('cursor', '')).toBe('')
  })

  it('that come from a server that is behind are brought up on their way in', async () => {
    const db = fresh()
    migrates('demo.note', 1, (r) => ({ ...r, done: false }))
    const part = { schema: 1, records: [{ id: 4 }], gone: [] }
    await applyPage(db, { cursor: '1', full: true, more: false, kinds: { 'demo.note': part } })
    expect(await readKind(db, 'demo.note')).toEqual([{ id: 4, done: false }])
  })
})

describe('a page of changes', () => {
  const page = (cursor: string, extra: object) => ({ cursor, full: false, more: false, kinds: {}, ...extra })

  it('is applied with its cursor or not at all', async () => {
    const db = fresh()
    await applyPage(db, page('1', { full: true, kinds: { a: { schema: 1, records: [{ id: 1 }], gone: [] } } }))
    const broken = { a: { schema: 1, records: [{ id: 2 }, { id: undefined as unknown as number }], gone: [] } }
    await expect(applyPage(db, page('2', { kinds: broken }))).rejects.toThrow()
    expect([await db.value('cursor', ''), await readKind(db, 'a')]).toEqual(['1', [{ id: 1 }]])
  })

  it('replaces one kind that says whole, deletes what is gone and remembers what was cut', async () => {
    const db = fresh()
    const kinds = { a: { schema: 1, records: [{ id: 1 }, { id: 2 }], gone: [] }, b: { schema: 1, records: [{ id: 1 }, { id: 2 }], gone: [] } }
    await applyPage(db, page('1', { full: true, kinds }))
    const next = { a: { schema: 1, whole: true, cut: true, records: [{ id: 9 }], gone: [] }, b: { schema: 1, records: [], gone: [2, 77] } }
    await applyPage(db, page('2', { kinds: next }))
    expect([await readKind(db, 'a'), await readKind(db, 'b'), await db.value('cut', [])]).toEqual([[{ id: 9 }], [{ id: 1 }], ['a']])
  })
})

describe('keys', () => {
  it('can be kept and used again, and cannot be exported', async () => {
    const db = fresh()
    await db.keep('keys', await makeKeys())
    const pair = await db.value<CryptoKeyPair>('keys', null as never)
    expect([pair.privateKey.extractable, pair.privateKey.algorithm.name]).toEqual([false, 'ECDSA'])
    await expect(crypto.subtle.exportKey('pkcs8', pair.privateKey)).rejects.toThrow()
    await expect(crypto.subtle.exportKey('jwk', pair.privateKey)).rejects.toThrow()
  })
})

describe('ids', () => {
  it('sort as they were made, also within one millisecond and when the clock goes back', () => {
    const made = [...Array.from({ length: 5_000 }, () => uuid7(1_000)), uuid7(500), uuid7(2_000)]
    expect([...made].sort()).toEqual(made)
    expect(new Set(made).size).toBe(made.length)
    expect(made.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(true)
  })
})

describe('photos', () => {
  it('are made to fit and never enlarged', () => {
    expect([fitted(4000, 3000), fitted(3000, 4000), fitted(800, 600), fitted(10_000, 1)]).toEqual([
      { width: 1600, height: 1200 },
      { width: 1200, height: 1600 },
      { width: 800, height: 600 },
      { width: 1600, height: 1 },
    ])
  })

  it('give up their bytes oldest first when room is short, but only what the server has', async () => {
    const db = fresh()
    const blob = new Blob([new Uint8Array(100)], { type: 'image/jpeg' })
    const ids = [await takeFile(db, 'photo', blob, 1), await takeFile(db, 'photo', blob, 2), await takeFile(db, 'photo', blob, 3)]
    await db.photos.update(ids[0]!, { state: 'sent', sentAt: 20 })
    await db.photos.update(ids[1]!, { state: 'sent', sentAt: 10 })
    expect(await freeRoom(db, 50)).toBe(100)
    expect((await db.photos.bulkGet(ids)).map((f) => f?.size)).toEqual([100, 0, 100])
    expect(await freeRoom(db, 1_000)).toBe(100)
    expect((await db.photos.bulkGet(ids)).map((f) => f?.size)).toEqual([0, 0, 100])
  })
})
