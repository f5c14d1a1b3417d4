import type { Evaluation, Scheme } from '@yardstick/model'
import { describe, expect, it } from 'vitest'
import { nextGrade, whyNoNext } from './next-grade.ts'

const grades: Scheme['grades'] = [
  { name: '优', from: '90' },
  { name: '良', from: '80' },
  { name: '中', from: '60' },
  { name: '差' },
]
const lost = ['4', '3', '2/3'].map((each, at) => ({ id: `l${at}`, path: [], lost: each, sentence: '' }))
const of = (total: string | null, more: object = {}) =>
  nextGrade({ grades, indicators: [] }, { total, events: [], lines: [], lost, ...more } as unknown as Evaluation)

describe('the next grade', () => {
  it.each([
    ['83.51', { name: '优', from: '90', short: '6.49', leaves: ['l0', 'l1'] }],
    ['86', { name: '优', from: '90', short: '4', leaves: ['l0'] }],
    ['79.99', { name: '良', from: '80', short: '0.01', leaves: ['l0'] }],
    ['50', { name: '中', from: '60', short: '10', leaves: [] }],
  ])('from %s', (total, next) => {
    expect(of(total)).toEqual(next)
  })

  it('is none at the best, without a total, and where a rule limits the grade', () => {
    expect(of('90')).toBeNull()
    expect(of(null)).toBeNull()
    expect(of('83', { events: [{ effect: 'cap-grade' }] })).toBeNull()
    expect(nextGrade({ indicators: [] }, { total: '5', events: [], lost } as unknown as Evaluation)).toBeNull()
  })

  it('says nothing of leaves whose points are not added up to the total', () => {
    const known = { name: '优', from: '90', short: '4', leaves: null }
    expect(of('86', { lines: [{ line: 'limit', amount: '-2' }] })).toEqual(known)
    const leaf = { id: 'l0', name: '甲', points: '4', scoring: { method: 'judgement' } } as const
    const branch = { id: 'b', name: '乙', points: '4', combine: 'best-of' } as const
    const evaluation = { total: '86', events: [], lines: [], lost } as unknown as Evaluation
    expect(nextGrade({ grades, indicators: [{ ...branch, children: [leaf] }] }, evaluation)).toEqual(known)
  })
})

it.each([
  ['90', '优', [], 'best'],
  ['90', '优', ['cap-grade'], 'best'],
  ['90', '差', ['veto'], 'limited'],
  ['95', '良', ['cap-grade'], 'limited'],
  // Whether the cap is above the grade is not said.
  ['70', '中', ['cap-grade'], 'uncertain'],
] as const)('no next grade is told of %s, %s, with %j: %s', (total, grade, effects, why) => {
  const events = effects.map((effect) => ({ effect })) as unknown as Evaluation['events']
  expect(whyNoNext({ grades }, { total, grade, events })).toBe(why)
})
