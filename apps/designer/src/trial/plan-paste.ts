import type { Edit, Entry, Scheme, SchemeCase } from '@yardstick/model'
import type { CellReading } from './read-cell.ts'
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
  readonly renamed: readonly { readonly row: number; readonly name: string }[]
}

export interface PlannedCell {
  readonly row: number
  readonly column: EntryColumn
  readonly text: string
  readonly reading: CellReading
}

type Texts = readonly (readonly string[])[]
type Known = Pick<Scheme, 'notApplicable' | 'cases' | 'year'>

/** The plan for a table with a header; undefined where its first row is none. */
export function planByHeader(
  texts: Texts,
  columns: readonly EntryColumn[],
  scheme: Known,
  newName: string,
): PastePlan | undefined {
  const [head, ...body] = texts
  if (head === undefined || body.length === 0) return undefined
  const columnOf = new Map(columns.flatMap((column) => namesOf(column).map((name) => [fold(name), column])))
  const found = head.map((text) => columnOf.get(fold(text)))
  const known = found.filter((each) => each !== undefined).length
  const filled = head.filter((text) => text.trim() !== '').length
  if (known === 0 || known * 2 < filled - 1) return undefined
  const named = head.findIndex((text) => NAME.test(text.normalize('NFKC').trim()))
  const nameAt = named >= 0 ? named : found[0] === undefined ? 0 : -1
  const cases = scheme.cases ?? []
  const indexOf = new Map(cases.map(({ name }, index) => [fold(name), index]))
  const added: string[] = []
  const cells: PlannedCell[] = []
  for (const row of body) {
    if (row.every((text) => text.trim() === '')) continue
    const name = nameAt < 0 ? '' : (row[nameAt] ?? '').trim()
    const at = name === '' ? undefined : indexOf.get(fold(name))
    const index = at ?? cases.length + added.length
    if (at === undefined) {
      added.push(name === '' ? newName : name)
      if (name !== '') indexOf.set(fold(name), index)
    }
    found.forEach((column, position) => {
      if (column === undefined) return
      const text = row[position] ?? ''
      cells.push(planned(index, column, text, cases[index], scheme))
    })
  }
  const ignored = head.filter((text, at) => text.trim() !== '' && found[at] === undefined && at !== nameAt)
  return { cells, added, ignored, renamed: [] }
}

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
  return { cells, added, ignored: [], renamed }
}

function planned(
  row: number,
  column: EntryColumn,
  text: string,
  into: SchemeCase | undefined,
  scheme: Known,
): PlannedCell {
  const before = into === undefined ? undefined : entryAt(into.submission, column.place)
  return { row, column, text, reading: readColumn(column, text, before, scheme) }
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

const NAME =
  /^(名称|单位|单位名称|部门|部门名称|预算单位|评价对象|示例|项目|项目名称|name|unit|department|subject|sample)$/i

function namesOf(column: EntryColumn): string[] {
  if ('leaf' in column) return [column.leaf.name, column.leaf.id]
  const { id, label } = column.item
  return label === undefined ? [id] : [id, label]
}

/** A head without its unit in brackets, spaces and case. */
function fold(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[（(【[][^（()）【】[\]]*[）)】\]]\s*$/, '')
    .replace(/\s+/g, '')
    .toLowerCase()
}
