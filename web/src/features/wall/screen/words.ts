/** How figures are said on the wall. Pure. */
import type { StripItem, WallFigure } from '@/api/wall'

/** `7,491`, `99.87`, `–`. */
export function numberOf(figure: WallFigure): string {
  if (figure.value === null) return '–'
  return figure.unit === '%' ? figure.value.toFixed(2) : figure.value.toLocaleString('en-US')
}

/** The first words of a variant: `全部工单口径(南通简报口径)` → `全部工单口径`. */
export function shortVariant(label: string): string {
  return label.split(/[((:]/)[0]?.trim() ?? ''
}

/** The lines under a number: a rate's variant and denominator, or what a count includes. */
export function underOf(item: StripItem, locale: string, denominator: string): string[] {
  const en = locale === 'en'
  if (item.figure.unit !== '%') return [en ? item.tile.says_en : item.tile.says].filter(Boolean)
  return [shortVariant(en ? item.figure.variant_label_en : item.figure.variant_label), denominator].filter(Boolean)
}

/** Late work is red, nothing late is good; other counts are plain. */
export function toneOf(figure: WallFigure): '' | 'late' | 'good' {
  if (figure.code !== 'late_now' || figure.value === null) return ''
  return figure.value > 0 ? 'late' : 'good'
}

/** The widest bar is full; a value above nothing is never invisible. */
export function barWidth(value: number, largest: number): string {
  if (value <= 0 || largest <= 0) return '0%'
  return `${Math.max(2, (100 * value) / largest).toFixed(1)}%`
}
