import type { Evaluation, Scheme } from '@yardstick/model'
import { describe, expect, it } from 'vitest'
import { nextGrade } from './next-grade.ts'

const grades: Scheme['grades'] = [
  { name: '优', from: '90' },
  { name: '良', from: '80' },
  { name: '中', from: '60' },
  { name: '差' },
]
const lost = ['4', '3', '2/3'].map((each, at) => ({ id: `l${at}`, path: [], lost: each, sentence: '' }))
const of = (total: string | null, more: object = {}) =>
  nextGrade({ grades }, { total, events: [], lost, ...more } as unknown as Evaluation)

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
    expect(nextGrade({}, { total: '5', events: [], lost } as unknown as Evaluation)).toBeNull()
  })
})
