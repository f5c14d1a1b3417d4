import { applyEdit, type Rule, type Scheme, validate } from '@yardstick/model'
import { describe, expect, test } from 'vitest'
import {
  changeOfRule,
  draftOfRule,
  effects,
  freeRuleId,
  newRule,
  type RuleDraft,
  ruleOf,
  wanting,
  withEffect,
} from './rule-draft.ts'
import { addExample, examples } from './rule-examples.ts'

const scheme: Scheme = {
  yardstick: 'scheme/1',
  id: 's',
  name: 's',
  version: '1',
  fullScore: '10',
  items: [{ id: '次数', type: 'count' }],
  indicators: [
    {
      id: 'a',
      name: '甲',
      points: '10',
      children: [{ id: 'b', name: '乙', points: '10', scoring: { method: 'judgement' } }],
    },
  ],
  grades: [{ name: '优', from: '9' }, { name: '良', from: '8' }, { name: '差' }],
  cases: [{ name: '某局', submission: { subject: { department: '某局' }, period: '2025', items: {} }, expected: {} }],
}
const rule: Rule = {
  id: 'r',
  name: '扣分',
  conditions: { fact: '次数', operator: 'greaterThan', value: 0 },
  event: { type: 'deduct', params: { indicator: 'b', formula: '1 * 次数', limit: '2', reason: '发现问题' } },
}
const params = (draft: RuleDraft) => JSON.parse(JSON.stringify(draft.params))

test('a rule that is opened and not changed is no edit', () => {
  expect(ruleOf(draftOfRule(rule), 'r')).toEqual(rule)
  expect(changeOfRule(rule, draftOfRule(rule))).toBeUndefined()
})

test('only what changes is edited, and what is taken away goes', () => {
  const draft = draftOfRule({ ...rule, basis: '第一条' })
  expect(changeOfRule({ ...rule, basis: '第一条' }, { ...draft, basis: undefined, name: '新' })).toEqual({
    type: 'set-rule',
    id: 'r',
    fields: { name: '新', basis: null },
  })
})

describe('another kind keeps what it has in common', () => {
  for (const [effect, kept] of [
    ['bonus', { indicator: 'b', formula: '1 * 次数', limit: '2', reason: '发现问题' }],
    ['zero', { indicator: 'b', reason: '发现问题' }],
    ['veto', { reason: '发现问题' }],
    ['cap-grade', { grade: '良', reason: '发现问题' }],
    ['flag', { indicator: 'b', reason: '发现问题' }],
  ] as const) {
    test(effect, () => expect(params(withEffect(draftOfRule(rule), effect, scheme))).toEqual(kept))
  }
  test('a branch is no place for points', () => {
    const flag: RuleDraft = { name: '', effect: 'flag', params: { indicator: 'a', reason: '' } }
    expect(params(withEffect(flag, 'deduct', scheme))).toEqual({ points: '1', reason: '' })
  })
})

describe('a new rule says what it still wants', () => {
  for (const [effect, wants] of [
    ['deduct', ['name', 'condition', 'reason']],
    ['bonus', ['name', 'indicator', 'condition', 'reason']],
    ['cap-grade', ['name', 'condition', 'reason']],
    ['zero', ['name', 'indicator', 'condition', 'reason']],
  ] as const) {
    test(effect, () => expect(wanting(newRule(effect, ['优', '良']))).toEqual(wants))
  }
})

test('every kind, filled in, is a rule that the scheme takes', () => {
  for (const effect of effects) {
    const draft = newRule(effect, ['优', '良'])
    const whole = {
      ...draft,
      name: 'x',
      conditions: rule.conditions,
      params: { ...draft.params, indicator: 'b', reason: 'y' },
    }
    const made = ruleOf(whole, freeRuleId([], effect))!
    expect(validate('scheme', { ...scheme, rules: [made] }).ok).toBe(true)
  }
})

test('the examples are one step each and leave a scheme that is valid', () => {
  let current = scheme
  for (const example of [...examples, ...examples]) {
    const edited = applyEdit(current, addExample(current, example, 'zh'), () => false)
    expect(edited.ok && validate('scheme', edited.value.scheme).ok).toBe(true)
    if (edited.ok) current = edited.value.scheme
  }
  expect(current.rules!.map((each) => each.id)).toEqual([
    'deduct-1',
    'deduct-2',
    'veto-1',
    'deduct-3',
    'deduct-4',
    'veto-2',
  ])
  expect(current.items).toHaveLength(4)
  expect(current.cases![0]!.submission.items).toEqual({
    审计巡视发现问题数: 0,
    自评材料报送日期: '2026-03-31',
    发生重大责任事故: false,
  })
})
