import { readFileSync } from 'node:fs'
import type { Scheme } from '@yardstick/model'
import { expect, test } from 'vitest'
import { executionItems } from './execution-items.ts'

const template = (name: string): Scheme =>
  JSON.parse(readFileSync(new URL(`../../../../../rules/${name}/scheme.json`, import.meta.url), 'utf8'))

test.each([
  ['departments/health', { annual: '全年预算数', spent: '实际支出' }],
  ['departments/human-resources', { annual: '全年预算数', spent: '实际支出' }],
  ['national/department-overall', { annual: '预算数', spent: '预算完成数' }],
  // A budget of the beginning of the year.
  ['departments/education', { initial: '年初部门预算', spent: '预算完成数' }],
  // Of one fund; of what arrived, not of what was planned.
  ['departments/transport', {}],
  ['national/project-evaluation', {}],
])('%s: amounts are those its 预算执行率 is reckoned from', (name, expected) => {
  const found = Object.entries(executionItems(template(name))).map(([column, item]) => [column, item.id])
  expect(Object.fromEntries(found)).toEqual(expected)
})

const money = (id: string) => ({ id, type: 'money', unit: '万元' }) as const
const scheme = (formula: string, name = '预算执行率'): Scheme => ({
  yardstick: 'scheme/1',
  id: 's',
  name: '测试',
  version: '1',
  fullScore: '10',
  items: [money('支出（决算）'), money('调整预算'), { id: '人数', type: 'count' }],
  indicators: [{ id: 'a', name, points: '10', actual: formula, scoring: { method: 'ratio' } }],
})

test.each([
  ['odd names', '[支出（决算）] ÷ 调整预算', true],
  ['a formula of more', '[支出（决算）] / 调整预算 * 100', false],
  ['no amount', '人数 / 调整预算', false],
])('%s in the leaf itself', (_, formula, isFound) => {
  expect(Object.keys(executionItems(scheme(formula)))).toEqual(isFound ? ['annual', 'spent'] : [])
})

test('purchases are not the whole budget', () => {
  expect(executionItems(scheme('[支出（决算）] / 调整预算', '政府采购执行率'))).toEqual({})
})
