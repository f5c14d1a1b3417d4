import { describe, expect, it } from 'vitest'
import { pinyinInitials, pinyinKeys, search, searchRank } from './pinyin.ts'

describe('pinyin initials', () => {
  it.each([
    ['实际支出', 'sjzc'],
    ['预算执行率', 'yszxl'],
    ['“三公经费”控制率', 'sgjfkzl'],
    ['参保人员满意度', 'cbrymyd'],
    ['2025年预算', '2025nys'],
    ['ＡＢ类项目', 'ablxm'],
    // One character of each letter, first and last of its kind.
    ['吖澳八簿擦错搭堕额二发复嘎过哈霍击郡', 'aabbccddeeffgghhjj'],
    ['咖扩拉洛妈木拿糯哦藕怕铺七群然弱撒锁', 'kkllmmnnooppqqrrss'],
    ['他唾挖误夕训鸭运匝做', 'ttwwxxyyzz'],
    ['', ''],
    ['（%）', ''],
  ])('of %s are %s', (text, initials) => {
    expect(pinyinInitials(text)).toBe(initials)
  })

  it('also know the other reading of the words of this field', () => {
    expect(pinyinKeys('长期负债').split(' ')).toEqual(['zqfz', 'cqfz'])
    expect(pinyinKeys('银行重复率').split(' ')).toContain('yhcfl')
    expect(pinyinKeys('会计人数').split(' ')).toContain('kjrs')
  })
})

describe('search', () => {
  it.each([
    ['实际支出', '实际', 0],
    ['实际支出', 'SJ', 1],
    ['实际支出', '支出', 2],
    ['实际支出', 'zc', 3],
    ['实际支出', '', 0],
    ['实际支出', 'sz', undefined],
    ['实际支出', '预算', undefined],
    ['ABC指数', 'ａｂ', 0],
  ])('%s answers “%s” with rank %s', (text, typed, rank) => {
    expect(searchRank(text, typed)).toBe(rank)
  })

  it('puts what begins so before what holds it', () => {
    const names = ['支出预算', '预算数', '人数', '年初预算']
    expect(search(names, 'ys', (each) => [each])).toEqual(['预算数', '支出预算', '年初预算'])
  })
})
