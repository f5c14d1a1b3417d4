import { Exact, pointer } from '@yardstick/model'
import { type Printed, readPercent, readPrinted } from './printed.ts'
import { type Data, isRecord, type RowView } from './sheet-view.ts'

/**
 * The facts of a row: numbers under names, and percentages under names, gathered object by object. A row may hold objects
 * of its own (基本支出, 项目支出) and lists of records (one for each unit); numbers of different objects are never put
 * into one ratio.
 */
export interface FactGroup {
  readonly row: RowView
  readonly where: readonly string[]
  readonly pointer: string
  /** What the object is called: the row's name, or the key or record it stands under. */
  readonly name: string
  readonly data: Data
  readonly facts: readonly Fact[]
  readonly rates: readonly Rate[]
}

export interface Fact {
  readonly key: string
  /** The key without its unit: "预算_万元" is 预算 in 万元. */
  readonly label: string
  readonly unit: string
  readonly value: Exact
}

export interface Rate {
  readonly key: string
  /** What it is the rate of: its key, or for `rate` and `actual` what the object is called. */
  readonly name: string
  readonly isOwn: boolean
  readonly printed: Printed
  /** What it can mean: one reading where % is written; a bare 0.95 under 执行率 may be 95 % or 0.95 %. */
  readonly readings: readonly Printed[]
}

/** The row's own facts and those of the objects and lists in it, in document order. */
export function factGroups(row: RowView): readonly FactGroup[] {
  return gather(row, row.data, row.names, `${row.pointer}/data`, row.row.name)
}

/** The records of each list in the row's data, for what can only be said of a list as a whole. */
export function recordLists(row: RowView): readonly (readonly FactGroup[])[] {
  return Object.entries(row.data).flatMap(([key, value]) => {
    if (!Array.isArray(value) || value.length === 0 || !value.every(isRecord)) return []
    const place = `${row.pointer}/data${pointer(key)}`
    return [value.map((each, index) => groupOf(row, each, [...row.names, nameOf(each, key)], `${place}/${index}`, key))]
  })
}

function gather(row: RowView, data: Data, where: readonly string[], place: string, name: string): FactGroup[] {
  const own = groupOf(row, data, where, place, name)
  const below = Object.entries(data).flatMap(([key, value]) => {
    if (RESERVED.has(key)) return []
    if (isRecord(value)) return gather(row, value, [...where, key], `${place}${pointer(key)}`, key)
    if (!Array.isArray(value)) return []
    return value.flatMap((each, index) =>
      isRecord(each) ? gather(row, each, [...where, nameOf(each, key)], `${place}${pointer(key, index)}`, key) : [],
    )
  })
  return [own, ...below]
}

function nameOf(record: Data, key: string): string {
  const name = record['单位'] ?? record['名称'] ?? record['name']
  return typeof name === 'string' ? name : key
}

function groupOf(row: RowView, data: Data, where: readonly string[], place: string, name: string): FactGroup {
  const facts: Fact[] = []
  const rates: Rate[] = []
  for (const [key, cell] of Object.entries(data)) {
    if (RESERVED.has(key)) continue
    const printed = readPrinted(cell)
    if (printed === undefined) continue
    const isOwn = key === 'rate' || key === 'actual'
    const rateName = isOwn ? name : key
    if (printed.isPercent) rates.push({ key, name: rateName, isOwn, printed, readings: [printed] })
    else if (/(?<!倍)率$/.test(key)) rates.push(...bareRate(key, printed))
    else if (!isOwn && !key.endsWith('率')) facts.push(factOf(key, printed))
  }
  return { row, where, pointer: place, name, data, facts, rates }
}

function bareRate(key: string, printed: Printed): readonly Rate[] {
  const asPercent = readPercent(printed.value.toText())
  if (asPercent === undefined || printed.unit !== '') return []
  const percent = { ...asPercent, digits: printed.digits }
  const ratio = { ...percent, value: printed.value, digits: Math.max(printed.digits - 2, 0) }
  const mayBeRatio = printed.value.abs().atMost(ALMOST_CERTAINLY_PERCENT)
  return [{ key, name: key, isOwn: false, printed: percent, readings: mayBeRatio ? [percent, ratio] : [percent] }]
}

function factOf(key: string, printed: Printed): Fact {
  const [label = key, unit = printed.unit] = key.split('_')
  return { key, label, unit, value: printed.value }
}

/** What belongs to the form of a row and is checked elsewhere, or is words. */
const RESERVED = new Set([
  ...['op', 'target', 'targets', 'unit', 'criteria', 'met', 'occurrences', 'printedScore', 'printedRate', '得分率'],
  ...['deduction', '扣分', 'reason', 'deductionReasons'],
])
const ALMOST_CERTAINLY_PERCENT = Exact.of('1.5')
