import { itemInfo, scopeOf } from '@yardstick/formula'
import { describe, expect, it } from 'vitest'
import { applyMend, mendsOf } from './mends.ts'
import { readFormula } from './read-formula.ts'

const scope = scopeOf([
  itemInfo({ id: '实际支出', type: 'money', unit: '万元' }),
  itemInfo({ id: '预算数', type: 'money', unit: '万元', range: { min: '1' } }),
  itemInfo({ id: '人数', type: 'count', unit: '人' }),
  itemInfo({ id: '完成率', type: 'rate' }),
  itemInfo({ id: '2025年预算', type: 'money' }),
  itemInfo({ id: '等级', type: 'choice', choices: ['优', '良'] }),
  itemInfo({
    id: '项目',
    type: 'list',
    fields: [
      { id: '金额', type: 'money', unit: '万元' },
      { id: '完成率', type: 'rate' },
    ],
  }),
])

function mended(text: string): string[] {
  const [issue] = readFormula(text, scope).issues
  if (issue === undefined) throw new Error(`nothing is wrong with ${text}`)
  return mendsOf(issue, text.length, 'zh').map((mend) =>
    mend.kind === 'replace' ? applyMend(text, mend) : `新建${mend.name}`,
  )
}

describe('mends of formulas', () => {
  it.each([
    ['实际支岀 / 预算数', ['实际支出 / 预算数', '新建实际支岀']],
    ['1 + 全然不同的东西', ['新建全然不同的东西']],
    ['SUMM(1)', ['SUM(1)']],
    ['2025年预算 + 1', ['[2025年预算] + 1']],
    ['1<人数<9', ['1<人数 且 人数<9']],
    ['-人数^2', ['(-人数)^2', '-(人数^2)']],
    ['等级 = "差"', ['等级 = "优"', '等级 = "良"']],
    ['完成率 > 95', ['完成率 > 95%']],
    ['SUM(项目.金颔) + 1', ['SUM(项目.金额) + 1']],
    ['COUNTIF(项目, 完成率 > 1)', ['COUNTIF(项目, 项目.完成率 > 1)']],
    ['(人数 + 1', ['(人数 + 1)']],
    ['人数 +', []],
  ])('of %s are offered in place', (text, expected) => {
    expect(mended(text)).toEqual(expected)
  })

  it.each(['实际支岀 / 预算数', 'SUMM(1)', '2025年预算 + 1', '1<人数<9', '等级 = "差"', '完成率 > 95', '(人数 + 1'])(
    'the first mend of %s cures it',
    (text) => {
      expect(readFormula(mended(text)[0]!, scope).issues).toEqual([])
    },
  )
})
