import { expect, test } from 'vitest'
import type { Scheme } from '../schema/scheme.ts'
import { applyEdit } from './apply-edit.ts'
import { renameCondition, usesOfCondition } from './rename-condition.ts'

const named = { condition: '事故' }
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
      combine: { alternatives: { when: { b: { not: named } } } },
      children: [
        {
          id: 'b',
          name: '乙',
          points: '10',
          scoring: {
            method: 'checklist',
            elements: [{ id: '1', text: '无', score: '10', met: { condition: { any: [named] } } }],
          },
        },
      ],
    },
  ],
  conditions: { 事故: { fact: '次数', operator: 'greaterThan', value: 0 }, 另: { not: named } },
  rules: [{ id: 'r', name: 'r', conditions: named, event: { type: 'veto', params: { reason: '…' } } }],
}

test('a shared condition is renamed wherever it is named, and nothing else changes', () => {
  const edit = renameCondition(scheme, '事故', '重大事故')!
  const edited = applyEdit(scheme, edit, () => false)
  const expected = JSON.parse(JSON.stringify(scheme).replaceAll('"事故"', '"重大事故"'))
  expect(edited.ok && edited.value.scheme).toEqual(expected)
})

test('the places that name it are known', () => {
  expect(usesOfCondition(scheme, '事故')).toEqual([
    '/indicators/0/combine/alternatives/when/b/not',
    '/indicators/0/children/0/scoring/elements/0/met/condition/any/0',
    '/rules/0/conditions',
    '/conditions/另/not',
  ])
})

test('a name that is not there or is taken is not renamed', () => {
  expect(renameCondition(scheme, '没有', '新')).toBeUndefined()
  expect(renameCondition(scheme, '事故', '另')).toBeUndefined()
})
