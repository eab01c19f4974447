import { describe, expect, it, vi } from 'vitest'
import { Line, takeEvents } from './line'
import { NoLine, Refusal, type Wire } from './wire'

function stream(parts: string[]): Response {
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const part of parts) controller.enqueue(encoder.encode(part))
      controller.close()
    },
  })
  return new Response(body)
}

describe('the live line', () => {
  it('takes whole events out of pieces', () => {
    const heard: string[] = []
    let rest = takeEvents('retry: 3000\n: device\n\ndata: {"a":1}\n', (d) => heard.push(d))
    rest = takeEvents(`${rest}\ndata: {"b":2}\r\n\r\ndata: {"c`, (d) => heard.push(d))
    expect([heard, rest]).toEqual([['{"a":1}', '{"b":2}'], 'data: {"c'])
  })

  it('tells of changes and of the end, and is taken up again with growing pauses', async () => {
    const answers = [
      () => stream(['data: {"topic":"device.changes","ids":[]}\n', '\ndata: {"topic":"device.revoked","ids":[]}\n\n']),
      () => {
        throw new NoLine()
      },
      () => {
        throw new Refusal(503, 'busy', '')
      },
    ]
    const pauses: number[] = []
    const ask = vi.fn<Wire['ask']>(async () => answers.shift()!())
    const told: string[] = []
    const line: Line = new Line({
      wire: { ask } as unknown as Wire,
      url: () => 'http://live.test/live',
      changed: () => told.push('changed'),
      revoked: () => told.push('revoked'),
      pause: async (ms) => {
        pauses.push(ms)
        if (!answers.length) line.stop()
      },
    })
    await line.listen()
    expect(ask.mock.calls[0]?.slice(0, 2)).toEqual(['GET', 'http://live.test/live?topics=device'])
    expect(told).toEqual(['changed', 'changed', 'revoked'])
    expect(pauses).toHaveLength(3)
    expect(pauses[0]!).toBeLessThan(pauses[1]!)
    expect(pauses[1]!).toBeLessThan(pauses[2]!)
  })
})
