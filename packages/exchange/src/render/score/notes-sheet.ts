import { isBranch, walk } from '@yardstick/model'
import type { WorkbookCell, WorkbookSheet } from '../workbook.ts'
import type { ScoreWorkbookInput } from './score-input.ts'
import type { ScoreWords } from './score-words.ts'

/** 说明: what the columns mean, how exact the formulas are, which indicators they leave out and why, and what was scored. */
export function notesSheet(words: ScoreWords, { scheme, evaluation, formulas }: ScoreWorkbookInput): WorkbookSheet {
  const refused = walk(scheme).flatMap(({ node, path }) => {
    const formula = formulas.scores[node.id]
    if (formula === undefined || !('refused' in formula)) return []
    return [[isBranch(node) ? path.join(' / ') : path.slice(-2).join(' / '), words.refused[formula.refused]] as const]
  })
  if ('refused' in formulas.total) refused.push([words.total, words.refused[formulas.total.refused]])
  const about: readonly (readonly [string, string])[] = [
    [words.scheme, `${evaluation.scheme.name} ${evaluation.scheme.version}`],
    [words.schemeHash, evaluation.scheme.hash],
    [words.submissionHash, evaluation.submission.hash],
    [words.engine, evaluation.engine],
    ...(evaluation.note === undefined ? [] : [['', evaluation.note] as const]),
  ]
  const line = ([name, text]: readonly [string, string]): WorkbookCell[] => [
    { content: { text: name }, look: 'header' },
    { content: { text }, look: 'text' },
  ]
  return {
    name: words.notes,
    columns: [28, 90],
    rows: [
      [{ content: { text: words.notes }, look: 'title' }],
      ...words.explained.map(line),
      ...about.map(line),
      ...(refused.length === 0 ? [] : [[{ content: { text: words.refusedHeading }, look: 'plain' } as const]]),
      ...refused.map(line),
    ],
    merges: [{ row: 0, column: 0, rowSpan: 1, columnSpan: 2 }],
    frozen: { rows: 1, columns: 0 },
    marked: [],
  }
}
