/** What the server, or the way to it, may answer instead of data. */
import { t } from '@/kit/i18n'

export interface Problem {
  status: number
  code: string
  detail: string
  data: Record<string, unknown>
}

/** A refusal the user may read: a Chinese message, a stable code, the request id for the help desk. */
export class ApiError extends Error {
  readonly status: number
  readonly code: string
  readonly data: Record<string, unknown>
  readonly requestId: string

  constructor(problem: Problem, requestId = '') {
    super(problem.detail)
    this.name = 'ApiError'
    this.status = problem.status
    this.code = problem.code
    this.data = problem.data
    this.requestId = requestId
  }

  /** Message per field of a 422. */
  get fields(): Record<string, string> {
    const fields = this.data.fields
    return typeof fields === 'object' && fields ? (fields as Record<string, string>) : {}
  }

  /** The line is down: a state, not a fault of the request. */
  get offline(): boolean {
    return this.status === 0
  }

  /** Somebody else was faster, or the edited version is stale. */
  get stale(): boolean {
    return this.status === 409 || this.status === 412
  }
}

/** No answer at all: unplugged, server restarting, or too slow. */
export function offlineError(): ApiError {
  return new ApiError({ status: 0, code: 'offline', detail: t('state.offlineDetail'), data: {} })
}

/** Reads the error body; what is not a problem document becomes one. */
export async function errorOf(response: Response): Promise<ApiError> {
  const requestId = response.headers.get('X-Request-Id') ?? ''
  const type = response.headers.get('Content-Type') ?? ''
  if (type.includes('json')) {
    const body = (await response.json().catch(() => ({}))) as Partial<Problem>
    if (typeof body.detail === 'string' && body.detail) {
      return new ApiError(
        { status: response.status, code: body.code ?? 'refused', detail: body.detail, data: body.data ?? {} },
        requestId,
      )
    }
  }
  const key = response.status === 413 ? 'state.tooLarge' : response.status >= 500 ? 'state.serverDown' : 'state.refused'
  return new ApiError(
    { status: response.status, code: `http_${response.status}`, detail: t(key), data: {} },
    requestId,
  )
}
