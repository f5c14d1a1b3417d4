import { Exact, type Grade, type Issue, issue } from '@yardstick/model'
import type { CompiledScheme } from '../compile/compiled.ts'
import { mend, withMends } from './mend.ts'

/**
 * Grades are lower bounds, best first: bounds descend and differ, the lowest grade has none, so every total has exactly
 * one grade; the best can be reached.
 *
 * source  design.md 10; domain.md 1.4 T17
 */
export function checkGrades({ scheme, ceiling }: CompiledScheme): Issue[] {
  const grades = scheme.grades ?? []
  if (grades.length === 0) return []
  return [...checkNames(grades), ...checkOrder(grades), ...checkLowest(grades), ...checkReach(grades, ceiling)]
}

function checkNames(grades: readonly Grade[]): Issue[] {
  return grades.flatMap(({ name }, index) => {
    const isTaken = grades.findIndex((other) => other.name === name) < index
    return isTaken ? [issue('SCHEME_ID_TWICE', { pointer: `/grades/${index}/name`, where: [name], found: name })] : []
  })
}

function checkOrder(grades: readonly Grade[]): Issue[] {
  const isDescending = grades.every(({ from }, index) => {
    const next = grades[index + 1]
    if (next === undefined) return true
    return from !== undefined && (next.from === undefined || Exact.of(next.from).lessThan(Exact.of(from)))
  })
  if (isDescending) return []
  const sorted = [...grades].sort((a, b) => compareBounds(b, a))
  const found = issue('SCHEME_GRADE_ORDER', {
    pointer: '/grades',
    expected: sorted.map(shown),
    found: grades.map(shown),
  })
  const isDistinct = sorted.every((each, index) => index === 0 || compareBounds(sorted[index - 1]!, each) !== 0)
  return [
    isDistinct
      ? withMends(found, mend({ type: 'set-grades', grades: sorted }, '由高到低排列', 'Put them in order'))
      : found,
  ]
}

/** No bound lies below every bound. */
function compareBounds(a: Grade, b: Grade): number {
  if (a.from === undefined || b.from === undefined) return Number(b.from === undefined) - Number(a.from === undefined)
  return Exact.of(a.from).compare(Exact.of(b.from))
}

const shown = ({ name, from }: Grade) => (from === undefined ? name : `${name} ${from}`)

/** Asked of the lowest bound, wherever it stands. A bound of 0 leaves nothing below it, since no total is negative. */
function checkLowest(grades: readonly Grade[]): Issue[] {
  const lowest = grades.reduce((low, each) => (compareBounds(each, low) < 0 ? each : low))
  const { name, from } = lowest
  if (from === undefined || Exact.of(from).sign <= 0) return []
  const at = { pointer: `/grades/${grades.indexOf(lowest)}/from`, where: [name] }
  const open = grades.map((each) => (each === lowest ? { name } : each))
  const edit = { type: 'set-grades', grades: open } as const
  return [
    withMends(
      issue('SCHEME_GRADE_LOWEST', { ...at, found: name }),
      mend(edit, '去掉最低等级的下限', 'Remove the lowest bound'),
    ),
  ]
}

function checkReach(grades: readonly Grade[], ceiling: Exact): Issue[] {
  return grades.flatMap(({ name, from }, index) => {
    if (from === undefined || Exact.of(from).atMost(ceiling)) return []
    const at = { pointer: `/grades/${index}/from`, where: [name] }
    return [issue('SCHEME_GRADE_UNREACHABLE', { ...at, expected: ceiling.toText(), found: { name, from } })]
  })
}
