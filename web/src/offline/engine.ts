/** The round: commands up, files up, changes down. Oldest first; new captures go before anything comes down. */
import { applyPage, type Page } from './changes'
import type { FieldDb } from './db'
import { forgetOld, keepAnswers, nextBatch, settle, wireForm, type Answer } from './outbox'
import type { Status } from './status'
import { CLOSED, NoLine, Refusal, REVOKED, type Wire } from './wire'

export const MOST = 100
export const MOST_BYTES = 900_000
export const LONGEST_PAUSE = 300_000
const COMMANDS = '/api/field/sync/commands'
const CHANGES = '/api/field/sync/changes'

/** `done` everything went; `later` something waits for another try; the rest name why the round ended. */
export type Outcome = 'done' | 'later' | 'offline' | 'failed' | 'elsewhere' | 'idle'

export interface EngineOptions {
  db: FieldDb
  wire: Wire
  status: Status
  now: () => number
  /** Runs the work while no other tab does; `false` when another one has it. */
  alone?: (work: () => Promise<void>) => Promise<boolean>
}

interface Pushed {
  again: boolean
}

/** The pause before try number `failures` (1 is the first), with a little spread, at most five minutes. */
export function pauseBefore(failures: number, spread: number = Math.random()): number {
  return Math.min(LONGEST_PAUSE, 3_000 * 2 ** Math.min(failures - 1, 12)) * (0.8 + spread * 0.2)
}

export class Engine {
  private running: Promise<Outcome> | null = null
  private again = false
  private most = MOST
  failures = 0

  constructor(private readonly options: EngineOptions) {}

  /** One round; a call during a round makes one more follow it. */
  async round(): Promise<Outcome> {
    if (this.running) {
      this.again = true
      return await this.running
    }
    this.running = this.rounds().finally(() => {
      this.running = null
    })
    return await this.running
  }

  private async rounds(): Promise<Outcome> {
    let outcome: Outcome
    do {
      this.again = false
      outcome = await this.guarded()
    } while (this.again && outcome === 'done')
    return outcome
  }

  private async guarded(): Promise<Outcome> {
    const { alone, status } = this.options
    let outcome: Outcome = 'elsewhere'
    const work = async () => {
      outcome = await this.once()
    }
    if (!alone) await work()
    else status.elsewhere = !(await alone(work))
    return outcome
  }

  private async once(): Promise<Outcome> {
    const { status, db, now } = this.options
    if (!status.device) return 'idle'
    status.line = 'syncing'
    try {
      const commands = await this.push()
      await this.pull()
      const files = await this.pushFiles()
      await forgetOld(db, this.options.wire.now())
      this.failures = 0
      status.line = 'ok'
      status.problem = ''
      status.closed = false
      status.lastSync = now()
      await db.meta.bulkPut([
        { name: 'lastSync', value: status.lastSync },
        { name: 'closed', value: false },
      ])
      return commands.again || files.again ? 'later' : 'done'
    } catch (error) {
      const outcome = this.ended(error)
      // A revoked phone has just forgotten everything: nothing is written any more.
      if (!(error instanceof Refusal && error.code === REVOKED)) await db.keep('closed', status.closed)
      return outcome
    }
  }

  private ended(error: unknown): Outcome {
    const { status } = this.options
    this.failures += 1
    if (error instanceof NoLine) {
      status.line = 'offline'
      status.problem = ''
      return 'offline'
    }
    status.line = 'failed'
    if (error instanceof Refusal) status.closed = error.code === CLOSED
    status.problem = error instanceof Refusal ? error.message || error.code : String((error as Error)?.message ?? error)
    return 'failed'
  }

  /** Commands, oldest first; a batch that is too large is halved. */
  private async push(): Promise<Pushed> {
    const { db, wire } = this.options
    let again = false
    for (;;) {
      const batch = await nextBatch(db, wire.now(), this.most, MOST_BYTES)
      if (!batch.length) return { again: again || (await this.delayed()) }
      try {
        const reply = await wire.json<{ answers: Answer[] }>('POST', COMMANDS, { commands: batch.map(wireForm) })
        const known = new Set(batch.map((row) => row.id))
        const answers = reply.answers.filter((a) => known.has(a.id))
        if (!answers.length) throw new Refusal(200, 'no_answers', '')
        await keepAnswers(db, answers, wire.now())
        again ||= answers.some((a) => a.outcome === 'again')
        this.most = Math.min(MOST, this.most * 2)
      } catch (error) {
        if (!(error instanceof Refusal) || error.status !== 413) throw error
        if (batch.length > 1) this.most = Math.ceil(batch.length / 2)
        else await keepAnswers(db, [{ id: batch[0]!.id, outcome: 'refused', problem: tooLarge(error) }], wire.now())
      }
    }
  }

  private async delayed(): Promise<boolean> {
    return (await this.options.db.outbox.where('state').equals('waiting').count()) > 0
  }

  /** Changes until there are no more; a whole pull settles the captures answered before it. */
  private async pull(): Promise<void> {
    const { db, wire } = this.options
    const answeredBefore = wire.now()
    let extra = true
    for (let more = true; more; ) {
      const cursor = await db.value('cursor', '')
      const filling = await db.value('filling', false)
      const page = await wire.json<Page>('GET', CHANGES + (cursor ? `?cursor=${encodeURIComponent(cursor)}` : ''))
      if (page.more && page.cursor === cursor) throw new Refusal(200, 'cursor_stands', '')
      await applyPage(db, page)
      // A snapshot of several pages ends with the moment it was begun: what changed since is asked for at once.
      more = page.more || (filling && extra)
      if (filling && !page.more) extra = false
    }
    await settle(db, answeredBefore)
    this.options.status.cut = await db.value<string[]>('cut', [])
  }

  /** Files one by one, oldest first; a refused one stays with its reason. */
  private async pushFiles(): Promise<Pushed> {
    const { db, wire } = this.options
    const waiting = await db.photos.where('state').equals('waiting').sortBy('at')
    let again = false
    for (const file of waiting) {
      try {
        const headers = { 'Content-Type': file.type, 'X-Kind': file.kind }
        await wire.ask('PUT', `/api/field/files/${file.id}`, { body: file.bytes, headers, timeout: 180_000 })
        await db.photos.update(file.id, { state: 'sent', sentAt: wire.now() })
      } catch (error) {
        if (!(error instanceof Refusal) || error.status === 401) throw error
        if (error.status >= 500 || error.status === 429) {
          await db.photos.update(file.id, { tries: file.tries + 1 })
          again = true
        } else await db.photos.update(file.id, { state: 'refused', detail: error.message || error.code })
      }
    }
    return { again }
  }
}

function tooLarge(error: Refusal) {
  return { code: 'too_large', detail: error.message || '内容过大,无法上报', data: {} }
}
