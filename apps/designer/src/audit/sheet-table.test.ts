import { readdirSync, readFileSync } from 'node:fs'
import { audit } from '@yardstick/engine'
import { type ScoreSheet, validate } from '@yardstick/model'
import { describe, expect, it } from 'vitest'
import { cellsOfFindings, marksOf } from './marks.ts'
import { levelCells, rowOfCell, sheetTable } from './sheet-table.ts'

const seeds = new URL('../../../../rules/seeds/', import.meta.url)

function sheetOf(document: unknown): ScoreSheet {
  const read = validate('score-sheet', document)
  if (!read.ok) throw new Error(JSON.stringify(read.issues))
  return read.value
}

const row = (name: string, more: object = {}, children: object[] = []) => ({
  name,
  weight: 5,
  score: 4,
  ...more,
  children,
})
const made = (tree: object[], more: object = {}) =>
  sheetOf({ id: '甲', fullScore: 10, tree, published: { total: 8 }, ...more })

describe('the table of a sheet', () => {
  it('has merged cells for the levels, and a leaf that hangs higher takes the free columns', () => {
    const { depth, rows } = sheetTable(
      made([row('产出', {}, [row('数量', {}, [row('一'), row('二')]), row('质量')]), row('效益')]),
      'zh',
    )
    expect(depth).toBe(3)
    expect(rows.map(({ name, columns }) => [name, columns])).toEqual([
      ['一', 1],
      ['二', 1],
      ['质量', 2],
      ['效益', 3],
    ])
    const cells = levelCells(rows).map((each) => each.map((cell) => [cell.row.name, cell.column, cell.rows]))
    expect(cells).toEqual([
      [
        ['产出', 0, 3],
        ['数量', 1, 2],
      ],
      [],
      [],
      [],
    ])
    // Scrolled past its first row, a cell begins anew.
    expect(levelCells(rows, 1, 3)[0]!.map((cell) => [cell.row.name, cell.rows])).toEqual([
      ['产出', 2],
      ['数量', 1],
    ])
  })

  it.each([
    ['a comparator column', { op: '≥', target: 95, unit: '%', actual: 91 }, '≥95%', '91%'],
    ['a target with its own sign', { op: '≥', target: '≥95%', actual: '91%' }, '≥95%', '91%'],
    ['a comparator alone', { target: '≤', actual: '100%' }, '≤', '100%'],
    ['a judged target', { op: 'qualitative', target: '提高', actual: '提高' }, '提高', '提高'],
    ['an equal sign', { op: '=', target: '10万', actual: '10万' }, '10万', '10万'],
    ['none', {}, undefined, undefined],
  ])('shows targets as they are written: %s', (_, data, target, actual) => {
    const [leaf] = sheetTable(made([row('数量', { data })]), 'zh').rows
    expect([leaf!.target.text, leaf!.actual.text]).toEqual([target, actual])
  })

  it('shows what is printed besides under its names, with objects, records and elements', () => {
    const data = {
      预算_万元: 9,
      criteria: [2, 1],
      met: [true, false],
      基本支出: { 年初: 5 },
      人员: [{ 单位: '本局', 编制: 35 }],
      reason: '制度未完善',
      rate: null,
    }
    const [leaf] = sheetTable(made([row('数量', { data })]), 'zh').rows
    const shown = leaf!.facts.map(({ label, text, parts }) => [
      label,
      text ?? parts.map((part) => [part.label, part.text ?? part.parts.map((each) => `${each.label} ${each.text}`)]),
    ])
    expect(shown).toEqual([
      ['预算（万元）', '9'],
      ['各要素分值', '2 ✓、1 ✗'],
      ['基本支出', [['年初', '5']]],
      ['人员', [['本局', ['编制 35']]]],
      ['原因', '制度未完善'],
    ])
  })
})

describe('marks', () => {
  const ids = readdirSync(seeds).filter((id) => !id.includes('.'))

  it.each(ids)('%s: every finding has a cell that is shown', (id) => {
    const sheet = sheetOf(JSON.parse(readFileSync(new URL(`${id}/sheet.json`, seeds), 'utf8')))
    const issues = audit(sheet)
    const table = sheetTable(sheet, 'zh')
    const cells = cellsOfFindings(issues, sheet, table)
    expect(cells).toHaveLength(issues.length)
    for (const [index, cell] of cells.entries()) {
      const isAround = /^\/(published|fullScore|grades)/.test(cell)
      expect(isAround || rowOfCell(table.rows, cell) >= 0, `${issues[index]!.pointer} → ${cell}`).toBe(true)
    }
  })

  it('stand at the number that is wrong; the worst of several decides', () => {
    const sheet = made([row('产出', { weight: 9 }, [row('一', { score: 6 }), row('二')])], {
      fullScore: 9,
      published: { total: 8, grade: '优', perLevel1: { 产出: 7 } },
      grades: [{ name: '良', min: 0 }],
    })
    const issues = audit(sheet)
    const cells = cellsOfFindings(issues, sheet, sheetTable(sheet, 'zh'))
    expect(new Set(cells)).toEqual(
      new Set([
        '/tree/0/weight',
        '/tree/0/score',
        '/tree/0/children/0/score',
        '/published/total',
        '/published/grade',
        '/published/perLevel1/产出',
      ]),
    )
    expect(marksOf(issues, cells).get('/tree/0/children/0/score')).toMatchObject({ severity: 'error' })
  })
})
