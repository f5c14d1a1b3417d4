import type { Issue, LayerEntry, Submission } from '@yardstick/model'
import { describe, expect, it } from 'vitest'
import { clashesOf, emptyJournal, isEmpty, noted, sendable, withJournal, without } from './journal.ts'

const entry = (id: string, value?: string): LayerEntry => ({
  of: 'items',
  id,
  layer: 'reported',
  ...(value === undefined ? {} : { value }),
})
const submission = (items: Submission['items']): Submission => ({
  yardstick: 'submission/1',
  subject: { department: '教育局' },
  period: '2025',
  items,
})
const reported = (value: string) => ({ layers: [{ layer: 'reported' as const, value }] })

/** Nobody here scores in a panel. */
const own = { inDocument: (each: LayerEntry) => each, lacksReason: () => false }

describe('what is not sent yet', () => {
  it('holds the last of each place, and of 自评分', () => {
    const first = noted(emptyJournal, { entries: [entry('甲', '1'), entry('乙', '2')], claims: { total: '90' } })
    const then = noted(first, { entries: [entry('甲', '3')] })
    expect(then).toEqual({ entries: [entry('乙', '2'), entry('甲', '3')], claims: { total: '90' } })
  })

  it('keeps what was written while the rest was on its way', () => {
    const sent = noted(emptyJournal, { entries: [entry('甲', '1'), entry('乙', '2')] })
    const meanwhile = noted(sent, { entries: [entry('甲', '3')] })
    expect(without(meanwhile, sent)).toEqual({ entries: [entry('甲', '3')], claims: undefined })
    expect(isEmpty(without(sent, sent))).toBe(true)
  })

  it('is seen in the document; null takes 自评分 away', () => {
    const before = { ...submission({ 甲: 1 }), claims: { total: '90' } }
    const after = withJournal(before, { entries: [entry('甲', '2')], claims: null }, '张三', own)
    expect(after).toEqual(submission({ 甲: { layers: [{ layer: 'reported', value: '2', who: '张三', when: '' }] } }))
  })

  it('waits where it is wrong, and keeps back nothing else', () => {
    const journal = noted(emptyJournal, {
      entries: [entry('甲', '很多'), entry('甲乙', '2')],
      claims: { total: '900' },
    })
    const issues = [
      { severity: 'error', pointer: '/items/甲/layers/0/value' },
      { severity: 'warning', pointer: '/items/甲乙/layers/0/value' },
      { severity: 'error', pointer: '/claims/total' },
    ] as Issue[]
    expect(sendable(journal, issues, submission({}), own)).toEqual({ entries: [entry('甲乙', '2')], claims: undefined })
  })
})

describe('a clash', () => {
  it.each([
    ['is where others wrote the same', submission({ 甲: reported('1') }), '9', ['甲']],
    ['is not where they wrote elsewhere', submission({ 甲: reported('2') }), '9', []],
    ['is, of what was left from another day, whatever says something else', undefined, '9', ['甲']],
    ['is not where both say the same', undefined, '2', []],
  ])('%s', (_, before, value, expected) => {
    const now = submission({ 甲: reported('2') })
    expect(clashesOf([entry('甲', value)], before, now).map((each) => each.entry.id)).toEqual(expected)
  })
})
