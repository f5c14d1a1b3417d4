import {
  conversion,
  foldedText,
  type Issue,
  type Item,
  issue,
  type Mapping,
  nearest,
  type Scheme,
} from '@yardstick/model'
import { groupAttributes, type HeadName, HeadNames, headText } from './head-names.ts'
import { ATTRIBUTE_HEAD, EITHER_HEADS, IDLE_HEADS, RATIO_UNITS, SUBJECT_HEADS } from './head-words.ts'
import { columnKey, RATIO, type SubjectPart, type TableColumn } from './table-column.ts'

/** The row of heads of a table in which each row is a submission. */
export interface TableHeads {
  /** Of the row with the heads, from 0. */
  readonly row: number
  /** By position; undefined for a column that is not read. */
  readonly columns: readonly (TableColumn | undefined)[]
  readonly heads: readonly string[]
  /** Errors keep the table from being read. */
  readonly issues: readonly Issue[]
}

/** Titles may stand above the heads. */
const MOST_ROWS_ABOVE = 10

/**
 * Finds the heads among the first rows: the row that names most things of the scheme.
 *
 * mapping  local names 名称对照 that the heads may use, with the unit that the mapping says
 * returns  undefined where no row names anything that is scored: this is no table of submissions
 */
export function readHeads(
  rows: readonly (readonly string[])[],
  scheme: Scheme,
  mapping?: Mapping,
): TableHeads | undefined {
  const names = new HeadNames(scheme, mapping)
  let best: TableHeads | undefined
  let most = 0
  rows.slice(0, MOST_ROWS_ABOVE).forEach((heads, row) => {
    const read = columnsOf(heads, names, scheme, mapping)
    const count = read.columns.filter((each) => each !== undefined && !isOfSubject(each)).length
    if (count <= most) return
    most = count
    best = { row, heads, ...read }
  })
  return best
}

const isOfSubject = ({ kind }: TableColumn) =>
  kind === 'subject' || kind === 'attribute' || kind === 'period' || kind === 'computed'

/** What is said where no row of heads was found: some heads that there should be. */
export function noHeads(scheme: Scheme): Issue {
  const asked = new HeadNames(scheme, undefined).all.filter(({ isAsked }) => isAsked)
  return issue('TABLE_HEADS_NONE', { expected: asked.slice(0, 3).map(({ head }) => head) })
}

function columnsOf(
  heads: readonly string[],
  names: HeadNames,
  scheme: Scheme,
  mapping: Mapping | undefined,
): Pick<TableHeads, 'columns' | 'issues'> {
  const issues: Issue[] = []
  const unknown: number[] = []
  const attributes = groupAttributes(scheme)
  const folded = heads.map(headText)
  const hasDepartment = folded.some((text) => SUBJECT_HEADS.department.includes(text))
  const columns = heads.map((head, at): TableColumn | undefined => {
    const text = folded[at]!
    if (text === '') return undefined
    const found = ofScheme(head, text, names, mapping) ?? ofSubject(head, text, attributes, hasDepartment)
    if (found === undefined) {
      if (!IDLE_HEADS.includes(text)) unknown.push(at)
      return undefined
    }
    if (!('issue' in found)) return found
    issues.push(found.issue)
    return undefined
  })
  const placesByKey = new Map<string, number[]>()
  columns.forEach((column, at) => {
    if (column === undefined) return
    const key = columnKey(column)
    placesByKey.set(key, [...(placesByKey.get(key) ?? []), at])
  })
  for (const places of placesByKey.values()) {
    if (places.length === 1) continue
    const [first] = places
    const found = places.map((at) => `${heads[at]} (${at + 1})`)
    issues.push(issue('TABLE_HEAD_TWICE', { expected: headOf(columns[first!]!, names), found }))
  }
  const absent = absentHeads(names, placesByKey)
  for (const at of unknown) {
    const known = absent.flatMap((each) => each.names.slice(0, NAMES_COMPARED))
    const meant = nearest(folded[at]!.replace(/[([][^()[\]]+[)\]]$/, ''), known)
    const expected = absent.find((each) => meant !== undefined && each.names.includes(meant))?.head ?? null
    issues.push(issue('TABLE_HEAD_UNKNOWN', { expected, found: heads[at]! }))
  }
  if (absent.length > 0) {
    const shown = absent.slice(0, MOST_SHOWN).map(({ head }) => head)
    const more = absent.length > MOST_SHOWN ? [`… (${absent.length})`] : []
    issues.push(issue('TABLE_COLUMN_ABSENT', { expected: [...shown, ...more] }))
  }
  return { columns, issues }
}

const MOST_SHOWN = 20
/** Of one thing: the words joined to them make hundreds more. */
const NAMES_COMPARED = 8

type Found = TableColumn | { readonly issue: Issue }

function ofScheme(head: string, text: string, names: HeadNames, mapping: Mapping | undefined): Found | undefined {
  const whole = names.called(text)
  if (whole !== undefined) return only(head, whole, undefined, mapping)
  const [, base = '', unit = ''] = /^(.+?)[([]([^()[\]]+)[)\]]$/.exec(text) ?? []
  const called = base === '' ? undefined : names.called(base)
  if (called === undefined) return undefined
  // The unit as it was written: large and small letters tell some apart.
  const written = /[([]([^()[\]]+)[)\]]$/.exec(foldedText(head))?.[1]?.trim() ?? unit
  return only(head, called, written, mapping)
}

function only(
  head: string,
  called: readonly HeadName[],
  unit: string | undefined,
  mapping: Mapping | undefined,
): Found | undefined {
  const fitting = unit === undefined ? called : called.filter(({ column }) => takesUnit(column, unit))
  const [name, ...others] = fitting
  if (name === undefined) {
    const [first] = called
    if (first?.column.kind !== 'item') return undefined
    return { issue: issue('TABLE_HEAD_UNIT', { expected: first.head, found: head }) }
  }
  if (others.length > 0) {
    const expected = fitting.map((each) => exactHead(each))
    return { issue: issue('TABLE_HEAD_UNCLEAR', { expected, found: head }) }
  }
  const { column } = name
  if (column.kind !== 'item') return column
  if (column.item.type === 'list') return { issue: issue('TABLE_HEAD_LIST', { found: head }) }
  const beside = unit ?? localUnit(head, column.item, mapping)
  return beside === undefined ? column : { ...column, beside: ratioUnit(column.item, beside) }
}

/** A head by which only this is called. */
function exactHead({ column, head }: HeadName): string {
  if (column.kind === 'item') return head
  return 'leaf' in column ? column.leaf.id : head
}

function takesUnit(column: TableColumn, unit: string): boolean {
  if (column.kind === 'points') return /^(\d+(\.\d+)?)?(分|得分|points)$/i.test(unit)
  if (column.kind !== 'item') return false
  const { type, unit: own } = column.item
  if (type === 'rate') return unit === '%' || unit === '‰' || RATIO_UNITS.includes(unit.toLowerCase())
  const isNumber = type === 'number' || type === 'money' || type === 'count'
  return isNumber && conversion(unit, own) !== undefined
}

function ratioUnit(item: Item, unit: string): string {
  return item.type === 'rate' && RATIO_UNITS.includes(unit.toLowerCase()) ? RATIO : unit
}

/** Under its local name a figure stands in the local unit. */
function localUnit(head: string, { id }: Item, mapping: Mapping | undefined): string | undefined {
  const local = mapping !== undefined && Object.hasOwn(mapping.items, id) ? mapping.items[id] : undefined
  return local !== undefined && headText(local.name) === headText(head) ? local.unit : undefined
}

function ofSubject(
  head: string,
  text: string,
  attributes: ReadonlySet<string>,
  hasDepartment: boolean,
): TableColumn | undefined {
  const attribute = ATTRIBUTE_HEAD.exec(head.trim())?.[1] ?? [...attributes].find((each) => headText(each) === text)
  if (attribute !== undefined) return { kind: 'attribute', name: attribute.trim() }
  if (EITHER_HEADS.includes(text)) return { kind: 'subject', part: hasDepartment ? 'unit' : 'department' }
  for (const [part, heads] of Object.entries(SUBJECT_HEADS)) {
    if (!heads.includes(text)) continue
    return part === 'period' ? { kind: 'period' } : { kind: 'subject', part: part as SubjectPart }
  }
  return undefined
}

const headOf = (column: TableColumn, names: HeadNames): string => {
  const key = columnKey(column)
  return names.all.find((each) => columnKey(each.column) === key)?.head ?? key
}

/** What the table should have a column of and has not. A leaf with all elements in one column lacks none of them. */
function absentHeads(names: HeadNames, there: ReadonlyMap<string, unknown>): HeadName[] {
  return names.all.filter(({ column, isAsked }) => {
    if (!isAsked || there.has(columnKey(column))) return false
    return column.kind !== 'element' || !there.has(columnKey({ kind: 'elements', leaf: column.leaf }))
  })
}
