import { beforeEach, describe, expect, it, vi } from 'vitest'
import { csrfToken, get, onLoggedOut, post, queryString, tagged } from './client'
import { ApiError } from './errors'

function answer(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  const type = status >= 400 ? 'application/problem+json' : 'application/json'
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': type, ...headers } })
}

const caught = async (work: Promise<unknown>): Promise<ApiError> => {
  const error = await work.then(
    () => undefined,
    (e: unknown) => e,
  )
  expect(error).toBeInstanceOf(ApiError)
  return error as ApiError
}

describe('the API client', () => {
  const fetching = vi.fn<typeof fetch>()
  beforeEach(() => {
    fetching.mockReset()
    vi.stubGlobal('fetch', fetching)
    document.cookie = 'wangge_csrf=token%3D1'
  })

  it('reads the CSRF token among other cookies', () => {
    expect(csrfToken('a=1; wangge_csrf=x%2By; b=2')).toBe('x+y')
    expect(csrfToken('a=1')).toBe('')
  })

  it('leaves empty filters out of the address and repeats lists', () => {
    expect(queryString({ status: 'in_progress', q: '', late: false, town: undefined, id: [1, 2] })).toBe(
      '?status=in_progress&id=1&id=2',
    )
  })

  it('sends the CSRF header with a change and not with a read', async () => {
    fetching.mockImplementation(async () => answer(200, {}))
    await get('/api/console/org/me')
    await post('/api/console/hotline/tickets', { title: '漏水' })
    const [read, change] = fetching.mock.calls.map((call) => new Headers(call[1]?.headers))
    expect(read?.get('X-CSRFToken')).toBeNull()
    expect(change?.get('X-CSRFToken')).toBe('token=1')
    expect(change?.get('Content-Type')).toBe('application/json')
  })

  it('turns a problem document into a typed error with its Chinese message and request id', async () => {
    fetching.mockResolvedValue(
      answer(
        422,
        { code: 'invalid', detail: '填写有误:title:必填', data: { fields: { title: '必填' } } },
        { 'X-Request-Id': 'abc123' },
      ),
    )
    const error = await caught(post('/api/console/hotline/tickets', {}))
    expect([error.status, error.code, error.message]).toEqual([422, 'invalid', '填写有误:title:必填'])
    expect(error.fields).toEqual({ title: '必填' })
    expect(error.requestId).toBe('abc123')
  })

  it('speaks plainly when the server answers with a page instead of a problem', async () => {
    fetching.mockResolvedValue(new Response('<html>bad gateway', { status: 502 }))
    const error = await caught(get('/api/console/hotline/board'))
    expect([error.status, error.code, error.message]).toEqual([502, 'http_502', '服务暂时不可用,请稍后重试'])
  })

  it('calls a missing line offline and not failed', async () => {
    fetching.mockRejectedValue(new TypeError('network'))
    const error = await caught(get('/api/console/hotline/board'))
    expect(error.offline).toBe(true)
    expect(error.stale).toBe(false)
  })

  it('goes to the log-in page with the way back when the session is over', async () => {
    const gone = vi.fn()
    onLoggedOut(gone)
    fetching.mockResolvedValue(answer(401, { code: 'login_required', detail: '请先登录' }))
    await caught(get('/api/console/org/me'))
    expect(gone).toHaveBeenCalledTimes(1)
  })

  it('carries the entity tag out and back', async () => {
    fetching.mockImplementation(async () => answer(200, { id: 1 }, { ETag: '"3"' }))
    const { etag } = await tagged<{ id: number }>('GET', '/api/console/hotline/tickets/1')
    await post('/api/console/hotline/tickets/1/sign', {}, { ifMatch: etag })
    expect(new Headers(fetching.mock.calls[1]?.[1]?.headers).get('If-Match')).toBe('"3"')
  })

  it('calls conflict and stale version stale', async () => {
    fetching.mockResolvedValue(answer(412, { code: 'stale_version', detail: '内容已被他人修改' }))
    expect((await caught(post('/x'))).stale).toBe(true)
  })
})
