import { type Mapping, type Scheme, type Submission, validate } from '@yardstick/model'
import { describe, expect, it, test } from 'vitest'
import { entryTable } from '../../render/entry/entry-workbook.ts'
import { writeCsv } from '../../write/clipboard.ts'
import { readEntrySubmission, readEntryWorkbook, textSheet } from './entry-workbook.ts'
import type { EntryReading } from './entry-workbook-input.ts'

const scheme: Scheme = (() => {
  const read = validate('scheme', {
    yardstick: 'scheme/1',
    id: 's',
    name: '示例方案',
    version: '1',
    fullScore: '10',
    items: [
      { id: '年初预算', type: 'money', unit: '万元' },
      { id: '支出数', type: 'money', unit: '万元' },
      { id: '工时', type: 'number', unit: '小时' },
      { id: '完成情况', type: 'choice', choices: ['完成', '未完成'] },
    ],
    measures: [],
    indicators: [{ id: 'b', name: '创新', points: '10', scoring: { method: 'judgement' } }],
  })
  if (!read.ok) throw new Error(JSON.stringify(read.issues))
  return read.value
})()
const mapping: Mapping = {
  yardstick: 'mapping/1',
  items: {
    年初预算: { name: '年初安排数(元)', unit: '元' },
    支出数: { name: '支出数', unit: '元' },
    工时: { name: '用时', unit: '分钟' },
    完成情况: { name: '办理结果', choices: { 办结: '完成' } },
  },
}
const subject = { department: '甲局' }
const submission = (items: Submission['items'], more: Partial<Submission> = {}): Submission => ({
  yardstick: 'submission/1',
  ...{ subject, period: '2024', items },
  ...more,
})
const context = { scheme, subject, period: '2024', mapping }
const told = ({ changes, doubts }: EntryReading) => ({
  changes: changes.map(({ entry: { id, unit, value } }) => [unit, id, value].filter((each) => each !== undefined)),
  doubts: doubts
    .filter(({ kind }) => kind !== 'row-missing')
    .map(({ kind, issue, proposals }) => [issue?.code ?? kind, ...proposals.map(({ shown }) => shown)].join(' ')),
})

describe('a submission under local names', () => {
  it.each<[string, Submission, Mapping | undefined, ReturnType<typeof told>]>([
    [
      'has its names, units and words read as the scheme’s',
      submission({ '年初安排数(元)': '12345600', 办理结果: '办结', 用时: 45 }),
      mapping,
      {
        changes: [
          ['年初预算', '1234.56'],
          ['完成情况', '完成'],
          ['工时', '0.75'],
        ],
        doubts: ['local-names'],
      },
    ],
    [
      'is local as a whole: the same name is in the local unit, too',
      submission({ '年初安排数(元)': '10000', 支出数: '5000' }),
      mapping,
      {
        changes: [
          ['年初预算', '1'],
          ['支出数', '0.5'],
        ],
        doubts: ['local-names'],
      },
    ],
    [
      'is none where all names are the scheme’s',
      submission({ 年初预算: '10000', 支出数: '5000' }),
      mapping,
      {
        changes: [
          ['年初预算', '10000'],
          ['支出数', '5000'],
        ],
        doubts: [],
      },
    ],
    [
      'has subordinate units read so, too',
      submission({}, { units: [{ name: '乙站', items: { '年初安排数(元)': '20000' } }] }),
      mapping,
      { changes: [['乙站', '年初预算', '2']], doubts: ['local-names'] },
    ],
    [
      'leaves out what does not come out even, and says so',
      submission({ '年初安排数(元)': '10000', 用时: 10 }),
      mapping,
      { changes: [['年初预算', '1']], doubts: ['local-names', 'MAPPING_INEXACT'] },
    ],
    [
      'means an item once',
      submission({ 年初预算: '5', '年初安排数(元)': '10000' }),
      mapping,
      { changes: [['年初预算', '5']], doubts: ['local-names', 'row-twice'] },
    ],
    [
      'is not known without a mapping',
      submission({ '年初安排数(元)': '10000' }),
      undefined,
      { changes: [], doubts: ['row-unknown'] },
    ],
  ])('%s', (_, given, names, expected) => {
    const { mapping: __, ...rest } = context
    const reading = told(readEntrySubmission(given, names === undefined ? rest : { ...rest, mapping: names }))
    expect({ ...reading, doubts: [...reading.doubts].sort() }).toEqual({
      ...expected,
      doubts: [...expected.doubts].sort(),
    })
  })
})

test('a place in the file is told as the file has it', () => {
  const units = [{ name: '乙站', items: { 用时: '30', 支出数: '10' } }]
  const { changes } = readEntrySubmission(submission({ '年初安排数(元)': '1' }, { units }), context)
  expect(changes.map(({ at }) => at)).toEqual([
    'items/年初安排数(元)',
    'units/乙站/items/用时',
    'units/乙站/items/支出数',
  ])
})

describe('a row under its local name', () => {
  const form = writeCsv(entryTable({ scheme, subject, period: '2024', language: 'zh', hasClaims: false }))
  const lines = form.split('\n')
  const columns = lines
    .find((line) => line.startsWith('#items'))!
    .trim()
    .split(',')
  const rowOf = (item: string) => lines.find((line) => line.startsWith(`${item},`))!.trim()
  const withRow = (of: string, cells: { key: string; item: string; unit: string; value: string }) => {
    const texts: { [column: string]: string } = { '#items': cells.key, 数据项: cells.item, 单位: cells.unit }
    const own = columns.map((name) => (name === '填报值' ? cells.value : (texts[name] ?? '')))
    return told(readEntryWorkbook([textSheet('CSV', form.replace(rowOf(of), own.join(',')))!], context))
  }

  it.each<[string, Parameters<typeof withRow>[1], ReturnType<typeof told>]>([
    [
      'beside the local unit is converted',
      { key: '年初预算', item: '年初安排数（元）', unit: '元', value: '12345600' },
      { changes: [['年初预算', '1234.56']], doubts: ['local-names'] },
    ],
    [
      'beside the unit of the scheme is taken as it is',
      { key: '年初预算', item: '年初安排数(元)', unit: '万元', value: '1234.56' },
      { changes: [['年初预算', '1234.56']], doubts: ['local-names'] },
    ],
    [
      'is found without its key',
      { key: '', item: '年初安排数(元)', unit: '元', value: '0' },
      { changes: [['年初预算', '0']], doubts: ['local-names'] },
    ],
    [
      'without a unit is asked about, the local one first',
      { key: '年初预算', item: '年初安排数(元)', unit: '', value: '20000' },
      { changes: [], doubts: ['local-names', 'unit-changed 2 20000'] },
    ],
    [
      'has a local word read as the scheme’s choice',
      { key: '', item: '办理结果', unit: '', value: '办结' },
      { changes: [['完成情况', '完成']], doubts: ['local-names'] },
    ],
    [
      'under another key is none of it',
      { key: '工时', item: '年初安排数(元)', unit: '元', value: '1' },
      { changes: [], doubts: ['row-shifted'] },
    ],
  ])('%s', (_, cells, expected) => {
    expect(withRow(cells.item === '办理结果' ? '完成情况' : '年初预算', cells)).toEqual(expected)
  })

  test('a form that was handed out is read as it is', () => {
    const row = rowOf('年初预算')
    const filled = form.replace(row, row.replace('万元,', '万元,10000'))
    expect(told(readEntryWorkbook([textSheet('CSV', filled)!], context))).toEqual({
      changes: [['年初预算', '10000']],
      doubts: [],
    })
  })
})
