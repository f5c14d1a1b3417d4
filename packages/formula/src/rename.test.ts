import { describe, expect, test } from 'vitest'
import { renameInFormula } from './rename.ts'

describe('renameInFormula', () => {
  test.each([
    ['实际 / 计划 * 100%', '实际', '实际支出', '实际支出 / 计划 * 100%'],
    // the author's spacing and signs stay
    ['  实际／（ 实际＋1 ） ', '实际', '支出', '  支出／（ 支出＋1 ） '],
    // brackets where the new name needs them, and where the author had them
    ['实际/计划', '计划', '2025年计划', '实际/[2025年计划]'],
    ['实际/计划', '计划', '是', '实际/[是]'],
    ['实际/计划', '计划', '投诉-处理率', '实际/[投诉-处理率]'],
    ['[2025年计划]*2', '2025年计划', '计划', '[计划]*2'],
    ['【2025年计划】*2', '2025年计划', '计划', '【计划】*2'],
    ['【2025年计划】*2', '2025年计划', 'a】b', '[a】b]*2'],
    ['非[公开]', '公开', '公示', '非[公示]'],
    ['a>1且b', 'b', '或有负债', 'a>1且或有负债'],
    ['1且乙', '乙', '丙', '1且丙'],
    // only whole names
    ['实际 + 实际支出 + "实际"', '实际', '甲', '甲 + 实际支出 + "实际"'],
    // not functions, not fields; a list by its name
    ['求和(求和, a)', '求和', '合计', '求和(合计, a)'],
    ['求和 (a) + 求和', '求和', '合计', '求和 (a) + 合计'],
    ['名单.金额 + 金额', '金额', '总额', '名单.金额 + 总额'],
    ['SUM(名单.金额)', '名单', '花名册', 'SUM(花名册.金额)'],
    ['COUNTIF(名单, 金额 > 限额)', '限额', '上限', 'COUNTIF(名单, 金额 > 上限)'],
    ['[求和](a)', '求和', '合计', '[合计](a)'],
    // also where the rest does not parse
    ['实际 + + ) #', '实际', '支出', '支出 + + ) #'],
    // nothing to rename
    ['实际 / 计划', '预算', '支出', undefined],
    ['实际 / [计划', '计划', '支出', undefined],
    ['', '预算', '支出', undefined],
    ['1'.padEnd(4_001), '1', '2', undefined],
  ])('%s: %s → %s', (text, from, to, expected) => {
    expect(renameInFormula(text, from, to)).toBe(expected)
  })
})
