import type { Evaluation, Json, Scheme } from '@yardstick/model'
import { validate } from '@yardstick/model'
import { describe, expect, test } from 'vitest'
import type { Workbook, WorkbookCell } from '../workbook.ts'
import type { Formulas, Values } from './score-input.ts'
import { placeScores, scoreWorkbook } from './score-workbook.ts'

const scheme = (() => {
  const judgement = { method: 'judgement' }
  const read = validate('scheme', {
    yardstick: 'scheme/1',
    id: 's',
    name: '示例',
    version: '2',
    fullScore: '30',
    items: [
      { id: '满意度', type: 'rate', source: '问卷' },
      { id: '完成日', type: 'date' },
      { id: '已公开', type: 'boolean' },
    ],
    measures: [{ id: '折算', formula: '满意度 / 2', type: 'rate' }],
    indicators: [
      {
        id: 'a',
        name: '产出',
        points: '20',
        children: [
          {
            id: 'a1',
            name: '满意',
            points: '12',
            actual: '满意度',
            target: { comparator: '>=', value: '95%' },
            scoring: { method: 'ratio' },
          },
          { id: 'a2', name: '制度', points: '8', scoring: judgement },
        ],
      },
      { id: 'b', name: '创新', points: '10', scoring: judgement },
    ],
  } as Json)
  if (!read.ok) throw new Error(JSON.stringify(read.issues))
  return read.value as Scheme
})()

const result = (id: string, score: string | null, more: object = {}) =>
  ({ id, points: '0', score, state: score === null ? 'missing' : 'present', sentence: `${id}。`, ...more }) as never

const evaluation = {
  scheme: { id: 's', name: '示例', version: '2', hash: 'h1' },
  submission: { subject: { department: '甲局' }, period: '2024', hash: 'h2' },
  engine: '0.1.0',
  language: 'zh',
  state: 'blocked',
  fullScore: '30',
  total: null,
  grade: null,
  sentence: '缺 1 项。',
  lines: [],
  indicators: [
    result('a', '18.95'),
    result('a1', '11.45', { points: '12', standard: '按比例', trace: { shownActual: '90.65%' } }),
    result('a2', '7.5', { points: '8' }),
    result('b', null, { points: '10' }),
  ],
} as unknown as Evaluation

const formulas: Formulas = {
  measures: { 折算: { formula: "'数据'!$C$4/2" } },
  actuals: { a1: { formula: "'数据'!$C$4" } },
  scores: {
    a: { formula: "SUM('评分表'!$G$4,'评分表'!$G$5)" },
    a1: { formula: "'评分表'!$F$4*12" },
    a2: { refused: 'group' },
    b: { formula: "'数据'!$C$8" },
  },
  total: { formula: "SUM('评分表'!$G$6,'评分表'!$G$7)" },
}
const values: Values = {
  items: {
    满意度: { state: 'present', value: { kind: 'number', text: '0.9065' }, provisional: true },
    完成日: { state: 'not-applicable', reason: '本年无' },
    已公开: { state: 'present', value: { kind: 'boolean', is: true } },
  },
  measures: { 折算: { state: 'present', value: { kind: 'number', text: '0.45325' } } },
  actuals: { a1: { state: 'present', value: { kind: 'number', text: '0.9065' } } },
  judged: {
    a2: { state: 'present', value: { kind: 'number', text: '7.5' }, reason: '缺一项' },
    b: { state: 'missing' },
  },
  evidence: { 满意度: true },
}

const content = (cell: WorkbookCell | null) => (cell === null ? null : Object.values(cell.content)[0])
const shown = ({ sheets }: Workbook, sheet: number) => sheets[sheet]!.rows.map((row) => row.map(content))

describe('scoreWorkbook', () => {
  const workbook = scoreWorkbook({ scheme, evaluation, formulas, values })

  test('has the scores beside live formulas, subtotals below their children, merged level cells', () => {
    const [scores] = workbook.sheets
    expect(shown(workbook, 0).slice(2)).toEqual([
      ['一级指标', '二级指标', '分值', '目标值', '评分标准', '实际值', '得分', '公式复算', '差异', '得分说明'],
      ['产出（20分）', '满意', '12', '≥95%', '按比例', "'数据'!$C$4", '11.45', '$F$4*12', compared(4), 'a1。'],
      [null, '制度', '8', '', '', '', '7.5', '7.5', '照录', 'a2。'],
      [null, '小计', '0', '', '', '', '18.95', 'SUM($G$4,$G$5)', compared(6), 'a。'],
      ['创新', null, '10', '', '', '', '空缺', "'数据'!$C$8", 'IF(ISNUMBER($H$7),"公式有值","")', 'b。'],
      ['合计', null, '30', '', '', '', '未出总分', 'SUM($G$6,$G$7)', 'IF(ISNUMBER($H$8),"公式有值","")', '缺 1 项。'],
    ])
    expect(scores!.merges).toContainEqual({ row: 3, column: 0, rowSpan: 3, columnSpan: 1 })
    expect(scores!.merges).toContainEqual({ row: 6, column: 0, rowSpan: 1, columnSpan: 2 })
    expect(scores!.frozen).toEqual({ rows: 3, columns: 2 })
  })

  test('shows each value with its state; what does not apply is empty', () => {
    expect(shown(workbook, 1).slice(3)).toEqual([
      ['数据项', '满意度', '0.9065', '', '待核', '有', '问卷'],
      ['数据项', '完成日', '', '', '不适用', '', '本年无'],
      ['数据项', '已公开', '是', '', '有值', '', ''],
      ['计算量', '折算', '$C$4/2', '', '有值', '', '= 满意度 / 2'],
      ['评定', '制度', '7.5', '分', '有值', '', '缺一项'],
      ['评定', '创新', '', '分', '空缺', '', ''],
    ])
    expect(workbook.sheets[1]!.rows[3]![2]!.content).toEqual({ number: '0.9065', percent: 2 })
  })

  test('is plain data', () => {
    expect(JSON.parse(JSON.stringify(workbook))).toEqual(workbook)
  })

  test('names what is copied and why', () => {
    expect(shown(workbook, 2).at(-1)).toEqual(['产出 / 制度', '要与同组的其他对象比较'])
  })

  test('places what formulas read where the sheets have it', () => {
    const placement = placeScores(scheme, 'zh')
    expect(placement.item('满意度')).toBe("'数据'!$C$4")
    expect(placement.item('折算')).toBe("'数据'!$C$7")
    expect(placement.judged('b')).toBe("'数据'!$C$9")
    expect(placement.truth).toEqual({ yes: '是', no: '否' })
    expect(placement.evidence('满意度')).toBe('(\'数据\'!$F$4="有")')
    expect(placement.actual('a1')).toBe("'评分表'!$F$4")
    expect(placement.actual('a2')).toBeUndefined()
    expect(placement.score('a')).toBe("'评分表'!$H$6")
    expect(placement.item('别的')).toBeUndefined()
    expect(placeScores(scheme, 'en').item('满意度')).toBe("'Data'!$C$4")
  })

  test('an error is an error in its cell, and a score without a judgement of its own is copied', () => {
    const broken = { ...values, items: { ...values.items, 满意度: { state: 'error' as const } } }
    const judged = { ...broken, judged: { a2: { state: 'missing' as const } } }
    const free = { ...formulas, scores: { ...formulas.scores, a2: { formula: "'数据'!$C$7" } } }
    const book = scoreWorkbook({ scheme, evaluation, formulas: free, values: judged })
    expect(book.sheets[1]!.rows[3]![2]!.content).toEqual({ formula: 'NA()' })
    expect(book.sheets[0]!.rows[4]![7]!.content).toEqual({ number: '7.5' })
    expect(shown(book, 2).at(-1)).toEqual(['产出 / 制度', '由下属单位的得分汇总'])
  })

  test('speaks English where the evaluation does', () => {
    const book = scoreWorkbook({ scheme, evaluation: { ...evaluation, language: 'en' }, formulas, values })
    expect(book.sheets.map((sheet) => sheet.name)).toEqual(['Scores', 'Data', 'Notes'])
    expect(shown(book, 0)[2]!.slice(0, 3)).toEqual(['Level 1', 'Level 2', 'Points'])
  })
})

const compared = (row: number) =>
  `IF(ISNUMBER($H$${row}),IF(ROUND($H$${row}-$G$${row},6)=0,"",ROUND($H$${row}-$G$${row},6)),"未复算")`
