/** A server in memory that speaks the wire of docs/subsystems/sync.md; faults are asked of the test before every request. */
import { fromBase64url, sha256, utf8 } from '../bytes'
import { statements } from '../keys'

export type Fault = 'none' | 'lost_request' | 'lost_answer' | 'broken' | 'cut_body'

interface Row {
  id: number
  text: string
  version: number
  gone: boolean
  changedAt: number
}

interface WireCommand {
  id: string
  seq: number
  name: string
  at: string
  body?: string
  sealed?: string
  sig: string
}

type Json = Record<string, unknown>
const CURVE = { name: 'ECDSA', namedCurve: 'P-256' } as const

export class FakeServer {
  now = Date.UTC(2021, 7, 1, 0, 0, 0)
  rows = new Map<number, Row>()
  /** Command ids in the order their effects happened. */
  effects: string[] = []
  files = new Map<string, string>()
  answers = new Map<string, { sha: string; answer: Json }>()
  seqs = new Map<number, string>()
  revoked = false
  most = 100
  pageSize = 3
  /** Pages asked with a cursor below this are answered in full. */
  horizon = 0
  stumbles = new Set<string>()
  requests: string[] = []
  largest = 0
  fault: (method: string, path: string) => Fault = () => 'none'
  private tick = 0
  private nextRow = 1
  private key: CryptoKey | null = null

  async admit(spki: string): Promise<void> {
    this.key = await crypto.subtle.importKey('spki', fromBase64url(spki), CURVE, false, ['verify'])
  }

  add(text: string): Row {
    const row = { id: this.nextRow, text, version: 1, gone: false, changedAt: (this.tick += 1) }
    this.nextRow += 1
    this.rows.set(row.id, row)
    return row
  }

  edit(id: number, text: string): void {
    const row = this.rows.get(id)
    if (row && !row.gone) Object.assign(row, { text, version: row.version + 1, changedAt: (this.tick += 1) })
  }

  remove(id: number): void {
    const row = this.rows.get(id)
    if (row) Object.assign(row, { gone: true, changedAt: (this.tick += 1) })
  }

  /** What a phone should hold. */
  snapshot(): Json[] {
    return [...this.rows.values()].filter((r) => !r.gone).map(({ id, text, version }) => ({ id, text, version }))
  }

  fetch = async (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    const url = new URL(String(input), 'http://house.test')
    const path = url.pathname + url.search
    const method = init.method ?? 'GET'
    this.requests.push(`${method} ${path}`)
    const fault = this.fault(method, path)
    if (fault === 'lost_request') throw new TypeError('network')
    if (fault === 'broken') return new Response('<html>', { status: 502 })
    const answer = await this.answer(method, url, path, init)
    if (fault === 'lost_answer') throw new TypeError('network')
    if (fault === 'cut_body' && answer.ok) return new Response((await answer.text()).slice(0, 5), { status: 200 })
    return answer
  }

  private async answer(method: string, url: URL, path: string, init: RequestInit): Promise<Response> {
    const refused = await this.check(method, path, init)
    if (refused) return refused
    if (url.pathname === '/api/field/sync/commands') return await this.commands(String(init.body))
    if (url.pathname === '/api/field/sync/changes') return this.json(this.page(url.searchParams.get('cursor')))
    if (url.pathname.startsWith('/api/field/files/')) {
      const id = url.pathname.split('/').pop()!
      this.files.set(id, await sha256(init.body as ArrayBuffer))
      return this.json({ id: this.files.size, client_id: id })
    }
    return this.problem(404, 'not_found', '没有找到')
  }

  private async check(method: string, path: string, init: RequestInit): Promise<Response | null> {
    const header = (init.headers as Record<string, string>).Authorization ?? ''
    const found = /^Wangge-Device id=(\d+), at=(\d+), sig=([\w-]+)$/.exec(header)
    if (!found || !this.key) return this.problem(401, 'bad_signature', '设备签名不正确')
    const at = Number(found[2])
    if (Math.abs(at - this.now) > 300_000) return this.problem(401, 'clock_skew', '时间相差太多')
    const body = (init.body as string | ArrayBuffer | undefined) ?? ''
    const text = statements.request(method, path, at, await sha256(body))
    if (!(await this.verify(found[3]!, text))) return this.problem(401, 'bad_signature', '设备签名不正确')
    return this.revoked ? this.problem(401, 'device_revoked', '已停用') : null
  }

  private async verify(sig: string, text: string): Promise<boolean> {
    return await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, this.key!, fromBase64url(sig), utf8(text))
  }

  private async commands(body: string): Promise<Response> {
    const { commands } = JSON.parse(body) as { commands: WireCommand[] }
    this.largest = Math.max(this.largest, commands.length)
    if (commands.length > this.most || utf8(body).length > 1_048_576) return this.problem(413, 'too_large', '一次发送的内容太大')
    const answers: Json[] = []
    for (const command of commands) answers.push({ id: command.id, ...(await this.one(command)) })
    return this.json({ answers })
  }

  private async one(command: WireCommand): Promise<Json> {
    const sha = await sha256(command.body ?? command.sealed ?? '')
    const known = this.answers.get(command.id)
    if (known) return known.sha === sha ? known.answer : refusal('other_content', '内容被改过')
    if (!(await this.verify(command.sig, statements.command(7, command, sha)))) return refusal('bad_signature', '签名不正确')
    if (this.seqs.has(command.seq)) return refusal('seq_reused', '序号重复')
    if (this.stumbles.delete(command.id)) return { outcome: 'again', result: null, problem: null }
    const answer = this.effect(command)
    this.answers.set(command.id, { sha, answer })
    this.seqs.set(command.seq, command.id)
    return answer
  }

  private effect(command: WireCommand): Json {
    const body = command.body ? (JSON.parse(command.body) as Json) : {}
    if (command.name === 'demo.add_note') {
      this.effects.push(command.id)
      return { outcome: 'stored', result: { id: this.add(String(body.text ?? 'sealed')).id }, problem: null }
    }
    if (command.name !== 'demo.edit_note') return refusal('unknown_command', '没有这个操作')
    const row = this.rows.get(Number(body.id))
    if (!row || row.gone) return refusal('not_found', '没有找到')
    if (row.version !== body.version) {
      const problem = { code: 'conflict', detail: '已被他人修改', data: { server: { id: row.id, text: row.text, version: row.version } } }
      return { outcome: 'conflict', result: null, problem }
    }
    this.effects.push(command.id)
    this.edit(row.id, String(body.text))
    return { outcome: 'stored', result: { id: row.id, version: row.version }, problem: null }
  }

  /** Cursor `n` = everything up to change n is on the phone; `f:n:id` = within a full snapshot begun at n. */
  private page(cursor: string | null): Json {
    const filling = /^f:(\d+):(\d+)$/.exec(cursor ?? '')
    const since = Number(cursor ?? '-1')
    if (filling || !cursor || since < this.horizon) {
      const begun = filling ? Number(filling[1]) : this.tick
      const after = filling ? Number(filling[2]) : 0
      const left = [...this.rows.values()].filter((r) => r.id > after && !r.gone).sort((a, b) => a.id - b.id)
      const part = left.slice(0, this.pageSize)
      const more = left.length > part.length
      const next = more ? `f:${begun}:${part.at(-1)!.id}` : String(begun)
      return { cursor: next, full: !filling, more, kinds: { 'demo.note': this.kind(part) } }
    }
    const changed = [...this.rows.values()].filter((r) => r.changedAt > since).sort((a, b) => a.changedAt - b.changedAt)
    const part = changed.slice(0, this.pageSize)
    const cursorNow = String(part.at(-1)?.changedAt ?? Math.max(since, 0))
    return { cursor: cursorNow, full: false, more: changed.length > part.length, kinds: part.length ? { 'demo.note': this.kind(part) } : {} }
  }

  private kind(part: Row[]): Json {
    return {
      schema: 1,
      whole: false,
      records: part.filter((r) => !r.gone).map(({ id, text, version }) => ({ id, text, version })),
      gone: part.filter((r) => r.gone).map((r) => r.id),
    }
  }

  private json(body: Json): Response {
    return Response.json({ ...body, server_time: new Date(this.now).toISOString() })
  }

  private problem(status: number, code: string, detail: string): Response {
    return Response.json({ status, code, detail, data: { server_time: new Date(this.now).toISOString() } }, { status })
  }
}

function refusal(code: string, detail: string): Json {
  return { outcome: 'refused', result: null, problem: { code, detail, data: {} } }
}
