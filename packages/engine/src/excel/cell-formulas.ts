import type { Evaluation } from '@yardstick/model'
import { digitsOf, Exact } from '@yardstick/model'
import type { CompiledMeasure, CompiledScheme } from '../compile/compiled.ts'
import { actualText, formulaText, leafText, type Sheet } from './leaf-text.ts'
import { guardedText, sureDigits } from './number-text.ts'
import { type CellFormula, type CellPlacement, cellFormula, Refused, truthShown } from './placement.ts'
import { branchText, totalText } from './tree-text.ts'

/** Plain data, by name or id. Where a formula is refused its cell holds the value itself, and others may still read it. */
export interface CellFormulas {
  readonly measures: { readonly [name: string]: CellFormula }
  /** Of leaves with an actual value. */
  readonly actuals: { readonly [leaf: string]: CellFormula }
  /** Of every node. */
  readonly scores: { readonly [node: string]: CellFormula }
  readonly total: CellFormula
}

/**
 * The same scores as Excel formulas, for a workbook that recomputes what it prints. Read from the score curves, the checked
 * formulas and conditions, so that no second copy of the rules comes about.
 *
 * placement   where things stand; see `CellPlacement`
 * evaluation  says which indicators do not apply, so that their points are shared out; without one all of them apply
 * returns     formulas without =, with English function names. A formula is empty ("") where a cell it needs is empty, and
 *             an error where the engine's score is one; it never takes an empty cell for 0
 * limits      those of Excel's binary numbers, see `number-text.ts`; comparisons inside a scheme's own formulas are Excel's
 */
export function cellFormulas(
  compiled: CompiledScheme,
  placement: CellPlacement,
  evaluation?: Pick<Evaluation, 'indicators'>,
): CellFormulas {
  const absent = (evaluation?.indicators ?? []).filter((each) => each.state === 'not-applicable')
  const sheet: Sheet = { compiled, placement, notApplicable: new Set(absent.map((each) => each.id)) }
  const leaves = compiled.nodes.filter((node) => node.type === 'leaf')
  return {
    measures: Object.fromEntries(
      [...compiled.measureByName].map(([name, measure]) => [name, cellFormula(() => measureText(measure, sheet))]),
    ),
    actuals: Object.fromEntries(
      leaves
        .filter((leaf) => leaf.method.actual !== undefined)
        .map((leaf) => [leaf.node.id, cellFormula(() => actualText(leaf, sheet))]),
    ),
    scores: Object.fromEntries(
      compiled.nodes.map((node) => [
        node.node.id,
        cellFormula(() => (node.type === 'leaf' ? leafText(node, sheet) : branchText(node, sheet))),
      ]),
    ),
    total: cellFormula(() => totalText(sheet)),
  }
}

function measureText({ measure, formula }: CompiledMeasure, sheet: Sheet): string {
  if ('broken' in formula) throw new Refused('broken')
  const { text, cells } = formulaText(formula, sheet)
  if (formula.result.type === 'boolean') return guardedText(cells, truthShown(text, sheet.placement))
  const isNumber = formula.result.type === 'number' || formula.result.type === 'rate'
  if (measure.rounded !== true || !isNumber) return guardedText(cells, text)
  return guardedText(cells, `ROUND(ROUND(${text},${sureDigits(Exact.one)}),${digitsOf(measure)})`)
}
