import type { WorkbookCell, WorkbookSheet } from '../../../packages/exchange/src/render/workbook.ts'
import type { Chance } from '../random/chance.ts'

/** A workbook whose sheets, rows and columns somebody has moved, doubled, added or taken away; as often as not, nothing. */
export function misplaced(sheets: readonly WorkbookSheet[], chance: Chance): WorkbookSheet[] {
  if (chance.flip()) return [...sheets]
  const at = chance.whole(sheets.length - 1)
  const change = chance.pick(CHANGES)
  const changed = change(sheets[at]!, chance)
  return [...sheets.slice(0, at), ...changed, ...sheets.slice(at + 1)]
}

type Row = WorkbookSheet['rows'][number]
type Change = (sheet: WorkbookSheet, chance: Chance) => WorkbookSheet[]

const text = (content: string): WorkbookCell => ({ content: { text: content }, look: 'text' })
const withRows = (sheet: WorkbookSheet, rows: readonly Row[]): WorkbookSheet => {
  const width = Math.max(...rows.map((row) => row.length))
  const columns = Array.from({ length: width }, (_, index) => sheet.columns[index] ?? 10)
  const { rules: _, hiddenRows: __, ...rest } = sheet
  return { ...rest, columns, rows, merges: [], marked: [] }
}
/** Of the rows below the headers. */
const someRow = ({ rows }: WorkbookSheet, chance: Chance) =>
  chance.between(Math.min(3, rows.length - 1), rows.length - 1)

/** Who adds, doubles or takes away a record, or a subordinate unit, means it. */
const isOfRecords = ({ rows }: WorkbookSheet): boolean => {
  const content = rows[1]?.[0]?.content
  return content !== undefined && 'text' in content && /^#(list |units)/.test(content.text)
}

const CHANGES: readonly Change[] = [
  // A column put in
  (sheet, chance) => {
    const column = chance.between(1, sheet.columns.length)
    const put = (row: Row, index: number): Row => {
      const whole = Array.from({ length: Math.max(row.length, column) }, (_, each) => row[each] ?? null)
      return [...whole.slice(0, column), text(index === 2 ? '补充' : '另注'), ...whole.slice(column)]
    }
    return [withRows(sheet, sheet.rows.map(put))]
  },
  // A column taken away
  (sheet, chance) => {
    const column = chance.whole(sheet.columns.length)
    return [
      withRows(
        sheet,
        sheet.rows.map((row) => row.filter((_, index) => index !== column)),
      ),
    ]
  },
  // A row put in
  (sheet, chance) => {
    if (isOfRecords(sheet)) return [sheet]
    const row = someRow(sheet, chance)
    const added: Row = [null, null, text('补充一项'), null, { content: { number: '12' }, look: 'input' }]
    return [withRows(sheet, [...sheet.rows.slice(0, row), added, ...sheet.rows.slice(row)])]
  },
  // A row taken away, or doubled
  (sheet, chance) => {
    if (isOfRecords(sheet)) return [sheet]
    const row = someRow(sheet, chance)
    return [
      withRows(
        sheet,
        sheet.rows.filter((_, index) => index !== row),
      ),
    ]
  },
  (sheet, chance) => {
    if (isOfRecords(sheet)) return [sheet]
    const row = someRow(sheet, chance)
    return [withRows(sheet, [...sheet.rows, sheet.rows[row]!])]
  },
  // What people see moved down against the keys
  (sheet) => {
    const shifted = sheet.rows.map((row, index): Row => {
      if (index < 3) return row
      const above = index === 3 ? [] : sheet.rows[index - 1]!
      return [row[0] ?? null, ...above.slice(1)]
    })
    return [withRows(sheet, shifted)]
  },
  // The cells of a row moved to the right, from the value on
  (sheet, chance) => {
    const at = someRow(sheet, chance)
    return [
      withRows(
        sheet,
        sheet.rows.map((row, index) => (index === at ? [...row.slice(0, 4), null, ...row.slice(4)] : row)),
      ),
    ]
  },
  // Sorted the other way round, keys and all
  (sheet) => [withRows(sheet, [...sheet.rows.slice(0, 3), ...sheet.rows.slice(3).toReversed()])],
  // A sheet renamed, doubled, added, taken away
  (sheet) => [{ ...sheet, name: '改过的名字' }],
  (sheet) => [sheet, { ...sheet, name: `${sheet.name.slice(0, 20)} 副本` }],
  (sheet) => [sheet, { ...sheet, name: '附表', rows: [[text('另附'), text('12')]], merges: [], rules: [] }],
  () => [],
]
