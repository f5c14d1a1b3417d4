import { Exact, type InputRecord, type Item, type ItemField, itemById, type Layer, type Scheme } from '@yardstick/model'
import type {
  CellContent,
  Workbook,
  WorkbookCell,
  WorkbookSheet,
} from '../../../packages/exchange/src/render/workbook.ts'
import type { Chance } from '../random/chance.ts'
import { type Filling, rightCell, wrongCell } from './cells.ts'
import { misplaced } from './misplace.ts'

/** What is meant for each item; one that is not there says nothing. */
export type Truth = ReadonlyMap<string, Pick<Layer, 'value' | 'state' | 'why'>>

/** What is meant for the subordinate units, by their names. */
export type UnitsTruth = ReadonlyMap<string, Truth>

/** A workbook as a department sends it back: its cells filled in, some of them as people do, then its sheets mishandled. */
export function filledIn(
  workbook: Workbook,
  scheme: Scheme,
  { truth, units }: { readonly truth: Truth; readonly units: UnitsTruth },
  chance: Chance,
): Workbook {
  const sheets = workbook.sheets.map((sheet): WorkbookSheet => {
    const [mark = ''] = sheet.rows.flatMap((row) => textsOf(row).filter((text) => text.startsWith('#')))
    if (mark === '#items') return dataFilled(sheet, scheme, truth, chance, workbook.language)
    if (mark === '#units') return unitsFilled(sheet, scheme, units, chance)
    if (mark === '#claims') return claimsFilled(sheet, scheme, chance)
    if (mark.startsWith('#list ')) return recordsFilled(sheet, mark.slice('#list '.length), scheme, truth, chance)
    return sheet
  })
  return { ...workbook, sheets: misplaced(sheets, chance) }
}

const textsOf = (row: WorkbookSheet['rows'][number]): string[] =>
  row.flatMap((cell) => (cell !== null && 'text' in cell.content ? [cell.content.text] : []))

const keyOf = (row: WorkbookSheet['rows'][number]): string => textsOf(row.slice(0, 1))[0] ?? ''

const [VALUE, STATE, WHY] = [4, 5, 6]
const STATES = {
  zh: { present: '有值', 'to-be-verified': '待核', missing: '空缺', 'not-applicable': '不适用' },
  en: { present: 'given', 'to-be-verified': 'to be verified', missing: 'missing', 'not-applicable': 'not applicable' },
}

function dataFilled(
  sheet: WorkbookSheet,
  scheme: Scheme,
  truth: Truth,
  chance: Chance,
  language: 'zh' | 'en',
): WorkbookSheet {
  const items = itemById(scheme)
  const rows = sheet.rows.map((row) => {
    const item = items.get(keyOf(row))
    const said = item === undefined ? undefined : truth.get(item.id)
    if (item === undefined || said === undefined) return row
    const filled = [...row]
    if (said.value !== undefined && item.type !== 'list') {
      const filling: Filling = { of: item, value: said.value as string | boolean, chance }
      filled[VALUE] = input(chance.once(4) ? wrongCell(filling) : rightCell(filling))
    }
    if (said.state !== undefined) filled[STATE] = input({ text: STATES[language][said.state] })
    if (said.why !== undefined) filled[WHY] = input({ text: said.why })
    return filled
  })
  return { ...sheet, rows }
}

const input = (content: CellContent): WorkbookCell => ({ content, look: 'input' })

/** Fields stand from the third column on, in the order of the scheme. */
function recordsFilled(sheet: WorkbookSheet, id: string, scheme: Scheme, truth: Truth, chance: Chance): WorkbookSheet {
  const item = itemById(scheme).get(id) as Item
  const value = truth.get(id)?.value
  const records = Array.isArray(value) ? (value as InputRecord[]) : []
  const fields: readonly ItemField[] = item.fields ?? []
  const isWrong = chance.once(4)
  const rows = sheet.rows.map((row, index) => {
    const record = records[index - 3]
    if (record === undefined) return row
    const cells = fields.map((field, at) => {
      const filling: Filling = { of: field, value: record[field.id] as string | boolean, chance }
      const content = isWrong && index === 3 && at === 0 ? wrongCell(filling) : rightCell(filling)
      return input(content)
    })
    return [...row.slice(0, 2), ...cells]
  })
  return { ...sheet, rows }
}

/** A unit a row from the fourth row on; its states are written into the cells of the values. */
function unitsFilled(sheet: WorkbookSheet, scheme: Scheme, units: UnitsTruth, chance: Chance): WorkbookSheet {
  const items = itemById(scheme)
  const keys = (sheet.rows[1] ?? []).map((cell) => (cell !== null && 'text' in cell.content ? cell.content.text : ''))
  const named = [...units]
  const rows = sheet.rows.map((row, index) => {
    const [name, truth] = named[index - 3] ?? []
    if (name === undefined || truth === undefined) return row
    return row.map((cell, column) => {
      if (column === 1) return input({ text: name })
      const item = items.get(keys[column] ?? '')
      const said = item === undefined || column < 2 ? undefined : truth.get(item.id)
      if (item === undefined || said === undefined) return cell
      if (said.value === undefined) return input({ text: `${STATES.zh[said.state ?? 'missing']}：${said.why ?? ''}` })
      const filling: Filling = { of: item, value: said.value as string | boolean, chance }
      return input(chance.once(4) ? wrongCell(filling) : rightCell(filling))
    })
  })
  return { ...sheet, rows }
}

/** Half the points, and now and then more than all of them. */
function claimsFilled(sheet: WorkbookSheet, scheme: Scheme, chance: Chance): WorkbookSheet {
  const rows = sheet.rows.map((row) => {
    const key = keyOf(row)
    if (key === '' || key.startsWith('#') || chance.once(5)) return row
    const points = row[2]?.content
    if (points === undefined || !('number' in points)) return row
    const claimed = Exact.of(points.number)
      .times(Exact.of(chance.once(6) ? '1.5' : '0.5'))
      .round(2)
    return [...row.slice(0, 3), input({ number: claimed.toText() })]
  })
  return scheme.indicators.length === 0 ? sheet : { ...sheet, rows }
}
