/** Figures of a period that stands in the address. */
import { computed, watch } from 'vue'
import { fetchFigure, fetchFigureRows, fetchFigures, type Figure, type FigureRow, type Figures } from '@/api/reports'
import { addDays, day } from '@/kit/time'
import { onLive } from '@/live/use'
import { currentLocale } from '@/kit/i18n'
import { useUrlFilters } from '@/ui/console/state/filters'
import { usePaged, useResource } from '@/ui/console/state/resource'

export interface Words {
  name: string
  text: string
  definition: string
  variant: string
}

/** A figure's words in the language in use. */
export function wordsOf(figure: Figure): Words {
  const zh = currentLocale() === 'zh'
  return {
    name: zh ? figure.name : figure.name_en,
    text: zh ? figure.text : figure.text_en,
    definition: zh ? figure.definition : figure.definition_en,
    variant: zh ? figure.variant_label : figure.variant_label_en,
  }
}

/** The period filter: today unless the address says otherwise. */
export function usePeriod() {
  const { filters, set } = useUrlFilters(['from', 'to', 'town', 'key'] as const)
  const period = computed(() => {
    const to = filters.value.to || day(Date.now())
    return { from: filters.value.from || to, to, town: filters.value.town || undefined }
  })
  const last = (days: number) => {
    const to = day(Date.now())
    set({ from: days === 1 ? '' : addDays(to, 1 - days), to: days === 1 ? '' : to })
  }
  const isLast = (days: number) => {
    const to = day(Date.now())
    return period.value.to === to && period.value.from === addDays(to, 1 - days)
  }
  return { filters, set, period, last, isLast }
}

/** Every figure of the period. */
export function useFigures() {
  const period = usePeriod()
  const figures = useResource<Figures>(() => fetchFigures(period.period.value))
  watch(period.period, (now, before) => JSON.stringify(now) !== JSON.stringify(before) && void figures.reload())
  onLive('wall', () => void figures.reload(), 5_000)
  return { ...period, figures }
}

/** One figure and the tickets behind it. */
export function useFigureRows(code: string) {
  const period = usePeriod()
  const figure = useResource<Figure>(() => fetchFigure(code, period.period.value))
  const rows = usePaged<FigureRow>((cursor) =>
    fetchFigureRows(code, { ...period.period.value, key: period.filters.value.key || undefined, cursor: cursor || undefined }),
  )
  watch(() => JSON.stringify([period.period.value, period.filters.value.key]), () => {
    void figure.reload()
    void rows.reload()
  })
  void rows.reload()
  return { ...period, figure, rows }
}
