import type { ItemField } from '@yardstick/model'
import { expect, it } from 'vitest'
import { fieldsOf, readRecords, recordTexts } from './records.ts'

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
