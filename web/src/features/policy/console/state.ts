/** The work calendar of a year and the deadline rows. */
import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import { fetchCalendar, fetchDeadlines, fetchMode, fetchNotices, setDay, type CalendarDay, type Notice } from '@/api/policy'
import type { ApiError } from '@/api/errors'
import { addDays, day, weekday } from '@/kit/time'
import { t } from '@/kit/i18n'
import { keep, kept } from '@/offline/storage'
import { asApiError, useResource } from '@/ui/console/state/resource'
import { done } from '@/ui/console/toast'

/** Lines for the band on every page; a failure keeps quiet, the band is no work of its own. */
export function useNotices() {
  const notices = useResource<Notice[]>(() => fetchNotices().catch(() => [])).data
  const folded = ref(kept<string[]>('notices-folded', [], FOLDED_FOR))
  const shown = computed(() => (notices.value ?? []).filter((n) => !folded.value.includes(n.code)))
  const fold = (code: string) => {
    folded.value = [...folded.value, code]
    keep('notices-folded', folded.value)
  }
  return { shown, fold }
}

/** 平时, 战时 or 演练, looked at again every minute; a failure keeps what was known. */
export function useMode() {
  const mode = ref('routine')
  const look = async () => {
    const found = await fetchMode().catch(() => null)
    if (found) mode.value = found.mode
  }
  void look()
  const again = window.setInterval(() => void look(), 60_000)
  onScopeDispose(() => window.clearInterval(again))
  return mode
}

const FOLDED_FOR = 12 * 60 * 60 * 1000

export interface Cell {
  date: string
  number: number
  kind: string
  name: string
}

/** The days of a month with their kind; Monday–Friday is a workday unless a row says otherwise. */
export function monthCells(year: number, month: number, rows: ReadonlyMap<string, CalendarDay>): (Cell | null)[] {
  const first = `${year}-${String(month).padStart(2, '0')}-01`
  const cells: (Cell | null)[] = Array.from({ length: weekday(first) }, () => null)
  for (let date = first; date.slice(0, 7) === first.slice(0, 7); date = addDays(date, 1)) {
    const row = rows.get(date)
    const kind = row?.kind ?? (weekday(date) < 5 ? 'workday' : 'rest')
    cells.push({ date, number: Number(date.slice(8)), kind, name: row?.name ?? '' })
  }
  return cells
}

/** The calendar page's state and verbs. */
export function useCalendar() {
  const year = ref(Number(day(Date.now()).slice(0, 4)))
  const calendar = useResource(() => fetchCalendar(year.value))
  const rules = useResource(() => fetchDeadlines())
  const busy = ref(false)
  const refused = shallowRef<ApiError | null>(null)
  watch(year, () => void calendar.reload())
  const rows = computed(() => new Map((calendar.data.value?.days ?? []).map((d) => [d.day, d])))

  async function change(date: string, body: { kind: string; name: string; source: string }): Promise<boolean> {
    busy.value = true
    refused.value = null
    try {
      await setDay(date, body)
      done(t('calendar.saved', { day: date }))
      await calendar.reload()
      return true
    } catch (error) {
      refused.value = asApiError(error)
      return false
    } finally {
      busy.value = false
    }
  }

  return { year, calendar, rules, rows, busy, refused, change }
}
