/** A whole phone for tests: its own database, its own key, its own clock, against a fake server. */
import { FieldDb } from '../db'
import { Engine } from '../engine'
import { makeKeys, publicText } from '../keys'
import { capture } from '../outbox'
import { status as shared, type Status } from '../status'
import type { Device, SendOptions } from '../types'
import { Wire } from '../wire'
import type { FakeServer } from './server'

let count = 0

export interface TestPhone {
  db: FieldDb
  wire: Wire
  engine: Engine
  status: Status
  wiped: number
  /** Milliseconds this phone's clock is off. */
  skew: number
  send(name: string, body: object, options?: Partial<SendOptions>, insteadOf?: string): Promise<string>
  held(): Promise<object[]>
}

export const DEVICE: Device = {
  id: 7,
  post: { id: 3, role: 'grid_worker', title: '网格员', name: '张', area: { id: 9, name: '第一网格', kind: 'grid' } },
  sealKey: '',
  liveUrl: 'http://live.test/live',
  enrolledAt: 0,
}

export async function aPhone(server: FakeServer, name = `phone-${(count += 1)}`): Promise<TestPhone> {
  const db = new FieldDb(name)
  const pair = await makeKeys()
  await server.admit(await publicText(pair))
  await db.keep('keys', pair)
  return phoneWith(server, db, pair)
}

/** The same phone after its program was closed and opened again. */
export async function reopened(server: FakeServer, phone: TestPhone): Promise<TestPhone> {
  const name = phone.db.name
  phone.db.close()
  const db = new FieldDb(name)
  return phoneWith(server, db, await db.value<CryptoKeyPair>('keys', null as never))
}

function phoneWith(server: FakeServer, db: FieldDb, pair: CryptoKeyPair): TestPhone {
  let offset = 0
  const status: Status = { ...shared, ready: true, device: DEVICE, cut: [] }
  const phone = { db, status, wiped: 0, skew: 0 } as TestPhone
  const now = () => server.now + phone.skew
  phone.wire = new Wire({
    fetch: server.fetch as typeof fetch,
    now,
    identity: () => Promise.resolve({ id: DEVICE.id, key: pair.privateKey }),
    offset: () => offset,
    setOffset: (ms) => {
      offset = ms
    },
    revoked: () => {
      phone.wiped += 1
    },
    timeout: 0,
  })
  phone.engine = new Engine({ db, wire: phone.wire, status, now })
  phone.send = async (name, body, options = {}, insteadOf) => {
    const context = { db, device: DEVICE, key: pair.privateKey, now: phone.wire.now(), app: 'test' }
    return (await capture(context, name, body, { title: '测试', ...options }, insteadOf)).id
  }
  phone.held = async () => (await db.records.where('kind').equals('demo.note').sortBy('id')).map((r) => r.data)
  return phone
}
