import { type Scheme, type Submission, validate } from '@yardstick/model'
import { type Cell, readXlsx, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { type EntryWorkbookInput, entryTable, entryWorkbook } from '../../render/entry/entry-workbook.ts'
import { writeCsv } from '../../write/clipboard.ts'
import { faultsOf, partsOf } from '../../write/office-file.testing.ts'
import { writeWorkbook } from '../../write/xlsx.ts'
import { readSheets } from '../xlsx.ts'
import { claimsOf, entriesOf, readEntryWorkbook, textSheet, wordEntryDoubt } from './entry-workbook.ts'
import type { EntryContext } from './entry-workbook-input.ts'

const scheme: Scheme = (() => {
  const judgement = { method: 'judgement' }
  const read = validate('scheme', {
    yardstick: 'scheme/1',
    id: 's',
    name: '示例方案',
    version: '2',
    fullScore: '30',
    items: [
      { id: '预算数', type: 'money', unit: '万元', filledBy: '财务科' },
      { id: '支出数', type: 'money', unit: '万元', required: true },
      { id: '满意度', type: 'rate', mayBeNotApplicable: true },
      {
        id: '任务',
        type: 'list',
        fields: [
          { id: '名称', type: 'text' },
          { id: '金额', type: 'money', unit: '万元' },
        ],
      },
      { id: '无人读', type: 'choice', choices: ['甲,乙', '丙'] },
    ],
    measures: [{ id: '执行率', formula: '支出数 / 预算数', type: 'rate' }],
    indicators: [
      {
        id: 'a',
        name: '产出',
        points: '20',
        children: [
          {
            id: 'a1',
            name: '执行',
            points: '12',
            actual: '执行率',
            target: { comparator: '>=', value: '95%' },
            scoring: { method: 'ratio' },
          },
          {
            id: 'a2',
            name: '满意',
            points: '8',
            actual: '满意度',
            target: { comparator: '>=', value: '95%' },
            scoring: { method: 'ratio' },
          },
        ],
      },
      { id: 'b', name: '创新', points: '10', scoring: judgement },
    ],
  })
  if (!read.ok) throw new Error(JSON.stringify(read.issues))
  return read.value
})()

const subject = { department: '甲局' }
const present: Submission = {
  yardstick: 'submission/1',
  subject,
  period: '2024',
  items: {
    预算数: 1200,
    支出数: {
      layers: [
        { layer: 'reported', value: '1100.5' },
        { layer: 'verified', value: '1000', why: '核减' },
      ],
    },
    满意度: { layers: [{ layer: 'reported', state: 'not-applicable', why: '无服务对象' }] },
    任务: [{ 名称: '修路', 金额: '12.5' }],
  },
  claims: { total: '25', scores: { a1: '10' }, note: '较好' },
}
const input: EntryWorkbookInput = { scheme, schemeHash: 'h', subject, period: '2024', language: 'zh', hasClaims: true }
const context: EntryContext = { scheme, schemeHash: 'h', subject, period: '2024' }

async function sheetsOf(given: EntryWorkbookInput) {
  const read = await readSheets(await writeWorkbook(entryWorkbook(given)))
  if (!read.ok) throw new Error(read.issues[0]!.code)
  return read.value
}

/** The workbook opened and saved by another program, which may have put anything into its cells. */
async function resaved(given: EntryWorkbookInput, cells: { readonly [at: string]: Partial<Cell> }) {
  const { sheets } = await readXlsx(await writeWorkbook(entryWorkbook(given)), { readStyles: true })
  const bytes = await writeXlsx({
    sheets: sheets.map((sheet, index): WriteSheet => {
      const own = new Map(sheet.cells)
      if (index === 1) for (const [at, cell] of Object.entries(cells)) own.set(at, { ...own.get(at), ...cell } as Cell)
      const rows = sheet.rows.map((row, at) =>
        row.map((value, column) => (index === 1 && `${at},${column}` in cells ? null : value)),
      )
      return { name: sheet.name, rows, cells: own, ...(sheet.hidden === true ? { hidden: true } : {}) }
    }),
  })
  const read = await readSheets(bytes)
  if (!read.ok) throw new Error(read.issues[0]!.code)
  return read.value
}

/** Of 预算数, the first item, below title, about, header and the heading of 产出. */
const FIRST_VALUE = '4,4'

describe('the workbook', () => {
  const book = entryWorkbook({ ...input, present, last: present })
  const texts = (sheet: number) =>
    book.sheets[sheet]!.rows.map((row) => row.map((cell) => (cell === null ? null : Object.values(cell.content)[0])))

  test('has the items by indicator, with unit, value, state, reason, last year and notes', () => {
    expect(book.sheets.map(({ name, isHidden }) => [name, isHidden ?? false])).toEqual([
      ['填报说明', false],
      ['数据填报', false],
      ['任务', false],
      ['自评', false],
      ['yardstick', true],
    ])
    expect(texts(1).slice(2)).toEqual([
      ['#items', '指标', '数据项', '单位', '填报值', '状态', '原因', '上年值', '填报部门', '说明'],
      ['#', '产出'],
      ['预算数', '执行（12分）', '预算数', '万元', '1200', 'text', 'text', '1200', '财务科', ''],
      ['支出数', null, '支出数', '万元', '1100.5', 'text', 'text', '1000', '', '必填'],
      ['满意度', '满意（8分）', '满意度', '%', { percent: 2 }, '不适用', '无服务对象', '', '', '可填“不适用”'],
      ['#', '其他数据'],
      ['任务', '其他数据', '任务', '', '逐条填在工作表“任务”', 'text', 'text', '1 条', '', ''],
      ['无人读', null, '无人读', '', 'text', 'text', 'text', '', '', '可选：甲,乙、丙'],
    ])
    expect(book.sheets[1]).toMatchObject({ isLocked: true, hiddenColumns: [0] })
  })

  test('lets people choose: short lists in the rule, those with a comma on the hidden sheet', () => {
    const rules = book.sheets[1]!.rules!.map(({ allows }) => allows)
    expect(rules).toContainEqual({ choices: ['有值', '待核', '空缺', '不适用'] })
    expect(rules).toContainEqual({ choices: ['有值', '待核', '空缺'] })
    expect(rules).toContainEqual({ choicesAt: "'yardstick'!$D$1:$D$2" })
    expect(texts(4).map((row) => row[3])).toEqual(['甲,乙', '丙', ...Array.from({ length: 4 }, () => null)])
  })

  test('is plain data, and a self-score stands beside its points', () => {
    expect(JSON.parse(JSON.stringify(book))).toEqual(book)
    expect(texts(3).slice(3)).toEqual([
      ['#', '产出'],
      ['a1', '执行', '12', '10'],
      ['a2', '满意', '8', { grouped: 2 }],
      ['b', '创新', '10', { grouped: 2 }],
      ['#', '各项合计', '30', 'SUM($D$4:$D$7)'],
      ['#total', '自评总分', '30', '25'],
      ['#note', '自评说明', '较好'],
    ])
  })
})

test('the file has whole parts, and in each sheet the elements in the order that Excel asks for', async () => {
  const bytes = await writeWorkbook(entryWorkbook({ ...input, present }))
  expect(faultsOf(bytes)).toEqual([])
  const order = [
    'sheetData',
    'sheetProtection',
    'mergeCells',
    'conditionalFormatting',
    'dataValidations',
    'pageMargins',
  ]
  for (const [name, part] of partsOf(bytes)) {
    if (!name.startsWith('xl/worksheets/sheet') || typeof part !== 'string') continue
    const found = order.map((element) => part.indexOf(`<${element}`)).filter((at) => at >= 0)
    expect(found, name).toEqual(found.toSorted((a, b) => a - b))
  }
})

describe('readEntryWorkbook', () => {
  test('a workbook that nobody touched says what is there already, in both languages', async () => {
    for (const language of ['zh', 'en'] as const) {
      const reading = readEntryWorkbook(await sheetsOf({ ...input, language, present }), { ...context, present })
      expect(reading.doubts).toEqual([])
      expect(reading.changes.map(({ kind, label }) => `${kind} ${label}`)).toEqual(
        ['预算数', '支出数', '满意度', '任务'].map((name) => `same ${name}`),
      )
      expect(reading.claims.map(({ kind }) => kind)).toEqual(['same', 'same', 'same'])
      expect([entriesOf(reading), claimsOf(reading, present)]).toEqual([[], undefined])
    }
  })

  test('the same without anything there is new, as layers that the server takes', async () => {
    const reading = readEntryWorkbook(await sheetsOf({ ...input, present }), context)
    expect(entriesOf(reading)).toEqual([
      { of: 'items', id: '预算数', layer: 'reported', value: '1200' },
      { of: 'items', id: '支出数', layer: 'reported', value: '1100.5' },
      { of: 'items', id: '满意度', layer: 'reported', state: 'not-applicable', why: '无服务对象' },
      { of: 'items', id: '任务', layer: 'reported', value: [{ 名称: '修路', 金额: '12.5' }] },
    ])
    expect(claimsOf(reading, undefined)).toEqual({ total: '25', scores: { a1: '10' }, note: '较好' })
  })

  // What somebody put into the cell of 预算数, reported as 1200 万元 → what is asked, or read.
  const typed: readonly (readonly [string, Partial<Cell>, string | { kind: string; proposals: string[] }])[] = [
    ['another value', { value: 1300, type: 'number' }, '1300'],
    ['元 for 万元', { value: 12_500_000, type: 'number' }, { kind: 'scale', proposals: ['1250', '12500000'] }],
    [
      'a formula',
      { value: 1300, type: 'formula', formula: 'SUM(1,2)', formulaResult: 1300 },
      { kind: 'formula', proposals: ['1300'] },
    ],
    [
      'a formula with the value that is there',
      { value: 1200, type: 'formula', formula: 'A1', formulaResult: 1200 },
      'same',
    ],
    [
      'a format with a unit',
      { value: 13_000_000, type: 'number', style: { numFmt: '0.00"元"' } },
      { kind: 'unit-typed', proposals: ['1300', '13000000'] },
    ],
    [
      'a format that divides',
      { value: 13_000_000, type: 'number', style: { numFmt: '0!.0,"万元"' } },
      { kind: 'scaled-format', proposals: ['13000000'] },
    ],
    [
      'a day',
      { value: new Date('2024-03-05T00:00:00Z'), type: 'date', style: { numFmt: 'yyyy-mm-dd' } },
      { kind: 'date-for-number', proposals: [] },
    ],
    ['nothing', { value: null, type: 'empty' }, { kind: 'emptied', proposals: [''] }],
  ]
  test.each(typed)('%s', async (_, cell, expected) => {
    const sheets = await resaved({ ...input, present }, { [FIRST_VALUE]: cell })
    const { changes, doubts } = readEntryWorkbook(sheets, { ...context, present })
    const change = changes.find(({ label }) => label === '预算数')
    const doubt = doubts.find(({ label }) => label === '预算数')
    if (typeof expected === 'string') {
      expect([change?.kind === 'same' ? 'same' : change?.entry.value, doubt]).toEqual([expected, undefined])
    } else {
      const { kind, proposals } = doubt!
      expect({ kind, proposals: proposals.map(({ shown }) => shown) }).toEqual(expected)
      expect(change).toBeUndefined()
      expect(doubt!.at).toBe('数据填报!E5')
    }
  })

  test.each([
    ['another department', { subject: { department: '乙局' } }, 'other-subject'],
    ['another project', { subject: { department: '甲局', project: '修路' } }, 'other-subject'],
    ['another period', { period: '2023' }, 'other-period'],
    ['another content of the scheme', { schemeHash: 'g' }, 'other-version'],
    ['another version', { scheme: { ...scheme, version: '1' } }, 'other-version'],
    ['another declaration', { declarationHash: 'd' }, 'other-declaration'],
    ['another scheme', { scheme: { ...scheme, id: 't' } }, 'other-scheme'],
  ])('a file made for %s is held as a whole', async (_, other, kind) => {
    const reading = readEntryWorkbook(await sheetsOf({ ...input, ...other, present }), context)
    expect(reading.doubts.map((each) => each.kind)).toContain(kind)
    expect([reading.isHeld, entriesOf(reading), claimsOf(reading, undefined)]).toEqual([true, [], undefined])
  })

  test('a file that is none of ours, and one whose hidden sheet is gone', async () => {
    const sheets = await sheetsOf({ ...input, present })
    const kinds = (given: typeof sheets) => readEntryWorkbook(given, context).doubts.map(({ kind }) => kind)
    expect(kinds([{ name: 'Sheet1', isHidden: false, rows: [[{ kind: 'text', text: '预算数' }]] }])).toEqual([
      'not-ours',
    ])
    expect(kinds(sheets.filter(({ isHidden }) => !isHidden))).toEqual(['no-identity'])
    expect(kinds(sheets.filter(({ name }) => name !== '任务'))).toEqual(['sheet-missing'])
  })

  test('a table of texts for CSV comes back as it went out, without the records', () => {
    const sheet = textSheet('CSV', writeCsv(entryTable({ ...input, present })))!
    const reading = readEntryWorkbook([sheet], { ...context, present })
    expect(reading.changes.map(({ kind, label }) => `${kind} ${label}`)).toEqual([
      'same 预算数',
      'same 支出数',
      'same 满意度',
    ])
    expect(reading.doubts.map(({ kind }) => kind)).toEqual(['row-missing'])
  })

  test('a doubt is one sentence with its place, in both languages', async () => {
    const sheets = await resaved({ ...input, present }, { [FIRST_VALUE]: { value: '约 1300', type: 'string' } })
    const [doubt] = readEntryWorkbook(sheets, { ...context, present }).doubts
    expect(wordEntryDoubt(doubt!, 'zh')).toBe('预算数（数据填报!E5）：应为数字，现为“约 1300”；请改填数字')
    expect(wordEntryDoubt(doubt!, 'en')).toBe(
      '预算数 (数据填报!E5): expected a number, found "约 1300"; enter a number',
    )
  })
})
