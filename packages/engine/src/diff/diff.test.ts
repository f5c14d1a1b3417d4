import { canonicalText, type Edit, indicatorById, type Scheme } from '@yardstick/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { branchOf, edited, leafOf, read, schemeOf } from '../check/check.testing.ts'
import { diff } from './diff.ts'
import type { SchemeDifference } from './difference.ts'
import { wordDifference } from './word-difference.ts'

const below = { size: '1%', per: 'percentage-point', deduct: '1' } as const

const scheme: Scheme = schemeOf(
  [
    branchOf(
      'output',
      '6',
      [
        leafOf('satisfaction', '4', {
          name: '参保人员满意度',
          actual: '满意度',
          target: { comparator: '>=', value: '95%' },
          scoring: { method: 'steps', below },
        }),
        leafOf('count', '2', {
          name: '完成数量',
          actual: '完成数',
          target: { comparator: '>=', value: '10', unit: '个' },
          scoring: { method: 'ratio' },
        }),
      ],
      { name: '产出' },
    ),
    branchOf(
      'effect',
      '4',
      [
        leafOf('cost', '4', {
          name: '成本',
          actual: '执行率',
          target: { comparator: '<=', value: '100%' },
          scoring: { method: 'pass' },
        }),
      ],
      { name: '效果' },
    ),
  ],
  {
    measures: [{ id: '执行率', formula: '支出 / 预算', type: 'rate' }],
    conditions: { 超支: { fact: '支出', operator: 'greaterThan', value: { fact: '预算' } } },
    rules: [
      {
        id: 'late',
        name: '逾期扣分',
        conditions: { condition: '超支' },
        event: { type: 'deduct', params: { indicator: 'count', points: '1', reason: '超支' } },
      },
    ],
    grades: [{ name: '优', from: '9' }, { name: '良', from: '8' }, { name: '差' }],
    cases: [
      {
        name: '一例',
        submission: { subject: { department: '某局' }, period: '2024', items: { 满意度: '95%' } },
        expected: { total: null },
      },
    ],
    layout: { cost: { x: 1, y: 2 } },
  },
)

describe('one sentence each', () => {
  it.each<[Edit, string[], string[]?]>([
    // points, targets, methods
    [
      { type: 'set-points', points: { satisfaction: '8' } },
      ['参保人员满意度：分值由 4 改为 8'],
      ['参保人员满意度: points changed from 4 to 8'],
    ],
    [
      { type: 'set-target', id: 'satisfaction', target: { comparator: '>=', value: '90%' } },
      ['参保人员满意度：目标值由 ≥95% 改为 ≥90%'],
    ],
    [
      { type: 'set-target', id: 'count', target: null },
      ['完成数量：取消目标值（原为 ≥10个）'],
      ['完成数量: target removed (was ≥10 个)'],
    ],
    [
      { type: 'set-scoring', id: 'count', scoring: { method: 'judgement' } },
      [expect.stringMatching(/^完成数量：评分标准由 “.+” 改为 “.+”$/) as unknown as string],
    ],
    // names and texts
    [
      { type: 'set-indicator', id: 'count', fields: { name: '完成量' } },
      ['指标“完成数量”改名为“完成量”'],
      ['Indicator "完成数量" renamed to "完成量"'],
    ],
    [
      { type: 'set-indicator', id: 'count', fields: { core: true, note: '略' } },
      ['完成数量：增加核心指标 是', '完成数量：增加备注 “略”'],
    ],
    [
      { type: 'rename-indicator', from: 'count', to: 'quantity' },
      ['完成数量：编码由 count 改为 quantity'],
      ['完成数量: id changed from count to quantity'],
    ],
    [
      {
        type: 'rename-name',
        from: '预算',
        to: '预算数',
        texts: [{ pointer: '/measures/0/formula', text: '支出 / 预算数' }],
      },
      ['数据项“预算”改名为“预算数”'],
    ],
    [
      {
        type: 'rename-name',
        from: '执行率',
        to: '预算执行率',
        texts: [{ pointer: '/indicators/1/children/0/actual', text: '预算执行率' }],
      },
      ['计算量“执行率”改名为“预算执行率”'],
    ],
    // the tree
    [
      { type: 'add-indicator', parent: 'effect', index: 0, indicator: leafOf('new', '2', { name: '时效' }) },
      ['在“效果”下增加指标“时效”（2 分）'],
      ['Added indicator "时效" (2 points) under "效果"'],
    ],
    [
      {
        type: 'add-indicator',
        parent: null,
        index: 2,
        indicator: branchOf('new', '2', [leafOf('x', '1'), leafOf('y', '1')]),
      },
      ['增加指标“new”（2 分，2 个末级指标）'],
      ['Added indicator "new" (2 points, 2 leaves)'],
    ],
    [{ type: 'remove-indicator', id: 'satisfaction' }, ['删去“产出”下的指标“参保人员满意度”（4 分）']],
    [
      { type: 'move-indicator', id: 'cost', parent: 'output', index: 0 },
      ['成本：由“效果”移到“产出”之下'],
      ['成本: moved from "效果" to "产出"'],
    ],
    [{ type: 'move-indicator', id: 'cost', parent: null, index: 0 }, ['成本：由“效果”移到最上级']],
    [
      { type: 'move-indicator', id: 'satisfaction', parent: 'output', index: 1 },
      ['产出：下级指标的次序改为 完成数量、参保人员满意度'],
      ['产出: order of indicators changed to 完成数量, 参保人员满意度'],
    ],
    [{ type: 'move-indicator', id: 'effect', parent: null, index: 0 }, ['指标的次序改为 效果、产出']],
    [
      { type: 'set-indicator', id: 'effect', fields: { combine: 'best-of' } },
      ['效果：增加汇总方式 取最高'],
      ['效果: combination set to the best one'],
    ],
    // items and measures
    [
      { type: 'set-item', id: '支出', fields: { unit: '元', digits: 4 } },
      ['数据项“支出”：单位由 万元 改为 元', '数据项“支出”：增加小数位数 4'],
    ],
    [{ type: 'set-item', id: '完成数', fields: { range: { min: '1' } } }, ['数据项“完成数”：增加取值范围 不低于 1']],
    [{ type: 'add-item', index: 0, item: { id: '天数', type: 'count' } }, ['增加数据项“天数”']],
    [{ type: 'move-item', id: '预算', index: 0 }, ['数据项的次序改为 预算、满意度、完成数、支出']],
    [
      { type: 'set-measure', id: '执行率', fields: { formula: '支出 / (预算 + 1)' } },
      ['计算量“执行率”：公式由 “支出 / 预算” 改为 “支出 / (预算 + 1)”'],
    ],
    // rules, conditions, grades, cases
    [
      {
        type: 'set-rule',
        id: 'late',
        fields: { event: { type: 'deduct', params: { indicator: 'count', points: '2', reason: '超支' } } },
      },
      ['规则“逾期扣分”：效果由 扣分 1 “超支” 改为 扣分 2 “超支”'],
    ],
    [{ type: 'remove-rule', id: 'late' }, ['删去规则“逾期扣分”']],
    [
      { type: 'set-condition', name: '超支', condition: { fact: '支出', operator: 'greaterThan', value: 100 } },
      ['共用条件“超支”：内容由 “支出>预算” 改为 “支出>100”'],
    ],
    [
      { type: 'set-grades', grades: [{ name: '优', from: '8.5' }, { name: '良', from: '8' }, { name: '差' }] },
      ['等级“优”：下限由 9 改为 8.5'],
    ],
    [{ type: 'set-grades', grades: [{ name: '优', from: '9' }, { name: '差' }] }, ['删去等级“良”']],
    [
      { type: 'set-cases', cases: [{ ...scheme.cases![0]!, expected: { total: '9' } }] },
      ['示例“一例”：应得结果有改动'],
      ['Sample "一例": expected result changed'],
    ],
    // the scheme itself
    [
      { type: 'set-scheme', fields: { version: '2', year: 2025, missing: 'zero', fullScore: '100' } },
      ['方案：版本由 1 改为 2', '方案：满分由 10 改为 100', '方案：增加年度 2025', '方案：增加空缺时的处理 记 0 分'],
    ],
    [{ type: 'set-scheme', fields: { name: '新名' } }, ['方案“示例”改名为“新名”'], ['Scheme "示例" renamed to "新名"']],
    [{ type: 'set-scheme', fields: { rounding: { leaf: { step: '0.5' } } } }, ['方案：增加舍入 末级指标 取到 0.5']],
    [{ type: 'set-layout', layout: {} }, ['方案：关系图的位置有改动']],
  ])('%j', (edit, zh, en) => {
    const found = diff(scheme, edited(scheme, edit))
    expect(found.map((each) => wordDifference(each, 'zh'))).toEqual(zh)
    if (en !== undefined) expect(found.map((each) => wordDifference(each, 'en'))).toEqual(en)
  })

  it('a branch that is taken apart: what stays is moved, what goes is told once', () => {
    const without = edited(scheme, {
      type: 'batch',
      edits: [
        { type: 'move-indicator', id: 'satisfaction', parent: 'effect', index: 0 },
        { type: 'remove-rule', id: 'late' },
        { type: 'remove-indicator', id: 'output' },
      ],
    })
    expect(diff(scheme, without).map((each) => wordDifference(each, 'zh'))).toEqual([
      '删去指标“产出”（6 分，1 个末级指标）',
      '参保人员满意度：由“产出”移到“效果”之下',
      '删去规则“逾期扣分”',
    ])
  })

  it('what speaks of something renamed is no difference of its own', () => {
    const renamed = edited(scheme, {
      type: 'batch',
      edits: [
        { type: 'rename-indicator', from: 'output', to: 'out' },
        { type: 'rename-indicator', from: 'count', to: 'quantity' },
        { type: 'set-points', points: { quantity: '3' } },
      ],
    })
    expect(diff(scheme, renamed).map((each) => [each.change, each.id])).toEqual([
      ['renamed', 'out'],
      ['removed', 'count'],
      ['added', 'quantity'],
      ['changed', 'late'],
    ])
  })
})

/** Edits of any kind, each of which may or may not change something. */
const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    type: fc.constant('set-points' as const),
    points: fc.dictionary(fc.constantFrom('satisfaction', 'count', 'cost', 'output'), fc.constantFrom('4', '2', '7.5')),
  }),
  fc.record({
    type: fc.constant('move-indicator' as const),
    id: fc.constantFrom('satisfaction', 'count', 'cost', 'effect'),
    parent: fc.constantFrom(null, 'output', 'effect'),
    index: fc.integer({ min: 0, max: 2 }),
  }),
  fc.constantFrom<Edit>(
    { type: 'remove-indicator', id: 'satisfaction' },
    { type: 'add-indicator', parent: 'effect', index: 1, indicator: leafOf('new', '1') },
    { type: 'rename-indicator', from: 'cost', to: 'price' },
    { type: 'set-indicator', id: 'cost', fields: { name: '造价', note: '略' } },
    { type: 'replace-indicator', id: 'cost', indicator: branchOf('cost', '4', [leafOf('inner', '4')]) },
    { type: 'set-target', id: 'cost', target: { text: '达成预期' } },
    { type: 'set-scoring', id: 'cost', scoring: { method: 'judgement', panel: { rule: 'mean', quorum: 3 } } },
    { type: 'rename-name', from: '支出', to: '花费', texts: [{ pointer: '/measures/0/formula', text: '花费 / 预算' }] },
    { type: 'add-item', index: 1, item: { id: '天数', type: 'count' } },
    { type: 'move-item', id: '预算', index: 0 },
    { type: 'set-item', id: '完成数', fields: { unit: null } },
    { type: 'add-measure', index: 0, measure: { id: '倍数', formula: '完成数 * 2', type: 'number' } },
    { type: 'set-rule', id: 'late', fields: { priority: 3 } },
    { type: 'set-condition', name: '另一', condition: { fact: '完成数', operator: 'equal', value: 1 } },
    { type: 'set-grades', grades: [{ name: '良', from: '8' }, { name: '优', from: '9' }, { name: '差' }] },
    { type: 'set-grades', grades: null },
    { type: 'set-cases', cases: [] },
    { type: 'set-cases', cases: null },
    { type: 'set-layout', layout: { cost: { x: 5, y: 5 } } },
    { type: 'set-scheme', fields: { year: 2025, ceiling: '11' } },
  ),
)

function play(steps: readonly Edit[]): Scheme {
  let current = scheme
  for (const step of steps) {
    try {
      current = edited(current, step)
    } catch {
      // An edit that does not fit is not made.
    }
  }
  return current
}

describe('laws of differences', () => {
  const some = fc.array(edits, { maxLength: 5 })

  it('[D1] there are none just where the two are the same document', () => {
    expect(diff(scheme, read(structuredClone(scheme)))).toEqual([])
    fc.assert(
      fc.property(some, (steps) => {
        const after = play(steps)
        expect(diff(scheme, after).length === 0).toBe(canonicalText(scheme) === canonicalText(after))
        expect(diff(after, after)).toEqual([])
      }),
      { numRuns: 300, seed: 20_240_731 },
    )
  })

  it('[D2] nothing that came in changes, and every difference has its sentence', () => {
    fc.assert(
      fc.property(some, (steps) => {
        const after = play(steps)
        const [one, other] = [canonicalText(scheme), canonicalText(after)]
        for (const each of [...diff(scheme, after), ...diff(after, scheme)]) {
          for (const language of ['zh', 'en'] as const) {
            expect(wordDifference(each, language)).not.toMatch(/undefined|null|NaN|\[object|^\s*$/)
          }
          expect(JSON.parse(JSON.stringify(each))).toEqual(each)
        }
        expect([canonicalText(scheme), canonicalText(after)]).toEqual([one, other])
      }),
      { numRuns: 300, seed: 20_240_732 },
    )
  })

  it('[D3] what an edit touches is named', () => {
    fc.assert(
      fc.property(edits, (edit) => {
        const after = play([edit])
        const named = new Set(diff(scheme, after).map((each: SchemeDifference) => each.id))
        if (canonicalText(scheme) === canonicalText(after)) return
        for (const id of touched(edit)) expect(named).toContain(id)
      }),
      { numRuns: 300, seed: 20_240_733 },
    )
  })

  it('[D4] backwards, what came went and what went came', () => {
    const kinds = (found: readonly SchemeDifference[], change: string) =>
      found
        .filter((each) => each.change === change)
        .map((each) => each.id)
        .sort()
    fc.assert(
      fc.property(some, (steps) => {
        const after = play(steps)
        const [there, back] = [diff(scheme, after), diff(after, scheme)]
        expect(kinds(back, 'removed')).toEqual(kinds(there, 'added'))
        expect(kinds(back, 'added')).toEqual(kinds(there, 'removed'))
        expect(back.length).toBe(there.length)
      }),
      { numRuns: 300, seed: 20_240_734 },
    )
  })
})

/** Ids that a difference must speak of after the edit. */
function touched(edit: Edit): string[] {
  switch (edit.type) {
    case 'set-points':
      return Object.keys(edit.points).filter((id) => indicatorById(scheme).get(id)?.node.points !== edit.points[id])
    case 'remove-indicator':
    case 'set-indicator':
    case 'set-target':
    case 'set-scoring':
    case 'replace-indicator':
    case 'set-item':
    case 'set-rule':
      return [edit.id]
    case 'add-indicator':
      return [edit.indicator.id]
    case 'rename-indicator':
    case 'rename-name':
      return [edit.to]
    case 'add-item':
      return [edit.item.id]
    case 'add-measure':
      return [edit.measure.id]
    case 'set-condition':
      return [edit.name]
    default:
      return []
  }
}
