import { type CompiledScheme, cellFormulas, cellValues } from '@yardstick/engine'
import type { Evaluation, Submission } from '@yardstick/model'

/**
 * An evaluation as an Excel workbook: the engine's scores, beside each a formula that recomputes it, and marks where the two
 * differ. The writer is loaded when it is first wanted.
 */
export async function workbookOf(
  compiled: CompiledScheme,
  submission: Submission,
  evaluation: Evaluation,
): Promise<Uint8Array> {
  const [{ placeScores, scoreWorkbook }, { writeWorkbook }] = await Promise.all([
    import('@yardstick/exchange/render/score-workbook'),
    import('@yardstick/exchange/write/xlsx'),
  ])
  const { scheme } = compiled
  const formulas = cellFormulas(compiled, placeScores(scheme, evaluation.language), evaluation)
  const values = cellValues(compiled, submission)
  return writeWorkbook(scoreWorkbook({ scheme, evaluation, formulas, values }))
}
