import { conversion, Exact, type Issue, issue, roundBy } from '@yardstick/model'
import type { CompiledLeaf, CompiledScheme } from '../compile/compiled.ts'
import { ratioUnit } from '../compile/ratio-unit.ts'
import { scoreAt } from '../curve/score-curve.ts'
import { type Printed, readPrinted } from './printed.ts'
import { readAmount, readDay } from './read-goal.ts'
import type { RowView } from './sheet-view.ts'

/**
 * The score that the scheme's rule gives for the value printed in the row, against the score printed. Only a rule that is
 * a curve over one value can be held against a sheet, and only where the row prints one value that is surely meant; what
 * a bonus or a deduction of the scheme acts on is left alone, since the sheet does not say whether it did.
 */
export function schemeScore(row: RowView, leaf: CompiledLeaf, compiled: CompiledScheme): Issue[] {
  const { score } = row
  const { curve, scoring, broken } = leaf.method
  if (score === undefined || curve === undefined || typeof curve === 'function' || broken !== undefined) return []
  if (scoring.method === 'rank' || compiled.rulesByLeaf.has(leaf.node.id)) return []
  const { text, asPrinted, near } = printedValue(row, leaf)
  const given = (x: Exact) => roundBy(scoreAt(curve, x).clamp(Exact.zero, leaf.points), leaf.rounding)
  const digits = score.decimalDigits ?? 0
  const isPrintedAs = (exact: Exact) => exact.round(digits).equals(score) || exact.round(digits, 'down').equals(score)
  if (asPrinted.length === 0 || [...asPrinted, ...near].some((x) => isPrintedAs(given(x)))) return []
  const texts = [...new Set(asPrinted.map((x) => given(x).toText()))]
  const expected = { value: text, score: texts.length === 1 ? texts[0]! : texts }
  return [issue('AUDIT_SCHEME_SCORE', { pointer: row.scorePointer, where: row.names, expected, found: score.toText() })]
}

interface PrintedValue {
  readonly text: string
  /** What it can mean on the curve: a bare 0.96 beside a rate is 96 % or 0.96 %. */
  readonly asPrinted: readonly Exact[]
  /** What would have been printed like it: 23 ÷ 37 as 62.16 %. */
  readonly near: readonly Exact[]
}

function printedValue(row: RowView, leaf: CompiledLeaf): PrintedValue {
  const { data } = row
  const cell = data['actual'] ?? data['rate'] ?? data['occurrences'] ?? ownRate(row)
  const text = String(cell)
  if (leaf.method.shown.type === 'date') {
    const day = readDay(cell)
    return { text, asPrinted: day === undefined ? [] : [Exact.integer(day.dayNumber)], near: [] }
  }
  const printed = readAmount(cell, data['unit'])
  if (printed === undefined) return { text, asPrinted: [], near: [] }
  const { value, digits, isPercent, scale } = printed
  const half = HALF.over(Exact.power10(digits)).times(isPercent ? HUNDREDTH : scale)
  const near = [value.minus(half), value.plus(half)]
  return {
    text,
    asPrinted: inUnitOf(leaf, printed),
    near: near.flatMap((each) => inUnitOf(leaf, { ...printed, value: each })),
  }
}

/** The one percentage whose name is, or is part of, the row's: 满意度 in 参保人员满意度. */
function ownRate({ data, row }: RowView): unknown {
  const alike = Object.entries(data).filter(
    ([key, cell]) => key.length > 1 && row.name.includes(key) && readPrinted(cell)?.isPercent === true,
  )
  return alike.length === 1 ? alike[0]![1] : undefined
}

function inUnitOf({ method: { shown } }: CompiledLeaf, { value, unit, isPercent, scale }: Printed): readonly Exact[] {
  const whole = ratioUnit(shown)
  const isRate = shown.type === 'rate'
  if (isPercent) return isRate || !whole.equals(Exact.one) ? [value.over(whole)] : []
  if (unit === '' && scale.equals(Exact.one)) return isRate ? [value, value.times(HUNDREDTH)] : [value]
  const factor = isRate ? undefined : conversion(unit === '' ? undefined : unit, shown.unit)
  return factor === undefined ? [] : [value.times(factor)]
}

const HALF = Exact.of('0.5')
const HUNDREDTH = Exact.of('0.01')
