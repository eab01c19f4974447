// @vitest-environment node
import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { readKind } from './records'
import { aPhone, reopened, type TestPhone } from './testing/phone'
import { FakeServer, type Fault } from './testing/server'

/** A small seeded generator, so that a failing run can be repeated by its number. */
function dice(seed: number): (sides: number) => number {
  let state = seed * 2654435761 + 1
  return (sides) => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 374761393) >>> 0
    return state % sides
  }
}

interface Made {
  id: string
  name: string
}

const FAULTS: Fault[] = ['none', 'none', 'none', 'lost_request', 'lost_answer', 'broken', 'cut_body']

async function act(roll: (n: number) => number, server: FakeServer, phone: TestPhone, made: Made[]): Promise<TestPhone> {
  const rows = [...server.rows.values()].filter((r) => !r.gone)
  const some = rows[roll(Math.max(1, rows.length))]
  switch (roll(9)) {
    case 0:
    case 1: {
      const id = await phone.send('demo.add_note', { text: `手机${made.length}` })
      made.push({ id, name: 'demo.add_note' })
      if (roll(4) === 0) server.stumbles.add(id)
      break
    }
    case 2: {
      const held = (await phone.held()) as { id: number; version: number }[]
      const one = held[roll(Math.max(1, held.length))]
      if (!one) break
      const touches = [{ kind: 'demo.note', id: one.id, patch: { text: '改' } }]
      const id = await phone.send('demo.edit_note', { id: one.id, version: one.version, text: `改${made.length}` }, { touches })
      made.push({ id, name: 'demo.edit_note' })
      break
    }
    case 3:
      server.add(`中心${server.rows.size}`)
      break
    case 4:
      if (some) server.edit(some.id, `中心改${roll(1000)}`)
      break
    case 5:
      if (some && roll(2)) server.remove(some.id)
      break
    case 6:
      server.horizon = roll(6) === 0 ? 10_000 : 0
      server.most = [100, 100, 5, 1][roll(4)]!
      server.pageSize = 1 + roll(6)
      break
    case 7:
      return await reopened(server, phone)
    default:
      server.fault = () => FAULTS[roll(FAULTS.length)]!
      await phone.engine.round()
      server.fault = () => 'none'
      server.now += roll(120_000)
  }
  return phone
}

async function untilQuiet(server: FakeServer, phone: TestPhone): Promise<void> {
  Object.assign(server, { fault: () => 'none', most: 100, horizon: 0 })
  server.stumbles.clear()
  for (let n = 0; n < 30; n += 1) {
    server.now += 400_000
    if ((await phone.engine.round()) === 'done') return
  }
  throw new Error('never quiet')
}

describe('whatever happens on both sides', () => {
  it.each(Array.from({ length: 24 }, (_, n) => n + 1))(
    'the phone ends with the server’s records and every capture is answered once (run %i)',
    async (seed) => {
      const roll = dice(seed)
      const server = new FakeServer()
      let phone = await aPhone(server)
      const made: Made[] = []
      for (let n = 0; n < 45; n += 1) phone = await act(roll, server, phone, made)
      await untilQuiet(server, phone)

      expect(await phone.held()).toEqual(server.snapshot())
      expect(await readKind(phone.db, 'demo.note')).toEqual(server.snapshot())
      const rows = await phone.db.outbox.orderBy('seq').toArray()
      expect(rows.map((r) => r.id)).toEqual(made.map((m) => m.id))
      expect(rows.filter((r) => r.state === 'waiting')).toEqual([])
      expect(rows.filter((r) => r.name === 'demo.add_note' && r.state !== 'sent')).toEqual([])
      expect(new Set(server.effects).size).toBe(server.effects.length)
      expect([...server.effects].sort()).toEqual(rows.filter((r) => r.state === 'sent').map((r) => r.id).sort())
      phone.db.close()
    },
  )
})
