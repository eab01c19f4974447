import { describe, expect, it } from 'vitest'
import { search, wordsOf, type Found } from './search'

const one = (id: number, name: string, initials: string, pinyin: string, address: string): Found => ({
  kind: 'residents.person',
  id,
  title: name,
  detail: '',
  to: '',
  words: [...wordsOf(name), ...wordsOf(initials, pinyin), ...wordsOf(address)],
})

const all = [
  one(1, '王建国', 'wjg', 'wangjianguo', '幸福佳苑1幢101室'),
  one(2, '张秀英', 'zxy', 'zhangxiuying', '幸福佳苑1幢102室'),
  one(3, '周小燕', 'zxy', 'zhouxiaoyan', '张家巷3号'),
]
const ids = (query: string) => search(all, query, 10).rows.map((f) => f.id)

describe('looking up on the phone', () => {
  it('finds by the beginning of a name, by initials and by pinyin, whatever the case', () => {
    expect([ids('张秀'), ids('zx'), ids('ZXY'), ids('zhou'), ids('wang jian')]).toEqual([[2], [2, 3], [2, 3], [3], [1]])
  })

  it('puts names before addresses', () => {
    expect(ids('张')).toEqual([2, 3])
    expect(ids('佳苑1幢102')).toEqual([2])
  })

  it('does not take a piece of pinyin from the middle for a name', () => {
    expect([ids('xiu'), ids('guo'), ids('李')]).toEqual([[], [], []])
  })

  it('gives the first ones and tells how many are left', () => {
    expect(search(all, '', 2)).toEqual({ rows: all.slice(0, 2), left: 1 })
  })
})
