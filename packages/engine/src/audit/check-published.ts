import { type Issue, issue, pointer, sum } from '@yardstick/model'
import { exactOf, knownScore, plainName, type RowView, type SheetView } from './sheet-view.ts'

/**
 * The scores a report prints once more beside its table (`published.perLevel1`, `perLevel2`) against the rows of that
 * name. A name that no row or more than one different row bears is left alone.
 */
export function checkPublished(view: SheetView): Issue[] {
  const { perLevel1, perLevel2 } = view.sheet.published
  const repeated = [
    ...Object.entries(perLevel1 ?? {}).map(([name, score]) => ({ key: 'perLevel1', depth: 0, name, score })),
    ...Object.entries(perLevel2 ?? {}).map(([name, score]) => ({ key: 'perLevel2', depth: 1, name, score })),
  ]
  return [...repeated.flatMap((each) => checkRepeated(view, each)), ...checkTotalOfLevel1(view)]
}

interface Repeated {
  readonly key: string
  readonly depth: number
  readonly name: string
  readonly score: number
}

function checkRepeated(view: SheetView, { key, depth, name, score }: Repeated): Issue[] {
  const printed = exactOf(score)
  const rows = rowsNamed(view, depth, name)
  const scores = rows.flatMap((each) => knownScore(each) ?? [])
  const [row] = rows
  const [inTable] = scores
  if (printed === undefined || row === undefined || inTable === undefined || scores.length < rows.length) return []
  if (scores.some((each) => each.round(printed.decimalDigits ?? 0).equals(printed))) return []
  if (scores.some((each) => !each.equals(inTable))) return []
  const expected = inTable.toText()
  return [
    issue('AUDIT_PUBLISHED_SCORE', {
      pointer: `/published${pointer(key, name)}`,
      where: row.names,
      expected,
      found: printed.toText(),
    }),
  ]
}

function rowsNamed(view: SheetView, depth: number, name: string): readonly RowView[] {
  const level = view.rows.filter((each) => each.depth === depth)
  const exact = level.filter((each) => each.row.name === name)
  return exact.length > 0 ? exact : level.filter((each) => plainName(each.row.name) === plainName(name))
}

/** Where the rows themselves print too little to add up, the repeated scores of all of them must give the total. */
function checkTotalOfLevel1(view: SheetView): Issue[] {
  const { root, sheet } = view
  const entries = Object.values(sheet.published.perLevel1 ?? {}).map(exactOf)
  const scores = entries.flatMap((each) => each ?? [])
  const isAll = scores.length === entries.length && scores.length >= Math.max(root.children.length, 1)
  if (root.score === undefined || root.scoreSum !== undefined || !root.isComplete || !isAll) return []
  if (root.children.some((each) => each.role !== 'plain')) return []
  const total = sum(scores)
  if (total.round(root.score.decimalDigits ?? 0).equals(root.score)) return []
  return [
    issue('AUDIT_SCORE_SUM', { pointer: root.scorePointer, expected: total.toText(), found: root.score.toText() }),
  ]
}
