import { type Scheme, type Submission, validate } from '@yardstick/model'
import { describe, expect, test } from 'vitest'
import { entryWorkbook } from '../../render/entry/entry-workbook.ts'
import type { WorkbookSheet } from '../../render/workbook.ts'
import { writeWorkbook } from '../../write/xlsx.ts'
import { readSheets } from '../xlsx.ts'
import { entriesOf, readEntrySubmission, readEntryWorkbook } from './entry-workbook.ts'
import type { EntryContext } from './entry-workbook-input.ts'

const scheme: Scheme = (() => {
  const read = validate('scheme', {
    yardstick: 'scheme/1',
    id: 's',
    name: '示例方案',
    version: '1',
    fullScore: '10',
    items: [
      { id: '编制数', type: 'count', unit: '人', aggregate: { rule: 'sum' } },
      { id: '支出', type: 'money', unit: '万元', mayBeNotApplicable: true, aggregate: { rule: 'sum' } },
      { id: '满意度', type: 'rate', aggregate: { rule: 'weighted', by: '编制数' } },
      { id: '制度', type: 'text' },
    ],
    indicators: [{ id: 'a', name: '人员', points: '10', scoring: { method: 'judgement' } }],
  })
  if (!read.ok) throw new Error(JSON.stringify(read.issues))
  return read.value
})()

const subject = { department: '甲局' }
const context: EntryContext = { scheme, subject, period: '2024' }
const present: Submission = {
  yardstick: 'submission/1',
  subject,
  period: '2024',
  items: { 制度: '《办法》' },
  units: [
    { name: '一所', items: { 编制数: 12, 支出: '30.5', 满意度: '95%' } },
    {
      name: '二所',
      items: {
        编制数: { layers: [{ layer: 'reported', state: 'missing', why: '尚未核编' }] },
        支出: { layers: [{ layer: 'reported', state: 'not-applicable', why: '无此业务' }] },
        满意度: { layers: [{ layer: 'reported', value: '91%', state: 'to-be-verified', why: '样本少' }] },
      },
    },
  ],
}

type Texts = readonly (readonly (string | number | undefined)[])[]

/** The workbook with these rows on the sheet of units from its first row on: name, then the items; undefined stays. */
async function returned(
  rows: Texts,
  given: { present?: Submission; change?: (sheet: WorkbookSheet) => WorkbookSheet },
) {
  const { present: there, change = (sheet) => sheet } = given
  const made = entryWorkbook({ scheme, subject, period: '2024', language: 'zh', ...(there && { present: there }) })
  const sheets = made.sheets.map((sheet): WorkbookSheet => {
    if (sheet.name !== '下属单位') return sheet
    const filled = sheet.rows.map((row, at) =>
      row.map((cell, column) => {
        const value = column === 0 ? undefined : rows[at - 3]?.[column - 1]
        if (value === undefined) return cell
        const content = typeof value === 'number' ? { number: String(value) } : { text: value }
        return { content, look: 'input' as const }
      }),
    )
    return change({ ...sheet, rows: filled })
  })
  const read = await readSheets(await writeWorkbook({ ...made, sheets }))
  if (!read.ok) throw new Error(read.issues[0]!.code)
  return readEntryWorkbook(read.value, { ...context, ...(there && { present: there }) })
}

test('a table of units that nobody touched says what is there already', async () => {
  for (const language of ['zh', 'en'] as const) {
    const made = entryWorkbook({ scheme, subject, period: '2024', language, present })
    const read = await readSheets(await writeWorkbook(made))
    if (!read.ok) throw new Error(read.issues[0]!.code)
    const reading = readEntryWorkbook(read.value, { ...context, present })
    expect(reading.doubts).toEqual([])
    expect(reading.changes.filter(({ entry }) => entry.unit !== undefined).map(({ kind }) => kind)).toEqual(
      Array(6).fill('same'),
    )
    expect(entriesOf(reading)).toEqual([])
  }
})

test('new units are written, each value with the name of its unit', async () => {
  const rows = [
    ['一所', 12, 30.5, '95%'],
    ['二所', '空缺：尚未核编', '不适用（无此业务）', '91%（待核：样本少）'],
  ]
  const unit = (name: string, id: string, said: object) => ({ of: 'items', id, unit: name, layer: 'reported', ...said })
  expect(entriesOf(await returned(rows, {}))).toEqual([
    unit('一所', '编制数', { value: '12' }),
    unit('一所', '支出', { value: '30.5' }),
    unit('一所', '满意度', { value: '95%' }),
    unit('二所', '编制数', { state: 'missing', why: '尚未核编' }),
    unit('二所', '支出', { state: 'not-applicable', why: '无此业务' }),
    unit('二所', '满意度', { value: '91%', state: 'to-be-verified', why: '样本少' }),
  ])
})

describe('what is not sure of units is asked about', () => {
  const moved = (sheet: WorkbookSheet): WorkbookSheet => ({
    ...sheet,
    columns: [...sheet.columns, 10],
    merges: [],
    rows: sheet.rows.map((row, at) => (at === 3 ? [...row.slice(0, 2), null, ...row.slice(2)] : row)),
  })
  const without = (column: number) => (sheet: WorkbookSheet) => ({
    ...sheet,
    merges: [],
    rows: sheet.rows.map((row) => row.filter((_, at) => at !== column)),
  })
  const kept = (rows: Texts, given: Parameters<typeof returned>[1] = {}) =>
    returned(rows, given).then(({ changes, doubts }) => ({
      doubts: doubts.filter(({ kind }) => kind !== 'sheet-missing').map(({ kind, label }) => `${kind} ${label}`.trim()),
      of: changes.filter(({ kind, entry }) => kind !== 'same' && entry.unit !== undefined).map(({ label }) => label),
    }))

  test.each<[string, Texts, Parameters<typeof returned>[1], string[], string[]]>([
    ['a rate without %', [['一所', 12, 30, 0.95]], {}, ['rate-bare 一所 满意度'], ['一所 编制数', '一所 支出']],
    ['another unit', [['一所', 12, '30.5元', '95%']], {}, ['unit-typed 一所 支出'], ['一所 编制数', '一所 满意度']],
    ['a row without a name', [[undefined, 12]], {}, ['unit-nameless'], []],
    [
      'two rows of one unit',
      [
        ['一所', 12],
        ['一所', 13],
      ],
      {},
      ['unit-twice 一所'],
      [],
    ],
    ['a unit under another name', [['一大队']], { present }, ['unit-renamed 一所'], []],
    ['a figure far off the one before', [[undefined, undefined, 305000]], { present }, ['scale 一所 支出'], []],
    ['a cell that was emptied', [[undefined, '']], { present }, ['emptied 一所 编制数'], []],
    [
      '不适用 without a reason',
      [['一所', 1, '不适用', '95%']],
      {},
      ['issue 一所 支出'],
      ['一所 编制数', '一所 满意度'],
    ],
    ['a row that moved', [['一所', 1, 2, '95%']], { change: moved }, ['cell-stray 下属单位'], []],
    [
      'a column taken away',
      [['一所', 1, 2, '95%']],
      { change: without(3) },
      ['column-gone'],
      ['一所 编制数', '一所 满意度'],
    ],
    ['the names taken away', [['一所', 1, 2, '95%']], { change: without(1) }, ['column-missing 下属单位'], []],
  ])('%s', async (_, rows, given, doubts, of) => {
    expect(await kept(rows, given)).toEqual({ doubts, of })
  })

  test('a row that is gone is told, and what was given stays', async () => {
    const change = (sheet: WorkbookSheet) => ({ ...sheet, merges: [], rows: sheet.rows.filter((_, at) => at !== 4) })
    expect(await kept([], { present, change })).toEqual({ doubts: ['row-missing 二所'], of: [] })
  })

  test('a value of the department itself beside those of its units', async () => {
    const own = { ...present, items: { ...present.items, 支出: '99' } }
    expect(await kept([], { present: own })).toEqual({ doubts: ['units-unread 支出'], of: [] })
  })
})

test('units of a submission in JSON are held against those that are there', () => {
  const units = [{ name: '一所', items: { 编制数: 13, 支出: '30.50', 没有: 1 } }]
  const reading = readEntrySubmission({ ...present, units }, { ...context, present })
  expect(reading.changes.map(({ kind, label }) => `${kind} ${label}`)).toEqual([
    'same 制度',
    'changed 一所 编制数',
    'same 一所 支出',
  ])
  expect(reading.doubts.map(({ kind }) => kind)).toEqual(['row-unknown'])
})

test('a text that only begins as a state does is asked about, however long it is, at once', async () => {
  const spaces = ' '.repeat(4_000)
  const { doubts, changes } = await returned([['三所', `空缺（${spaces}x`, `12（待核：${spaces}x`]], {})
  expect(doubts.map(({ kind }) => kind)).toEqual(['not-a-number', 'unit-typed'])
  expect(changes.filter(({ entry }) => entry.unit !== undefined)).toEqual([])
})
