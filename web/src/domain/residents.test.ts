import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ageOn, birthdayOf, checkDigit, idNoFault, maskIdNo, normalIdNo, sexOf } from './idcard'
import { arrivalFaults, numberFault, type ArrivalFields } from './residents'

const read = <T>(name: string) => JSON.parse(readFileSync(resolve(process.cwd(), `../contracts/vectors/${name}.json`), 'utf8')) as T

interface CardCase {
  type: string
  text: string
  normal: string
  fault: string
  birthday: string
  sex: string
}

const cards = read<{ today: string; cases: CardCase[] }>('idcard')
const arrivals = read<{
  today: string
  base: ArrivalFields
  cases: { change: Partial<ArrivalFields>; faults: Record<string, string> }[]
}>('arrival')

describe('identity numbers, by the vectors shared with the server', () => {
  it('has vectors to run', () => {
    expect(cards.cases.length).toBeGreaterThanOrEqual(25)
  })

  it.each(cards.cases)('$type $text', (one) => {
    const number = normalIdNo(one.text)
    expect(number).toBe(one.normal)
    expect(idNoFault(one.type, one.text, cards.today)).toBe(one.fault)
    expect(birthdayOf(one.type, number)).toBe(one.birthday)
    if (one.birthday) expect(sexOf(one.type, number)).toBe(one.sex)
  })

  it('count full years and mask all but ten characters', () => {
    expect([ageOn('1950-08-12', '2021-08-12'), ageOn('1950-08-13', '2021-08-12'), ageOn('', '2021-08-12')]).toEqual([71, 70, null])
    expect(maskIdNo('320699196903070021')).toBe('320699********0021')
    expect(checkDigit('32069919690307002')).toHaveLength(1)
  })
})

describe('arrivals, by the vectors shared with the server', () => {
  it.each(arrivals.cases)('$change', ({ change, faults }) => {
    expect(arrivalFaults({ ...arrivals.base, ...change }, arrivals.today)).toEqual(faults)
  })
})

describe('telephone numbers', () => {
  it('are checked with the reason', () => {
    expect(numberFault('19900000001')).toBe('')
    expect(numberFault('+86 199-0000-0001')).toBe('')
    expect(numberFault('1990000001')).toBe('手机号应为11位,现在是10位')
    expect(numberFault('12')).toBe('电话号码应为3至15位数字')
  })
})
