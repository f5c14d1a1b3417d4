import { describe, expect, it } from 'vitest'
import type { Mapping } from '../schema/sharing.ts'
import type { Entry, Submission } from '../schema/submission.ts'
import { applyMapping } from './apply-mapping.ts'
import { done, national } from './example.testing.ts'

const scheme = done(
  national,
  { type: 'add-item', index: 0, item: { id: '性质', type: 'choice', choices: ['有', '无'] } },
  { type: 'add-item', index: 0, item: { id: '工时', type: 'number', unit: '小时' } },
)
const mapping: Mapping = {
  yardstick: 'mapping/1',
  items: {
    预算数: { name: '年初预算', unit: '万元' },
    支出数: { name: '决算数', unit: '千元' },
    满意度: { name: '公众满意率', unit: '%' },
    性质: { name: '类别', choices: { 是: '有', 否: '无' } },
    工时: { name: '用时', unit: '分钟' },
    已删: { name: '旧名' },
  },
}
const submission = (items: { [name: string]: Entry }, more: Partial<Submission> = {}): Submission => ({
  yardstick: 'submission/1',
  subject: { department: '某局' },
  period: '2024',
  items,
  ...more,
})
const mapped = (items: { [name: string]: Entry }, by = mapping) => {
  const outcome = applyMapping(by, scheme, submission(items))
  return outcome.ok ? outcome.value.items : outcome.issues.map(({ code, pointer }) => `${code} ${pointer}`)
}

describe('a mapping', () => {
  it.each<[string, { [name: string]: Entry }, object]>([
    ['a figure in another unit', { 年初预算: '123.45' }, { 预算数: '1234500' }],
    ['a JSON number', { 决算数: 0.5 }, { 支出数: '500' }],
    ['a percentage as a bare figure', { 公众满意率: 95.5 }, { 满意度: '0.955' }],
    ['one that brings its sign', { 公众满意率: '95.5%' }, { 满意度: '95.5%' }],
    ['a local word for a choice', { 类别: ' 是' }, { 性质: '有' }],
    ['a word of the scheme', { 类别: '无' }, { 性质: '无' }],
    ['what is blank, and what is no figure', { 年初预算: null, 决算数: '不详' }, { 预算数: null, 支出数: '不详' }],
    ['what it does not name', { 闲置: 1, 旧名: 2, 别的: 'x' }, { 闲置: 1, 旧名: 2, 别的: 'x' }],
    ['the scheme’s own name, where the local one is not used', { 预算数: 5 }, { 预算数: 5 }],
    ['both names', { 预算数: 5, 年初预算: 1 }, ['MAPPING_TWICE /items/年初预算']],
    ['what does not come out even', { 用时: 10 }, ['MAPPING_INEXACT /items/用时']],
    ['what comes out even', { 用时: 45 }, { 工时: '0.75' }],
    [
      'every layer',
      {
        年初预算: {
          layers: [{ layer: 'reported', value: 1 }, { layer: 'verified', value: '2', why: '核' }, { layer: 'judged' }],
        },
      },
      {
        预算数: {
          layers: [
            { layer: 'reported', value: '10000' },
            { layer: 'verified', value: '20000', why: '核' },
            { layer: 'judged' },
          ],
        },
      },
    ],
  ])('%s', (_, items, expected) => {
    expect(mapped(items)).toEqual(expected)
  })

  it('names that trade places, and one figure for two items', () => {
    const items = { 预算数: { name: '支出数' }, 支出数: { name: '预算数' }, 闲置: { name: '预算数' } }
    expect(mapped({ 预算数: 1, 支出数: 2 }, { yardstick: 'mapping/1', items })).toEqual({
      支出数: 1,
      闲置: 1,
      预算数: 2,
    })
  })

  it('a unit that does not convert', () => {
    const items = { 预算数: { name: '年初预算', unit: '人' }, 闲置: { name: '个数', unit: '个' } }
    expect(mapped({ 年初预算: 1, 个数: 1 }, { yardstick: 'mapping/1', items })).toEqual([
      'MAPPING_UNIT /items/年初预算',
      'MAPPING_UNIT /items/个数',
    ])
  })

  it('subordinate units and evidence too; what came in is not changed', () => {
    const came = submission(
      { 年初预算: 1 },
      { evidence: { 年初预算: [{ name: 'a.pdf' }] }, units: [{ name: '下属', items: { 决算数: 2 } }] },
    )
    const before = JSON.stringify(came)
    expect(applyMapping(mapping, scheme, came)).toEqual({
      ok: true,
      value: submission(
        { 预算数: '10000' },
        { evidence: { 预算数: [{ name: 'a.pdf' }] }, units: [{ name: '下属', items: { 支出数: '2000' } }] },
      ),
    })
    expect(JSON.stringify(came)).toBe(before)
  })
})
