import type { IssueCode, Scheme } from '@yardstick/model'
import { expect, it } from 'vitest'
import { placeOfIssue } from './place-of-issue.ts'

const scheme: Scheme = {
  yardstick: 'scheme/1',
  id: 's',
  name: '方案',
  version: '1',
  fullScore: '100',
  items: [{ id: '预算数', type: 'money', unit: '万元' }],
  measures: [{ id: '执行率', formula: '预算数', type: 'rate' }],
  indicators: [{ id: 'a', name: '产出', points: '100', scoring: { method: 'judgement' } }],
}

const rows: [pointer: string, code: IssueCode, expected: string][] = [
  ['/indicators/0/children/1/scoring/bands', 'SCORING_ORDER', 'table /indicators/0/children/1/scoring/bands'],
  ['/indicators', 'SCHEME_TARGETS_ALIKE', 'table /indicators/0/points'],
  ['/items/0/unit', 'SCHEME_UNUSED', 'items 预算数'],
  ['/measures/0/formula', 'FORMULA_UNITS', 'items 执行率'],
  ['/rules/2/when', 'CONDITION_FACT', 'rules /rules/2/when'],
  ['/conditions/审计', 'CONDITION_FACT', 'rules /conditions/审计'],
  ['/cases/0/expected/total', 'SCHEME_CASE', 'trial /cases/0/expected/total'],
  ['/grades', 'SCHEME_GRADE_ORDER', 'table /grades dialog'],
  ['/fullScore', 'SCHEME_POINTS_DIGITS', 'table /fullScore dialog'],
  ['', 'SCHEME_OTHER_DEPARTMENT', 'table  dialog'],
  // Pointers of a declaration are not those of the scheme.
  ['/items/0', 'DECLARATION_TAKEN', 'declarations /items/0'],
]

it.each(rows)('%s of %s is shown at %s', (pointer, code, expected) => {
  const place = placeOfIssue({ code, pointer }, scheme)
  expect(`${place.tab} ${place.pointer}${place.isInDialog ? ' dialog' : ''}`).toBe(expected)
})
