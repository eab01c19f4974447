import { describe, expect, it } from 'vitest'
import type { Palette } from '@/kit/tokens/palette'
import { daysOption, hoursOption, roundTop } from './trends'

const colours: Palette = {
  ground: '#000000', surface: '#111111', line: '#222222', strong: '#ffffff', text: '#eeeeee', quiet: '#999999',
  accent: '#4c9bff', good: '#0f0', watch: '#ff0', late: '#f00', off: '#888', series: [],
}

describe('the trends', () => {
  it('start at zero and end at a round number', () => {
    expect([0, 3, 17, 43, 100, 681].map((n) => roundTop([n]))).toEqual([1, 5, 20, 50, 100, 1000])
  })

  it('carry their names at the line instead of in a legend', () => {
    const option = hoursOption([{ key: '9', value: 4 }], [{ key: '9', value: 6 }], { today: '今日', yesterday: '昨日' }, colours, { type: 24 })
    const series = option.series as { endLabel: { formatter: string }; data: number[][] }[]
    expect(series.map((s) => [s.endLabel.formatter, s.data])).toEqual([
      ['昨日', [[9, 6]]],
      ['今日', [[9, 4]]],
    ])
    expect((option.yAxis as { min: number }).min).toBe(0)
  })

  it('print the largest day and today', () => {
    const days = [3, 9, 5, 2].map((value, i) => ({ key: `2021-08-0${i + 1}`, value }))
    const option = daysOption(days, colours, { type: 24 })
    const bars = (option.series as { data: { label: { show: boolean } }[] }[])[0]?.data
    expect(bars?.map((b) => b.label.show)).toEqual([false, true, false, true])
  })
})
