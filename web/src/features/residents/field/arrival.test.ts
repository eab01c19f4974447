import { describe, expect, it } from 'vitest'
import { bodyOf, emptyArrival, faultsOf, formOf, STEPS, type ArrivalForm } from './arrival'

const TODAY = '2021-08-12'
const filled: ArrivalForm = {
  ...emptyArrival(),
  kind: 'returnee',
  name: '吉庆丰',
  id_no: '32069919880812011X',
  phone: '19900000001',
  from_place: '南京市江宁区',
  last_left_on: '2021-08-11',
  arrived_on: '2021-08-12',
  transport: 'train',
  address: '3组12号',
}

describe('the registration on the door step', () => {
  it('asks for every faulty field in some step', () => {
    const asked = new Set(STEPS.flat())
    const faults = faultsOf(emptyArrival(), TODAY)
    expect(Object.keys(faults).sort()).toEqual(['address', 'arrived_on', 'from_place', 'kind', 'name', 'phone', 'transport'])
    expect(Object.keys(faults).filter((name) => !asked.has(name))).toEqual([])
  })

  it('checks the identity number, and does without one', () => {
    expect(faultsOf(filled, TODAY)).toEqual({ id_no: '身份证号第18位校验不符,请核对原件' })
    expect(faultsOf({ ...filled, id_no: '' }, TODAY)).toEqual({})
  })

  it('does without a telephone when somebody has none', () => {
    const elder = { ...filled, id_no: '', phone: '', no_smartphone: true }
    expect(faultsOf(elder, TODAY)).toEqual({})
    expect(bodyOf(elder).preferred_contact).toBe('visit')
    expect(bodyOf({ ...elder, relative_phone: '19900000002' }).preferred_contact).toBe('relative')
  })

  it('comes back whole from a refused body', () => {
    const form = { ...filled, relative: '妻子', relative_phone: '19900000002', temperature: 36.6, symptoms: ['cough'] }
    expect(formOf(bodyOf(form))).toEqual(form)
  })
})
