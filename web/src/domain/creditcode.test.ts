import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { creditCodeFault, normalCreditCode } from './creditcode'

interface Case {
  text: string
  normal: string
  fault: string
  why: string
}

const vectors = JSON.parse(
  readFileSync(resolve(process.cwd(), '../contracts/vectors/creditcode.json'), 'utf8'),
) as { cases: Case[] }

describe('credit codes, by the vectors shared with the server', () => {
  it('has vectors of every outcome', () => {
    expect(new Set(vectors.cases.map((one) => one.fault))).toEqual(new Set(['', 'length', 'shape', 'check']))
  })

  for (const one of vectors.cases) {
    it(`${one.text || 'nothing'}: ${one.why}`, () => {
      expect(normalCreditCode(one.text)).toBe(one.normal)
      expect(creditCodeFault(one.text)).toBe(one.fault)
    })
  }
})
