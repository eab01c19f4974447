/** The one place that fetches: CSRF, problem documents, entity tags, log-in. */
import { errorOf, offlineError } from './errors'

export type Query = Record<string, string | number | boolean | null | undefined | readonly (string | number)[]>

export interface Options {
  query?: Query
  body?: unknown
  /** Entity tag of the version that was edited. */
  ifMatch?: string
  signal?: AbortSignal
  /** Milliseconds until the line counts as down. */
  timeout?: number
}

export interface Tagged<T> {
  data: T
  etag: string
}

const TIMEOUT = 30_000

/** The CSRF token Django put into the readable cookie. */
export function csrfToken(cookies: string = document.cookie): string {
  const found = cookies.split('; ').find((c) => c.startsWith('wangge_csrf='))
  return found ? decodeURIComponent(found.slice('wangge_csrf='.length)) : ''
}

/** `?a=1&b=2`, empty values left out, lists repeated. */
export function queryString(query: Query = {}): string {
  const pairs = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === '' || value === false) continue
    for (const one of Array.isArray(value) ? value : [value]) pairs.append(name, String(one))
  }
  const text = pairs.toString()
  return text ? `?${text}` : ''
}

let toLogin = (next: string): void => {
  window.location.assign(`/login?next=${encodeURIComponent(next)}`)
}

/** Replaces what happens when the session is over (tests, the wall). */
export function onLoggedOut(action: (next: string) => void): void {
  toLogin = action
}

function headersFor(method: string, options: Options): Headers {
  const headers = new Headers({ Accept: 'application/json' })
  if (method !== 'GET') headers.set('X-CSRFToken', csrfToken())
  if (options.ifMatch) headers.set('If-Match', options.ifMatch)
  if (options.body !== undefined && !(options.body instanceof FormData)) {
    headers.set('Content-Type', 'application/json')
  }
  return headers
}

async function send(method: string, path: string, options: Options): Promise<Response> {
  const limit = AbortSignal.timeout(options.timeout ?? TIMEOUT)
  try {
    return await fetch(path + queryString(options.query), {
      method,
      headers: headersFor(method, options),
      body: options.body instanceof FormData ? options.body : JSON.stringify(options.body),
      credentials: 'same-origin',
      signal: options.signal ? AbortSignal.any([options.signal, limit]) : limit,
    })
  } catch (error) {
    if (options.signal?.aborted) throw error
    throw offlineError()
  }
}

/** Sends and returns the body with its entity tag; throws `ApiError` for everything else. */
export async function tagged<T>(method: string, path: string, options: Options = {}): Promise<Tagged<T>> {
  const response = await send(method, path, options)
  if (response.status === 401) {
    toLogin(window.location.pathname + window.location.search)
    throw await errorOf(response)
  }
  if (!response.ok) throw await errorOf(response)
  const text = response.status === 204 ? '' : await response.text()
  return { data: (text ? JSON.parse(text) : undefined) as T, etag: response.headers.get('ETag') ?? '' }
}

/** GET */
export async function get<T>(path: string, query?: Query, options: Options = {}): Promise<T> {
  return (await tagged<T>('GET', path, { ...options, query })).data
}

/** POST */
export async function post<T>(path: string, body?: unknown, options: Options = {}): Promise<T> {
  return (await tagged<T>('POST', path, { ...options, body: body ?? {} })).data
}

/** PUT */
export async function put<T>(path: string, body?: unknown, options: Options = {}): Promise<T> {
  return (await tagged<T>('PUT', path, { ...options, body: body ?? {} })).data
}

/** DELETE */
export async function remove<T>(path: string, options: Options = {}): Promise<T> {
  return (await tagged<T>('DELETE', path, options)).data
}

/** The bytes of an answer (a file to save). */
export async function blob(method: string, path: string, body?: unknown): Promise<Blob> {
  const response = await send(method, path, { body, timeout: 120_000 })
  if (!response.ok) throw await errorOf(response)
  return response.blob()
}
