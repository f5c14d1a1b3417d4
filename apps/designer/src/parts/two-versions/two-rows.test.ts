import type { Indicator } from '@yardstick/model'
import { expect, test } from 'vitest'
import { changedRows, comparisonRows } from './two-rows.ts'

const leaf = (id: string, points = '10', name = id): Indicator => ({
  id,
  name,
  points,
  scoring: { method: 'judgement' },
})
const branch = (id: string, ...children: Indicator[]): Indicator => ({ id, name: id, points: '20', children })
const rows = (before: Indicator[], after: Indicator[]) =>
  comparisonRows({ scheme: { indicators: before }, texts: {} }, { scheme: { indicators: after }, texts: {} }, 'zh')
const told = (before: Indicator[], after: Indicator[]) => rows(before, after).map(({ id, change }) => `${id} ${change}`)

test.each([
  // what it is about, before, after, rows
  ['nothing', [leaf('a')], [leaf('a')], ['a same']],
  ['a value', [leaf('a', '10')], [leaf('a', '12')], ['a changed']],
  [
    'what is gone stands where it was',
    [leaf('a'), leaf('b'), leaf('c')],
    [leaf('a'), leaf('c')],
    ['a same', 'b removed', 'c same'],
  ],
  ['what is new', [leaf('a')], [leaf('b'), leaf('a')], ['b added', 'a same']],
  [
    'another parent',
    [branch('x', leaf('a')), branch('y')],
    [branch('x'), branch('y', leaf('a'))],
    ['x same', 'y same', 'a moved'],
  ],
  [
    'a branch with all below it',
    [branch('x', leaf('a')), leaf('b')],
    [leaf('b')],
    ['x removed', 'a removed', 'b same'],
  ],
  [
    'a leaf that outlives its branch',
    [branch('x', leaf('a'), leaf('b'))],
    [leaf('a')],
    ['x removed', 'b removed', 'a moved'],
  ],
  ['another order', [leaf('a'), leaf('b')], [leaf('b'), leaf('a')], ['b same', 'a same']],
])('%s', (_, before, after, wanted) => {
  expect(told(before, after)).toEqual(wanted)
})

test('every indicator of both versions has just one row', () => {
  const before = [branch('x', leaf('a'), branch('y', leaf('b'))), leaf('c')]
  const after = [branch('y', leaf('c'), leaf('d')), branch('x', leaf('b'))]
  expect(
    rows(before, after)
      .map((row) => row.id)
      .sort(),
  ).toEqual(['a', 'b', 'c', 'd', 'x', 'y'])
})

test('both values stand in a cell, and where it moved from', () => {
  const [, , row] = rows(
    [branch('x', leaf('a', '10', '旧名')), branch('y')],
    [branch('x'), branch('y', leaf('a', '8', '新名'))],
  )
  expect(row).toMatchObject({
    movedFrom: ['x'],
    cells: { name: { before: '旧名', after: '新名' }, points: { before: '10', after: '8' } },
  })
})

test('a row without a number of its own has that of its place, which is no change', () => {
  const numbers = rows([branch('x', leaf('a')), leaf('b')], [leaf('n'), branch('x', leaf('a')), leaf('b')]).map(
    ({ id, change, cells: { number } }) => `${id} ${number.before ?? ''}>${number.after ?? ''} ${change}`,
  )
  expect(numbers).toEqual(['n >1 added', 'x 2>2 same', 'a 2.1>2.1 same', 'b 3>3 same'])
  const given = rows([{ ...leaf('a'), code: 'A1' }], [{ ...leaf('a'), code: 'A2' }])
  expect(given[0]).toMatchObject({ change: 'changed', cells: { number: { before: 'A1', after: 'A2' } } })
})

test('only what differs, with the branches above it', () => {
  const before = [branch('x', leaf('a'), leaf('b')), branch('y', leaf('c'))]
  const after = [branch('x', leaf('a', '9'), leaf('b')), branch('y', leaf('c'))]
  expect(changedRows(rows(before, after)).map((row) => row.id)).toEqual(['x', 'a'])
})
