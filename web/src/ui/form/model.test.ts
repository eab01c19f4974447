import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { at, put } from '@/forms/paths'
import type { Definition } from '@/forms/types'
import { chinaTime, filesIn, isPersonal, useForm, type Item } from './model'

const NOW = '2021-08-10T09:30:00'
const surveys = JSON.parse(readFileSync('../contracts/vectors/forms.json', 'utf8')) as { form: string; definition: Definition }[]
const survey = (name: string): Definition => surveys.find((s) => s.form === name)?.definition as Definition
const names = (items: readonly Item[]) => items.map((item) => item.field.name)
const form = (name: string, more: object = {}) => useForm({ definition: survey(name), now: () => NOW, ...more })
const itemOf = (model: ReturnType<typeof form>, name: string) => model.items.value.find((i) => i.field.name === name) as Item

describe('paths', () => {
  it('read and write answers deep inside rows, leaving the others alone', () => {
    const before = { home: [{ door: '1' }, { door: '2', about: { member: [{ age: 1 }] } }] }
    const after = put(before, 'home[2].about.member[1].age', 7)
    expect(at(after, 'home[2].about.member[1].age')).toBe(7)
    expect(at(before, 'home[2].about.member[1].age')).toBe(1)
    expect(after.home).toHaveLength(2)
    expect(put({ a: 1, b: 2 }, 'a', undefined)).toEqual({ b: 2 })
  })
})

describe('a form being filled in', () => {
  it('begins with its defaults and shows only what is asked now', () => {
    const model = form('enterprise')
    expect(model.answers.value).toEqual({ on: '2021-08-10' })
    expect(names(model.items.value)).toEqual(['name', 'staff', 'tested', 'rate', 'kinds', 'on', 'boss_phone'])
    model.set('kinds', ['dispatch'])
    expect(names(model.items.value)).toContain('dispatched')
  })

  it('computes, and says what is wrong once the block was left', () => {
    const model = form('enterprise')
    model.set('staff', '80')
    model.set('tested', '81')
    expect(itemOf(model, 'rate').value).toBe(101.25)
    expect(itemOf(model, 'rate').readonly).toBe(true)
    expect(itemOf(model, 'tested').fault).toBe('')
    model.touch('tested')
    expect(itemOf(model, 'tested').fault).toBe('不能多于员工总数')
    model.set('tested', '3')
    expect(itemOf(model, 'tested').fault).toBe('')
    expect(model.body()).toEqual({ staff: 80, tested: 3, rate: 3.75, on: '2021-08-10' })
  })

  it('names the first fault when it is checked, and forgets a refusal that was mended', () => {
    const model = form('enterprise')
    expect(model.check()?.path).toBe('staff')
    expect(itemOf(model, 'tested').fault).toBe('没有就填 0')
    model.set('staff', '1')
    model.set('tested', '0')
    expect(model.check()).toBeNull()
    model.refuse({ staff: '员工总数:与上次相差太大' })
    expect(itemOf(model, 'staff').fault).toBe('与上次相差太大')
    model.set('staff', '2')
    expect(itemOf(model, 'staff').fault).toBe('')
  })

  it('shows what a register holds and does not ask for it', () => {
    const model = form('enterprise', { register: () => ({ 'enterprise.name': '通州甲纺织有限公司' }) })
    const name = itemOf(model, 'name')
    expect([name.value, name.readonly, name.held]).toEqual(['通州甲纺织有限公司', true, true])
    expect(model.body().name).toBe('通州甲纺织有限公司')
  })

  it('adds rows and takes them away, in rows too', () => {
    const model = form('households')
    const home = () => itemOf(model, 'home')
    model.addRow('home', home().field)
    expect(home().rows).toHaveLength(2)
    model.set('home[1].door', '甲 1')
    model.set('home[2].door', '甲 2')
    model.set('home[2].about.member[1].age', '40')
    model.removeRow('home', 0)
    expect(model.body()).toEqual({
      heads: 1,
      home: [{ door: '甲 2', about: { member: [{ age: 40, nth: 1 }], youngest: 40 }, at_home: 1 }],
      ages: 40,
    })
  })

  it('offers the villages of the chosen town only', () => {
    const model = form('cascade')
    expect(names(model.items.value)).toEqual(['town'])
    model.set('town', 'shigang')
    expect(itemOf(model, 'village').choices.map((c) => c.label)).toEqual(['甲村'])
    expect(itemOf(model, 'village').required).toBe(true)
  })
})

it('tells files and personal forms apart, and the time in China', () => {
  expect(filesIn(survey('everything').fields, { photo: 'p', voice: 'v', memo: 'x' })).toEqual(['p', 'v'])
  expect(isPersonal(survey('counted').fields)).toBe(true)
  expect(isPersonal(survey('cascade').fields)).toBe(false)
  expect(chinaTime(new Date('2021-08-09T16:30:00Z'))).toBe('2021-08-10T00:30:00')
})
