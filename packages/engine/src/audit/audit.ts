import type { Issue, ScoreSheet } from '@yardstick/model'
import type { CompiledScheme } from '../compile/compiled.ts'
import { checkDataRates } from './check-data-rates.ts'
import { checkDataSums } from './check-data-sums.ts'
import { checkElements } from './check-elements.ts'
import { checkFacts } from './check-facts.ts'
import { checkGrades } from './check-grades.ts'
import { checkNotes } from './check-notes.ts'
import { checkPublished } from './check-published.ts'
import { checkRange, checkTotalRange } from './check-range.ts'
import { checkRate } from './check-rate.ts'
import { checkScheme } from './check-scheme.ts'
import { checkStandard } from './check-standard.ts'
import { checkSums, findSuspects } from './check-sums.ts'
import { checkTarget } from './check-target.ts'
import { viewSheet } from './sheet-view.ts'

/**
 * What a published score sheet says against itself, in document order: sums, scores above points, rates, grades, elements
 * and standards against points, targets missed under full points, facts that do not recompute.
 *
 * The sheet is taken as printed: a number is never put right first, and `anomalies`, what others found, are not read. A
 * finding is raised only where the printed numbers prove it; where names or sentences leave a choice the sheet has the
 * benefit of the doubt. Exact arithmetic throughout, pure, never throws for what a sheet may hold.
 *
 * sheet    a validated ScoreSheet (`validate('score-sheet', …)`)
 * scheme   that by which it was scored, where it is known: what differs from it comes last, with codes AUDIT_SCHEME_…
 * returns  issues with codes AUDIT_…; an empty list is a sheet without a provable contradiction, not a right one
 * source   design.md 10
 */
export function audit(sheet: ScoreSheet, scheme?: CompiledScheme): Issue[] {
  const view = viewSheet(sheet)
  const suspects = findSuspects(view)
  return [
    ...checkSums(view, view.root, 0),
    ...checkGrades(view),
    ...checkNotes(view),
    ...checkFacts(view),
    ...view.rows.flatMap((row) => [
      ...checkRange(view, row),
      ...checkSums(view, row, row.depth + 1),
      ...suspects.filter((each) => each.pointer === row.scorePointer),
      ...checkRate(view, row),
      ...checkElements(view, row),
      ...checkStandard(view, row),
      ...checkTarget(view, row),
      ...checkDataRates(row),
      ...checkDataSums(row),
    ]),
    ...checkTotalRange(view),
    ...checkPublished(view),
    ...(scheme === undefined ? [] : checkScheme(view, scheme)),
  ]
}
