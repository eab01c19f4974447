/** Trends with direct labels, zero-based; sizes in pixels of the present screen. */
import type { Palette } from '@/kit/tokens/palette'
import { mixed } from '../map/shapes'
import type { ChartOption } from './echarts'

export interface Point {
  key: string
  value: number
}

export interface Sizes {
  /** Type size of axes and labels, px. */
  type: number
}

const FONT = "system-ui, 'Noto Sans CJK SC', sans-serif"

const axisLook = (colours: Palette, sizes: Sizes) => ({
  axisLine: { lineStyle: { color: colours.line } },
  axisTick: { show: false },
  axisLabel: { color: colours.text, fontSize: sizes.type, fontFamily: FONT },
})

/** The smallest round number that is not below the largest value: 1, 2 or 5 times a power of ten. */
export function roundTop(values: readonly number[]): number {
  const most = Math.max(1, ...values)
  const power = 10 ** Math.floor(Math.log10(most))
  return [1, 2, 5, 10].map((step) => step * power).find((top) => top >= most) ?? most
}

/** Today's hours as a line over yesterday's, each carrying its name at its end. */
export function hoursOption(
  today: readonly Point[],
  yesterday: readonly Point[],
  names: { today: string; yesterday: string },
  colours: Palette,
  sizes: Sizes,
): ChartOption {
  const top = roundTop([...today, ...yesterday].map((p) => p.value))
  const line = (name: string, points: readonly Point[], colour: string, width: number, offset: number) => ({
    type: 'line' as const,
    name,
    data: points.map((p) => [Number(p.key), p.value]),
    symbol: 'none',
    lineStyle: { color: colour, width },
    endLabel: {
      show: points.length > 0,
      formatter: name,
      color: colour,
      fontSize: sizes.type,
      fontFamily: FONT,
      offset: [0, offset],
    },
  })
  return {
    grid: { left: sizes.type * 2.4, right: sizes.type * 3.2, top: sizes.type, bottom: sizes.type * 1.8 },
    xAxis: {
      type: 'value',
      min: 0,
      max: 24,
      interval: 6,
      splitLine: { show: false },
      ...axisLook(colours, sizes),
    },
    yAxis: {
      type: 'value',
      min: 0,
      max: top,
      interval: top / 2,
      splitLine: { lineStyle: { color: colours.line } },
      ...axisLook(colours, sizes),
    },
    series: [
      line(names.yesterday, yesterday, colours.text, 2, 0),
      line(names.today, today, colours.accent, 4, -sizes.type * 0.6),
    ],
  }
}

/** Days as bars, the last one (today, still growing) lighter; the largest and the last carry their number. */
export function daysOption(days: readonly Point[], colours: Palette, sizes: Sizes): ChartOption {
  const most = Math.max(...days.map((p) => p.value))
  const largest = days.findIndex((p) => p.value === most)
  return {
    grid: { left: sizes.type * 0.4, right: sizes.type * 0.4, top: sizes.type * 1.6, bottom: sizes.type * 1.8 },
    xAxis: {
      type: 'category',
      data: days.map((p) => p.key.slice(5)),
      ...axisLook(colours, sizes),
      axisLabel: {
        ...axisLook(colours, sizes).axisLabel,
        interval: (index: number) => index === 0 || index === days.length - 1 || index === Math.floor(days.length / 2),
        showMinLabel: true,
        showMaxLabel: true,
        alignMinLabel: 'left',
        alignMaxLabel: 'right',
      },
    },
    yAxis: { type: 'value', min: 0, max: Math.max(1, most), show: false },
    series: [
      {
        type: 'bar',
        barCategoryGap: '28%',
        data: days.map((p, index) => ({
          value: p.value,
          itemStyle: { color: index === days.length - 1 ? mixed(colours.surface, colours.accent, 0.55) : colours.accent },
          label: {
            show: index === largest || index === days.length - 1,
            position: 'top' as const,
            color: colours.strong,
            fontSize: sizes.type,
            fontFamily: FONT,
            formatter: p.value.toLocaleString('en-US'),
          },
        })),
      },
    ],
  }
}
