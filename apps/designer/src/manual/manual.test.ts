import type { Rule, Scheme } from '@yardstick/model'
import { expect, test } from 'vitest'
import { generalSentences, gradesSentence } from './general.ts'
import { indicatorFields, namesOf, type Speaking } from './indicator-fields.ts'
import { ruleSentence } from './rule-text.ts'
import { numbered, treeLines } from './tree-table.ts'
import { manualWords } from './words.ts'

const judged = (id: string, points: string) => ({ id, name: id, points, scoring: { method: 'judgement' as const } })
const scheme: Scheme = {
  yardstick: 'scheme/1',
  id: 's',
  name: '示例',
  version: '1',
  fullScore: '100',
  items: [],
  measures: [{ id: '执行率', type: 'rate', formula: '实际 / 预算' }],
  indicators: [
    { id: '投入', name: '投入', points: '60', children: [judged('立项', '20'), judged('资金', '40')] },
    {
      id: '产出',
      name: '产出',
      points: '40',
      children: [{ id: '数量', name: '数量', points: '40', children: [judged('人次', '40')] }],
    },
    { ...judged('创新', '5'), kind: 'bonus' },
  ],
}
const zh: Speaking = {
  language: 'zh',
  w: manualWords.zh,
  names: namesOf(scheme),
  measures: new Map(scheme.measures!.map((each) => [each.id, each])),
}
const en: Speaking = { ...zh, language: 'en', w: manualWords.en }

test('a scheme that says nothing is told what it then means', () => {
  expect(generalSentences(scheme, manualWords.zh).slice(0, 3)).toEqual([
    '本指标体系满分 100 分，设一级指标 2 个、末级指标 3 个。另设加分指标 1 个（5 分），在满分之外计算。',
    '末级指标得分保留 2 位小数（四舍五入）；各级汇总得分由下级已舍入的得分计算后保留 2 位小数（四舍五入）；总分保留 2 位小数（四舍五入），等级按舍入后的总分评定。',
    '数据空缺的指标不按 0 分处理：补齐之前不出总分；不适用的指标不计分，总分按其余指标的得分折算到满分，指标另有规定的从其规定。',
  ])
})

test('steps are spoken of where some indicator counts them', () => {
  const stepping = { ...judged('a', '100'), scoring: { method: 'steps' as const } }
  const sentences = (indicators: Scheme['indicators']) =>
    generalSentences({ ...scheme, indicators, stepCount: 'whole' }, manualWords.zh).join('')
  expect(sentences([stepping])).toContain('满一步才扣，不足一步的不扣')
  expect(sentences([judged('a', '100')])).not.toContain('一步')
})

test.each([
  [
    [{ name: '优', from: '90' }, { name: '良', from: '80' }, { name: '差' }],
    '90 分（含）以上为“优”；80 分（含）至 90 分（不含）为“良”；80 分以下为“差”',
  ],
  [[{ name: '合格' }], '一律为“合格”'],
])('grades %j', (grades, text) => {
  expect(gradesSentence(grades, manualWords.zh)).toContain(text)
})

test('the table has a line for each leaf, with the branches above it in merged cells', () => {
  const lines = treeLines(scheme).map(({ cells }) =>
    cells.map(({ node, number, rows, columns }) => `${number} ${node.name} ${rows}×${columns}`).join(' | '),
  )
  expect(lines).toEqual([
    '1 投入 2×1 | 1.1 立项 1×2',
    '1.2 资金 1×2',
    '2 产出 1×1 | 2.1 数量 1×1 | 2.1.1 人次 1×1',
    '3 创新 1×3',
  ])
})

test('every line of the table fills all its columns', () => {
  const open = [0, 0, 0]
  for (const { cells } of treeLines(scheme)) {
    const free = open.filter((left) => left === 0).length
    expect(cells.reduce((sum, cell) => sum + cell.columns, 0)).toBe(free)
    let column = open.indexOf(0)
    for (const cell of cells) for (let at = 0; at < cell.columns; at++) open[column++] = cell.rows
    open.forEach((left, at) => {
      open[at] = Math.max(0, left - 1)
    })
  }
})

test('numbers are those of the scheme where it prints any', () => {
  const coded = { indicators: [{ ...judged('a', '1'), code: 'A-1' }, judged('b', '1')] }
  expect(numbered(coded).map(({ number }) => number)).toEqual(['A-1', '2'])
})

test.each<[Rule['event'], string, string]>([
  [
    { type: 'deduct', params: { formula: '0.5 * 问题数', limit: '5', reason: '审计发现问题。' } },
    '问题数>0的，从总分中扣分，分数 = 0.5 × 问题数，最多 5 分。事由：审计发现问题。',
    'If 问题数 > 0, deduct points by the formula 0.5 * 问题数 (at most 5) from the total. Reason: 审计发现问题.',
  ],
  [
    { type: 'deduct', params: { indicator: '立项', points: '2', reason: '迟报' } },
    '问题数>0的，从“立项”得分中扣 2 分。事由：迟报。',
    'If 问题数 > 0, deduct 2 points from "立项". Reason: 迟报.',
  ],
  [
    { type: 'bonus', params: { indicator: '创新', points: '1', reason: '获奖' } },
    '问题数>0的，“创新”加 1 分。事由：获奖。',
    'If 问题数 > 0, add 1 point to "创新". Reason: 获奖.',
  ],
  [
    { type: 'veto', params: { total: 'zero', reason: '重大违法' } },
    '问题数>0的，评为最低等级，总分记 0 分。事由：重大违法。',
    'If 问题数 > 0, the grade is the lowest and the total 0. Reason: 重大违法.',
  ],
])('the rule %j in words', (event, inChinese, inEnglish) => {
  const rule: Rule = { id: 'r', name: '规则', conditions: { fact: '问题数', operator: 'greaterThan', value: 0 }, event }
  expect(ruleSentence(rule, zh)).toBe(inChinese)
  expect(ruleSentence(rule, en)).toBe(inEnglish)
})

test('an actual value that is a measure is shown with its formula', () => {
  const leaf = { ...judged('a', '1'), actual: '执行率', missing: 'zero' as const }
  expect(indicatorFields(leaf, { standard: '人工评分', edges: [{ value: '95%', score: '1' }] }, zh)).toEqual([
    { field: 'actual', text: '执行率 = 实际 ÷ 预算' },
    { field: 'standard', text: '人工评分' },
    { field: 'edges', text: '95% 得 1 分' },
    { field: 'missing', text: '数据空缺的指标记 0 分' },
  ])
})
