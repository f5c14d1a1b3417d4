import { expect, it } from 'vitest'
import { found, nextFound, type Query, replaced } from './find.ts'

const query = (text: string, more: Partial<Query> = {}): Query => ({
  text,
  matchCase: false,
  wholeCell: false,
  ...more,
})

it.each([
  // text, query, by, result
  ['培训人次（人）', query('人'), '名', '培训名次（名）'],
  ['Ａ类 a类', query('a'), 'B', 'B类 B类'],
  ['Ａ类 a类', query('a', { matchCase: true }), 'B', 'Ａ类 B类'],
  ['没有', query('有'), '', '没'],
  ['没有', query(''), 'x', '没有'],
])('%s: replaced as asked', (text, of, by, expected) => {
  expect(replaced(text, of, by)).toBe(expected)
})

it('cells are found in reading order and gone through in a circle', () => {
  const texts = [
    ['产出', '10'],
    ['产出数量', '产出'],
  ]
  const cells = found(query('产出'), 2, 2, ({ row, column }) => texts[row]![column]!)
  expect(cells.map(({ row, column }) => `${row}${column}`)).toEqual(['00', '10', '11'])
  expect(nextFound(cells, { row: 1, column: 1 }, 1)).toBe(0)
  expect(nextFound(cells, { row: 0, column: 0 }, -1)).toBe(2)
  expect(found(query('产出', { wholeCell: true }), 2, 2, ({ row, column }) => texts[row]![column]!)).toHaveLength(2)
})
