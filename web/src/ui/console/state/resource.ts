/** Every asynchronous thing on a page has the same four faces: loading, empty, error, offline. */
import { onScopeDispose, ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { ApiError } from '@/api/errors'

export interface Resource<T> {
  data: ShallowRef<T | null>
  error: ShallowRef<ApiError | null>
  loading: Ref<boolean>
  /** Reads again; what is shown stays until the answer is there. */
  reload: () => Promise<void>
}

/** Any thrown thing as an `ApiError`; our own bugs keep their stack in the console of the browser. */
export function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error
  reportError(error)
  return new ApiError({ status: 500, code: 'client_error', detail: String(error), data: {} })
}

/** One thing to read; a newer reading overtakes an older one. */
export function useResource<T>(read: (signal: AbortSignal) => Promise<T>, immediate = true): Resource<T> {
  const data = shallowRef<T | null>(null)
  const error = shallowRef<ApiError | null>(null)
  const loading = ref(immediate)
  let running: AbortController | null = null

  async function reload(): Promise<void> {
    running?.abort()
    const mine = new AbortController()
    running = mine
    loading.value = true
    try {
      const found = await read(mine.signal)
      if (mine.signal.aborted) return
      data.value = found
      error.value = null
    } catch (caught) {
      if (!mine.signal.aborted) error.value = asApiError(caught)
    } finally {
      if (!mine.signal.aborted) loading.value = false
    }
  }

  onScopeDispose(() => running?.abort())
  if (immediate) void reload()
  return { data, error, loading, reload }
}

export interface Page<T> {
  items: T[]
  next_cursor?: string | null
}

export interface Paged<T> {
  items: ShallowRef<T[]>
  error: ShallowRef<ApiError | null>
  loading: Ref<boolean>
  more: Ref<boolean>
  reload: () => Promise<void>
  loadMore: () => Promise<void>
}

/** A keyset list with "load more"; `reload` reads the shown length again from the top. */
export function usePaged<T>(read: (cursor: string, signal: AbortSignal) => Promise<Page<T>>): Paged<T> {
  const items = shallowRef<T[]>([])
  const error = shallowRef<ApiError | null>(null)
  const loading = ref(false)
  const more = ref(false)
  let cursor = ''
  let running: AbortController | null = null

  async function step(from: string, before: T[]): Promise<void> {
    running?.abort()
    const mine = new AbortController()
    running = mine
    loading.value = true
    try {
      const page = await read(from, mine.signal)
      if (mine.signal.aborted) return
      items.value = [...before, ...page.items]
      cursor = page.next_cursor ?? ''
      more.value = cursor !== ''
      error.value = null
    } catch (caught) {
      if (!mine.signal.aborted) error.value = asApiError(caught)
    } finally {
      if (!mine.signal.aborted) loading.value = false
    }
  }

  onScopeDispose(() => running?.abort())
  return {
    items,
    error,
    loading,
    more,
    reload: () => step('', []),
    loadMore: () => (more.value && !loading.value ? step(cursor, items.value) : Promise.resolve()),
  }
}
