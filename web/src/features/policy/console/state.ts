/** The work calendar of a year and the deadline rows. */
import { computed, ref, shallowRef, watch } from 'vue'
import { fetchCalendar, fetchDeadlines, setDay, type CalendarDay } from '@/api/policy'
import type { ApiError } from '@/api/errors'
import { addDays, day, weekday } from '@/kit/time'
import { t } from '@/kit/i18n'
import { asApiError, useResource } from '@/ui/console/state/resource'
import { done } from '@/ui/console/toast'

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
