import {
  CivilDate,
  Exact,
  type Issue,
  type IssueCode,
  issue,
  type Reading,
  type RecordList,
  type Value,
} from '@yardstick/model'
import type { ColumnNode, Node } from './formula.ts'

/** Readings as a formula makes them: present values with their 待核 mark, errors with their place. */
export type Present = Extract<Reading, { state: 'present' }>
export type Row = ReadonlyMap<string, Reading>

/** How many bits a number may grow to on the way. */
export const MAX_BITS = 8_192

/** What a function may ask for while it computes: its arguments, and the records of lists. */
export interface Machine {
  evaluate(node: Node): Reading
  /** A list item's reading; where it is present its value is a `RecordList`. */
  records(list: string, node: Node): Reading
  /** A field of one of a list's records, in the unit that the function computes in. */
  cell(node: ColumnNode, row: Row): Reading
  /** The same readings with a record at hand; `shared` goes from record to record of one list. */
  within(row: Row, shared: Shared): Machine
}

/** Calls inside a condition over records that read no record, with their one result. */
export type Shared = Map<Node, Reading | 'by record'>

/** A present reading of a computed value. */
export function made(value: Value, provisional: true | undefined): Present {
  return provisional === undefined ? { state: 'present', value } : { state: 'present', value, provisional }
}

/** A computed number, unless it has outgrown what a formula may hold. */
export function bounded(value: Exact, provisional: true | undefined, node: Node): Reading {
  return value.isTooLarge ? failed(problem('FORMULA_TOO_LARGE', node, MAX_BITS, null)) : made(value, provisional)
}

export function failed(found: Issue): Reading {
  return { state: 'error', issue: found }
}

/** An issue at the place of a node. */
export function problem(code: IssueCode, node: Node, expected: Issue['expected'], found: Issue['found']): Issue {
  return issue(code, { span: node.at.span, expected, found })
}

export function anyProvisional(readings: Iterable<Reading>): true | undefined {
  for (const reading of readings) if (reading.state === 'present' && reading.provisional) return true
  return undefined
}

export function provisionally(reading: Reading, provisional: true | undefined): Reading {
  return provisional && reading.state === 'present' ? { ...reading, provisional } : reading
}

export function onNumber(reading: Reading, node: Node, compute: (value: Exact) => Exact): Reading {
  return reading.state === 'present' ? bounded(compute(reading.value as Exact), reading.provisional, node) : reading
}

export function rowsOf(list: Present): readonly Row[] {
  return (list.value as RecordList).rows
}

/** −1, 0 or 1 for two values of one type; for texts and truth values only 0 has a meaning. */
export function order(left: Value, right: Value): -1 | 0 | 1 {
  if (left instanceof Exact) return left.compare(right as Exact)
  if (left instanceof CivilDate) {
    const days = left.dayNumber - (right as CivilDate).dayNumber
    return days < 0 ? -1 : days > 0 ? 1 : 0
  }
  return left === right ? 0 : 1
}
