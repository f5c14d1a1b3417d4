import { isJudged, leaves, type Scheme } from '@yardstick/model'
import type { Workbook } from '../workbook.ts'
import { dataSheet } from './data-sheet.ts'
import { notesSheet } from './notes-sheet.ts'
import type { Formula, Formulas, ScoreWorkbookInput } from './score-input.ts'
import { layOutScores, type Placement } from './score-layout.ts'
import { scoreSheet } from './score-sheet.ts'
import { type ScoreWords, scoreWords } from './score-words.ts'

/** Where the values and scores of a scheme stand in its score workbook. */
export function placeScores(scheme: Scheme, language: 'zh' | 'en'): Placement {
  return layOutScores(scheme, language).placement
}

/**
 * An evaluation as a workbook that recomputes itself: 评分表 with the engine's scores beside live formulas and what differs,
 * 数据 with the values the formulas read, 说明; in the language of the evaluation.
 *
 *     const formulas = cellFormulas(compiled, placeScores(scheme, 'zh'), evaluation)
 *     const values = cellValues(compiled, submission)
 *     scoreWorkbook({ scheme, evaluation, formulas, values })
 */
export function scoreWorkbook(given: ScoreWorkbookInput): Workbook {
  const { scheme, evaluation } = given
  const layout = layOutScores(scheme, evaluation.language)
  const words = scoreWords[evaluation.language]
  const input = { ...given, formulas: formulasHere(given, words) }
  return {
    title: words.heading(scheme.name),
    language: evaluation.language,
    sheets: [scoreSheet(layout, words, input), dataSheet(layout, words, input), notesSheet(words, input)],
  }
}

/**
 * The formulas as they stand on their sheets, where a cell of the same sheet needs no sheet before it. A judged leaf that
 * was scored unit by unit has no judgement of its own to compute from, a wrong entry for a leaf makes it an
 * error, and one that does not apply may wait for the mean of its group: these are copied.
 */
function formulasHere({ scheme, evaluation, formulas, values }: ScoreWorkbookInput, words: ScoreWords): Formulas {
  const on = (sheet: string, all: { readonly [key: string]: Formula }) =>
    Object.fromEntries(Object.entries(all).map(([key, formula]) => [key, onSheet(sheet, formula)]))
  const scores = on(words.scores, formulas.scores)
  const stateById = new Map(evaluation.indicators.map((each) => [each.id, each.state]))
  for (const { node } of leaves(scheme)) {
    const judged = values.judged[node.id]?.state
    const state = stateById.get(node.id)
    // Two rows of a table can hold although a cell that a third one reads is empty.
    const isTwice = node.scoring.method === 'table' && state === 'error'
    if (judged === 'error' || isTwice) scores[node.id] = { refused: 'broken' }
    else if (judged === 'not-applicable' && state === 'missing') scores[node.id] = { refused: 'group' }
    else if (isJudged(node) && judged !== 'present' && (state === 'present' || state === 'error')) {
      scores[node.id] = { refused: 'units' }
    }
  }
  return {
    measures: on(words.data, formulas.measures),
    actuals: on(words.scores, formulas.actuals),
    scores,
    total: onSheet(words.scores, formulas.total),
  }
}

function onSheet(sheet: string, formula: Formula): Formula {
  return 'refused' in formula ? formula : { formula: formula.formula.replaceAll(`'${sheet}'!`, '') }
}
