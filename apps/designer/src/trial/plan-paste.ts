import { conversion, type Edit, type Entry, type Scheme, type SchemeCase } from '@yardstick/model'
import type { CellReading } from '../parts/entry/read-cell.ts'
import { type HeadedColumn, readHeader } from './read-header.ts'
import { type EntryColumn, readColumn } from './sample-columns.ts'
import { entryAt, freeName, newCase, setCases, withEntry } from './sample-edits.ts'

/**
 * What a pasted table would do to the samples, before anything is done: each text with where it goes and how it is read.
 * A table with a header finds its columns by name and its rows by the unit's name; one without is laid over the cells.
 */
export interface PastePlan {
  readonly cells: readonly PlannedCell[]
  /** Names of the samples that are new, in order; `row` of a cell counts on from the samples that are there. */
  readonly added: readonly string[]
  /** Heads that name nothing. */
  readonly ignored: readonly string[]
  /** Rows that are left out, being sums of others. */
  readonly totals: readonly string[]
  readonly converted: readonly ConvertedColumn[]
  readonly renamed: readonly { readonly row: number; readonly name: string }[]
}

/** A column whose head says another unit than the item has. */
export interface ConvertedColumn {
  readonly head: string
  readonly from: string
  readonly to: string
}

export interface PlannedCell {
  readonly row: number
  readonly column: EntryColumn
  readonly text: string
  readonly reading: CellReading
}

type Texts = readonly (readonly string[])[]
type Known = Pick<Scheme, 'notApplicable' | 'cases' | 'year'>

/** The plan for a table with a header; undefined where it has none. */
export function planByHeader(
  texts: Texts,
  columns: readonly EntryColumn[],
  scheme: Known,
  newName: string,
): PastePlan | undefined {
  const header = readHeader(texts, columns)
  if (header === undefined) return undefined
  const cases = scheme.cases ?? []
  const indexOf = new Map(cases.map(({ name }, index) => [nameKey(name), index]))
  const added: string[] = []
  const cells: PlannedCell[] = []
  for (const row of header.body) {
    const name = (row[header.nameAt] ?? '').trim()
    const at = name === '' ? undefined : indexOf.get(nameKey(name))
    const index = at ?? cases.length + added.length
    if (at === undefined) added.push(name === '' ? newName : name)
    // A name that comes again in the table is another unit.
    else indexOf.delete(nameKey(name))
    header.columns.forEach((headed, position) => {
      if (headed === undefined) return
      cells.push(planned(index, headed.column, row[position] ?? '', cases[index], scheme, headed.unit))
    })
  }
  const converted = header.columns.flatMap((headed) => (headed === undefined ? [] : (conversionOf(headed) ?? [])))
  return { cells, added, ignored: header.ignored, totals: header.totals, converted, renamed: [] }
}

/** A head whose unit is not the item's: its numbers are converted. */
function conversionOf({ column, head, unit }: HeadedColumn): ConvertedColumn | undefined {
  const own = 'item' in column ? column.item.unit : undefined
  if (unit === undefined || own === undefined || unit === own || conversion(unit, own) === undefined) return undefined
  return { head, from: unit, to: own }
}

const nameKey = (name: string) => name.normalize('NFKC').replace(/\s+/g, '').toLowerCase()

/** The plan for texts by position; rows from the number of samples on are new. */
export function planByPosition(
  changes: readonly { readonly row: number; readonly column: EntryColumn | 'name'; readonly text: string }[],
  scheme: Known,
  newName: string,
): PastePlan {
  const cases = scheme.cases ?? []
  const names = new Map<number, string>()
  const cells: PlannedCell[] = []
  let last = cases.length - 1
  for (const { row, column, text } of changes) {
    last = Math.max(last, row)
    if (column === 'name') {
      if (text.trim() !== '') names.set(row, text.trim())
    } else cells.push(planned(row, column, text, cases[row], scheme))
  }
  const added = Array.from(
    { length: last + 1 - cases.length },
    (_, index) => names.get(cases.length + index) ?? newName,
  )
  const renamed = [...names].filter(([row]) => row < cases.length).map(([row, name]) => ({ row, name }))
  return { cells, added, ignored: [], totals: [], converted: [], renamed }
}

function planned(
  row: number,
  column: EntryColumn,
  text: string,
  into: SchemeCase | undefined,
  scheme: Known,
  unit?: string,
): PlannedCell {
  const before = into === undefined ? undefined : entryAt(into.submission, column.place)
  return { row, column, text, reading: readColumn(column, text, before, scheme, unit) }
}

/** Whether everything is read without a doubt. */
export function isClear({ cells, ignored }: PastePlan): boolean {
  return ignored.length === 0 && cells.every(({ reading }) => 'entry' in reading)
}

/** The plan carried out as one edit; `chosen` answers questions by the cell's index, what has no answer is left alone. */
export function carryOut(plan: PastePlan, scheme: Known, chosen: ReadonlyMap<number, Entry> = new Map()): Edit {
  let cases: SchemeCase[] = [...(scheme.cases ?? [])]
  for (const name of plan.added) cases = [...cases, newCase(freeName(name, cases), scheme)]
  for (const { row, name } of plan.renamed) cases[row] = { ...cases[row]!, name }
  plan.cells.forEach(({ row, column, reading }, index) => {
    const entry = 'entry' in reading ? reading.entry : chosen.get(index)
    if (entry === undefined && !('entry' in reading)) return
    const into = cases[row]!
    cases[row] = { ...into, submission: withEntry(into.submission, column.place, entry) }
  })
  return setCases(cases)
}
