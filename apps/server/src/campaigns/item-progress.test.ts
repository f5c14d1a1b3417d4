import type { Entry, Scheme, Submission } from '@yardstick/model'
import { describe, expect, it } from 'vitest'
import { itemProgress, progressColumns } from './item-progress.ts'

const scheme: Pick<Scheme, 'items' | 'indicators'> = {
  indicators: [],
  items: [
    { id: '支出', type: 'money', aggregate: { rule: 'sum' } },
    { id: '满意度', type: 'rate' },
    { id: '可不填', type: 'text', required: false },
  ],
}
const missing = (why?: string): Entry => ({
  layers: [{ layer: 'reported', state: 'missing', ...(why === undefined ? {} : { why }) }],
})
const of = (items: Submission['items'], units?: Submission['units']) => {
  const submission = {
    subject: { department: '甲局' },
    period: '2025',
    items,
    ...(units === undefined ? {} : { units }),
  }
  return itemProgress(scheme as Scheme, submission as Submission)
}

describe('how far a form is', () => {
  it('counts 空缺 with a reason apart, as an answer that was given', () => {
    const progress = of({ 支出: missing('尚未决算'), 满意度: missing() })
    expect(progress).toEqual({
      needed: ['支出', '满意度'],
      missing: ['满意度'],
      explained: [{ id: '支出', why: '尚未决算' }],
      doubtful: [],
    })
    expect(progressColumns(progress)).toEqual({
      items_needed: 2,
      items_filled: 0,
      items_explained: 1,
      items_doubtful: 0,
    })
  })

  it.each<[string, Submission['units'], string]>([
    [
      'all have it',
      [
        { name: '一所', items: { 支出: 1 } },
        { name: '二所', items: { 支出: 2 } },
      ],
      'filled',
    ],
    [
      'one says nothing',
      [
        { name: '一所', items: { 支出: 1 } },
        { name: '二所', items: {} },
      ],
      'missing',
    ],
    [
      'one says why not',
      [
        { name: '一所', items: { 支出: 1 } },
        { name: '二所', items: { 支出: missing('新设') } },
      ],
      '二所：新设',
    ],
  ])('by units: %s', (_, units, expected) => {
    const { missing, explained } = of({ 满意度: '95%' }, units)
    expect(missing.includes('支出') ? 'missing' : (explained[0]?.why ?? 'filled')).toBe(expected)
  })
})
