import type { ItemField } from '@yardstick/model'
import { expect, it } from 'vitest'
import { fieldsOf, readRecords, recordTexts, withBlock, withText } from './records.ts'

const fields: ItemField[] = [
  { id: '任务', type: 'text' },
  { id: '完成率', type: 'rate' },
  { id: '按期', type: 'boolean' },
]
const w = {
  notApplicable: '不适用',
  verifying: (shown: string) => `${shown}（待核）`,
  notApplicableAs: (why: string) => `不适用：${why}`,
  yes: '是',
  no: '否',
  records: String,
}

it('records are shown as texts and read back', () => {
  const records = [
    { 任务: '甲', 完成率: '95%', 按期: true },
    { 任务: '乙', 按期: false },
  ]
  const texts = recordTexts(fields, records, w)
  expect(texts).toEqual([
    ['甲', '95%', '是'],
    ['乙', '', '否'],
  ])
  expect(readRecords(fields, [...texts, ['', ' ', '']])).toEqual({ records, problems: [] })
})

it('what cannot be read is told with its place', () => {
  const { problems } = readRecords(fields, [['甲', '95', '也许']])
  expect(problems.map(({ row, field }) => [row, field.id])).toEqual([
    [0, '完成率'],
    [0, '按期'],
  ])
})

it('a list without fields has those of its records', () => {
  expect(fieldsOf({ id: 'x', type: 'list' }, [{ a: 1 }, { b: 2, a: 3 }]).map(({ id }) => id)).toEqual(['a', 'b'])
})

it('one text is put in another\u2019s place', () => {
  expect(
    withText(
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
      1,
      0,
      'x',
    ),
  ).toEqual([
    ['a', 'b'],
    ['x', 'd'],
  ])
})

it.each([
  ['of one field is no block', '甲', undefined],
  ['with the end of a line only is none either', '甲\r\n', undefined],
  [
    'goes to the right and down, and adds rows',
    ' 甲\t乙 \r\n丙\t丁\r\n',
    [
      ['a', 'b', 'c'],
      ['d', '甲', '乙'],
      ['', '丙', '丁'],
    ],
  ],
  [
    'ends at the right edge',
    '1\t2\t3',
    [
      ['a', 'b', 'c'],
      ['d', '1', '2'],
    ],
  ],
])('what is pasted and %s', (_, pasted, texts) => {
  expect(
    withBlock(
      [
        ['a', 'b', 'c'],
        ['d', 'e', 'f'],
      ],
      1,
      1,
      pasted,
      3,
    ),
  ).toEqual(texts)
})
