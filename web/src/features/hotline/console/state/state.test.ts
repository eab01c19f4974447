import { describe, expect, it } from 'vitest'
import type { Board, TicketRow } from '@/api/hotline'
import { loudness } from './alert'
import { byNeed } from './board'
import { csvCells, guessColumns, mappingOf } from './mapping'
import { MOVES, blankOf, missingIn, type MoveForm } from './moves'

const row = (more: Partial<TicketRow>) => ({ returns: 0, urgency: 'normal', received_at: '2021-08-01T01:00:00Z', ...more }) as TicketRow

describe("the dispatcher's order", () => {
  it('puts what came back on top, then what is urgent, then what waits longest', () => {
    const rows = [
      row({ no: 'late', received_at: '2021-08-01T02:00:00Z' }),
      row({ no: 'early' }),
      row({ no: 'urgent', urgency: 'urgent', received_at: '2021-08-01T03:00:00Z' }),
      row({ no: 'returned', returns: 1, received_at: '2021-08-01T04:00:00Z' }),
    ]
    expect(rows.sort(byNeed).map((r) => r.no)).toEqual(['returned', 'urgent', 'early', 'late'])
  })
})

describe('the alert', () => {
  it('counts urgent tickets nobody has taken yet, and what waits too long', () => {
    const column = (status: string, urgent: number) => ({ status, urgent })
    const board = { columns: [column('awaiting_dispatch', 2), column('awaiting_sign', 1), column('in_progress', 5)], pending_over_2h: 3 }
    expect(loudness(board as Board)).toEqual({ urgent: 3, over2h: 3 })
    expect(loudness(null)).toEqual({ urgent: 0, over2h: 0 })
  })
})

describe('move forms', () => {
  it('ask for every required field and take a blank list as given', () => {
    const form = MOVES.dispatch as MoveForm
    const values = blankOf(form)
    expect(values).toEqual({ agency_id: null, co_agency_ids: [], note: '' })
    expect(missingIn(form, values)).toEqual(['agency_id'])
    expect(missingIn(form, { ...values, agency_id: 3 })).toEqual([])
  })

  it('never accept a refusal without its reason', () => {
    for (const name of ['reject_return', 'reject_extension', 'fail_review', 'refuse', 'request_return']) {
      const form = MOVES[name] as MoveForm
      expect(missingIn(form, blankOf(form)).length, name).toBeGreaterThan(0)
    }
  })
})

describe('ledgers', () => {
  it('split a header with quoted commas', () => {
    expect(csvCells('a,"b, c",“d”,"say ""hi"""')).toEqual(['a', 'b, c', '“d”', 'say "hi"'])
  })

  it('guess columns in Chinese and English, each once', () => {
    const chinese = guessColumns(['留言编号', '留言用户', '留言主题', '留言时间', '留言详情', '一级分类'])
    expect([chinese.external_no, chinese.title, chinese.received_at, chinese.content, chinese.category, chinese.caller]).toEqual([
      '留言编号',
      '留言主题',
      '留言时间',
      '留言详情',
      '一级分类',
      '留言用户',
    ])
    const english = guessColumns(['Unique Key', 'Created Date', 'Closed Date', 'Complaint Type', 'Descriptor', 'Status'])
    expect([english.external_no, english.received_at, english.closed_at, english.content]).toEqual([
      'Unique Key',
      'Created Date',
      'Closed Date',
      'Descriptor',
    ])
  })

  it('keep what a saved mapping knows beyond plain columns', () => {
    const base = { source: 'x', timezone: 'America/New_York', columns: { status: { column: 'Status', values: { Closed: 'closed' } } } }
    expect(mappingOf('nyc', { content: 'Descriptor', status: '' }, base)).toEqual({
      source: 'nyc',
      timezone: 'America/New_York',
      columns: { content: 'Descriptor', status: { column: 'Status', values: { Closed: 'closed' } } },
    })
  })
})
