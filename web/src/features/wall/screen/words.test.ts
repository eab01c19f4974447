import { describe, expect, it } from 'vitest'
import type { StripItem, WallFigure } from '@/api/wall'
import { barWidth, numberOf, shortVariant, toneOf, underOf } from './words'

const figure = (more: Partial<WallFigure>): WallFigure => ({
  code: 'on_time_all', name: '按时办结率', name_en: 'On-time rate', unit: '%', value: 99.87, numerator: 7481,
  denominator: 7491, text: '', text_en: '', variant: 'all', variant_label: '全部工单口径(南通简报口径)',
  variant_label_en: 'of all tickets (wording of the Nantong bulletins)', definition: '', definition_en: '',
  good_is: 'high', period: null, as_of: '', groups: [], ...more,
})

const item = (one: WallFigure): StripItem => ({
  tile: { code: '', span: '今日', span_en: 'today', short: '', short_en: '', says: '直接答复与派发', says_en: '' },
  figure: one,
})

describe('the words of the wall', () => {
  it('print a number with its places and a missing one as a dash', () => {
    expect(numberOf(figure({}))).toBe('99.87')
    expect(numberOf(figure({ value: 100 }))).toBe('100.00')
    expect(numberOf(figure({ value: null }))).toBe('–')
    expect(numberOf(figure({ unit: '件', value: 7491 }))).toBe('7,491')
  })

  it('print variant and denominator under a rate, what it includes under a count', () => {
    expect(shortVariant('全部工单口径(南通简报口径)')).toBe('全部工单口径')
    expect(underOf(item(figure({})), 'zh', '分母 7,491 件')).toEqual(['全部工单口径', '分母 7,491 件'])
    expect(underOf(item(figure({ variant_label: '' })), 'zh', '分母 12 件')).toEqual(['分母 12 件'])
    expect(underOf(item(figure({ unit: '件' })), 'zh', '')).toEqual(['直接答复与派发'])
  })

  it('colour only what is late', () => {
    expect(toneOf(figure({ code: 'late_now', value: 3 }))).toBe('late')
    expect(toneOf(figure({ code: 'late_now', value: 0 }))).toBe('good')
    expect(toneOf(figure({ value: 3 }))).toBe('')
  })

  it('draw bars from zero', () => {
    expect([barWidth(0, 9), barWidth(9, 9), barWidth(1, 200)]).toEqual(['0%', '100.0%', '2.0%'])
  })
})
