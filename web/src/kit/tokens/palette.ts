/** The tokens as values, for what cannot read CSS variables: ECharts and MapLibre. */
export interface Palette {
  ground: string
  surface: string
  line: string
  strong: string
  text: string
  quiet: string
  accent: string
  good: string
  watch: string
  late: string
  off: string
  /** Colour-blind safe sequence for series. */
  series: readonly string[]
}

const SERIES = ['#1f5fbf', '#d98a00', '#1b8f7a', '#a64d9d', '#5aa7e0', '#8a6d3b', '#7a8699'] as const
const SERIES_DARK = ['#4c9bff', '#f2b544', '#38c9b0', '#d88ad0', '#8fd0ff', '#d0b58a', '#8191ab'] as const

/** Reads the live values of the page's tokens. */
export function palette(): Palette {
  const style = getComputedStyle(document.documentElement)
  const of = (name: string) => style.getPropertyValue(`--${name}`).trim()
  return {
    ground: of('ground'),
    surface: of('surface'),
    line: of('line'),
    strong: of('text-strong'),
    text: of('text'),
    quiet: of('quiet'),
    accent: of('accent'),
    good: of('good'),
    watch: of('watch'),
    late: of('late'),
    off: of('off'),
    series: style.colorScheme.includes('dark') ? SERIES_DARK : SERIES,
  }
}
