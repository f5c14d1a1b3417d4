import type { ImportQuestion } from '@yardstick/exchange/import-table'
import { describe, expect, test } from 'vitest'
import { withSaid } from './use-questions.ts'

const row = { id: '甲#points', row: 1, indicator: 'a', where: ['甲'], isAnswered: false }
const question = (answer: string | undefined): ImportQuestion => ({
  kind: 'comparator',
  id: 'comparator',
  rows: [row],
  answers: ['>=', '<='],
  answer,
})

describe('questions while they are read again', () => {
  test.each<[string, string | undefined, { [id: string]: string }, string | undefined]>([
    ['what was just said holds', undefined, { comparator: '>=' }, '>='],
    ['what was said of a row alone settles nothing yet', undefined, { '甲#points': '>=' }, undefined],
    ['what was taken back is open', '>=', {}, undefined],
    ['what stands, stands', '>=', { comparator: '>=' }, '>='],
    ['also by its rows', '>=', { '甲#points': '>=' }, '>='],
  ])('%s', (_, answer, answers, expected) => {
    expect(withSaid([question(answer)], answers)[0]!.answer).toBe(expected)
  })
})
