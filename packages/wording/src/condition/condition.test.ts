import type { Condition, Language } from '@yardstick/model'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { condition as anyCondition } from '../arbitrary.testing.ts'
import { printCondition, readCondition } from './condition.ts'
import type { Names } from './names.ts'

const names: Names = {
  nameOf: (id) => (id === 'output.quality' ? '质量达标率' : undefined),
  idOf: (name) => (name === '质量达标率' ? 'output.quality' : undefined),
}
const is = (fact: string, operator: 'equal' | 'greaterThanInclusive', value: string | number | boolean): Condition => ({
  fact,
  operator,
  value,
})

const rows: readonly [Condition, zh: string, en: string][] = [
  // operators
  [is('预算执行率', 'greaterThanInclusive', '95%'), '预算执行率≥95%', '预算执行率 ≥ 95%'],
  [{ fact: '次数', operator: 'greaterThan', value: 0 }, '次数>0', '次数 > 0'],
  [{ fact: '次数', operator: 'lessThan', value: 3 }, '次数<3', '次数 < 3'],
  [{ fact: '次数', operator: 'lessThanInclusive', value: 3 }, '次数≤3', '次数 ≤ 3'],
  [is('次数', 'equal', 3), '次数=3', '次数 = 3'],
  [{ fact: '次数', operator: 'notEqual', value: 3 }, '次数≠3', '次数 ≠ 3'],
  [
    { fact: '类型', operator: 'in', value: ['甲类', '乙类'] },
    '类型属于（“甲类”、“乙类”）',
    '类型 is one of ("甲类", "乙类")',
  ],
  [
    { fact: '年份', operator: 'notIn', value: [2020, 2021] },
    '年份不属于（2020、2021）',
    '年份 is none of (2020, 2021)',
  ],
  [{ fact: '说明', operator: 'contains', value: '整改' }, '说明包含“整改”', '说明 contains "整改"'],
  [{ fact: '说明', operator: 'doesNotContain', value: '整改' }, '说明不包含“整改”', '说明 does not contain "整改"'],
  // values
  [is('是否公开', 'equal', true), '是否公开=是', '是否公开 = yes'],
  [is('是否公开', 'equal', '是'), '是否公开=“是”', '是否公开 = "是"'],
  [is('金额', 'equal', '1250.5'), '金额=“1250.5”', '金额 = "1250.5"'],
  [is('完成日期', 'equal', '2021-12-31'), '完成日期=2021年12月31日', '完成日期 = 2021-12-31'],
  [
    { fact: '实际支出', operator: 'lessThanInclusive', value: { fact: '预算数' } },
    '实际支出≤预算数',
    '实际支出 ≤ 预算数',
  ],
  // names
  [is('是否包含附件', 'equal', true), '[是否包含附件]=是', '是否包含附件 = yes'],
  [is('“三公经费”控制率', 'equal', '1%'), '[“三公经费”控制率]=1%', '[“三公经费”控制率] = 1%'],
  [is('总分', 'equal', 1), '[总分]=1', '总分 = 1'],
  [is('total', 'greaterThanInclusive', 90), '总分≥90', 'total ≥ 90'],
  [is('grade', 'equal', '优'), '等级=“优”', 'grade = "优"'],
  [is('rate:output.quality', 'greaterThanInclusive', '80%'), '得分率（质量达标率）≥80%', 'rate(质量达标率) ≥ 80%'],
  [is('score:1.2', 'equal', 0), '得分（[1.2]）=0', 'score([1.2]) = 0'],
  [is('evidence:批复文件', 'equal', true), '佐证材料（批复文件）=是', 'evidence(批复文件) = yes'],
  // groups
  [{ all: [is('A', 'equal', 1), is('B', 'equal', 2)] }, 'A=1且B=2', 'A = 1 and B = 2'],
  [{ any: [is('A', 'equal', 1), is('B', 'equal', 2)] }, 'A=1或B=2', 'A = 1 or B = 2'],
  [
    { all: [is('A', 'equal', 1), { any: [is('B', 'equal', 2), { not: is('C', 'equal', 3) }] }] },
    'A=1且（B=2或非（C=3））',
    'A = 1 and (B = 2 or not (C = 3))',
  ],
  [{ all: [is('A', 'equal', 1)] }, '全部满足（A=1）', 'all of (A = 1)'],
  [{ any: [{ condition: '重大事故' }] }, '任一满足（“重大事故”成立）', 'any of ("重大事故" holds)'],
]

describe('a condition prints as a sentence, and reads back', () => {
  for (const [condition, zh, en] of rows) {
    test(zh, () => {
      expect([printCondition(condition, 'zh', names), printCondition(condition, 'en', names)]).toEqual([zh, en])
      expect(readCondition(zh, 'zh', names)).toEqual({ ok: true, value: condition })
      expect(readCondition(en, 'en', names)).toEqual({ ok: true, value: condition })
    })
  }
})

describe('other spellings of the same words', () => {
  for (const [text, language, meant] of [
    ['预算执行率 >= 95%', 'zh', is('预算执行率', 'greaterThanInclusive', '95%')],
    ['预算执行率不低于９５％', 'zh', is('预算执行率', 'greaterThanInclusive', '95%')],
    [
      'A=1 且 ( B=2 或 B=3 )',
      'zh',
      { all: [is('A', 'equal', 1), { any: [is('B', 'equal', 2), is('B', 'equal', 3)] }] },
    ],
    ['完成日期=2021-12-31', 'zh', is('完成日期', 'equal', '2021-12-31')],
    ['类型="甲类"', 'zh', is('类型', 'equal', '甲类')],
    ['A AT LEAST 3', 'en', is('A', 'greaterThanInclusive', 3)],
  ] as readonly [string, Language, Condition][]) {
    test(text, () => expect(readCondition(text, language)).toEqual({ ok: true, value: meant }))
  }
})

describe('[WORDING_CONDITION_UNREAD] what cannot be read says where it stopped', () => {
  for (const [text, from] of [
    ['预算执行率', 5],
    ['预算执行率≥', 6],
    ['A=1且', 4],
    ['A=1且B=2或C=3', 7],
    ['（A=1', 4],
    ['', 0],
  ] as const) {
    test(text === '' ? 'nothing' : text, () => {
      const result = readCondition(text, 'zh')
      expect(result.ok).toBe(false)
      const [issue] = result.ok ? [] : result.issues
      expect([issue?.code, issue?.span]).toEqual(['WORDING_CONDITION_UNREAD', { from, to: text.length }])
    })
  }
})

for (const language of ['zh', 'en'] as const) {
  test(`[W2] reading a printed condition gives the same condition (${language})`, () => {
    fc.assert(
      fc.property(anyCondition, (condition) => {
        const text = printCondition(condition, language, names)
        expect(readCondition(text, language, names)).toEqual({ ok: true, value: condition })
      }),
      { numRuns: 2000, seed: 2 },
    )
  })
}

test('deep nesting is printed and read', () => {
  let condition: Condition = is('A', 'equal', 1)
  for (let depth = 0; depth < 60; depth++) condition = { not: { any: [condition, is('B', 'equal', depth)] } }
  expect(readCondition(printCondition(condition, 'zh'), 'zh')).toEqual({ ok: true, value: condition })
})

test('a text of brackets only ends in an issue, however many', () => {
  for (const text of ['（'.repeat(20_000), '非（'.repeat(20_000), 'A=1且'.repeat(5_000)]) {
    expect(readCondition(text, 'zh').ok).toBe(false)
  }
})
