import type { Scope } from '@yardstick/formula'
import { CivilDate, conversion, Exact, type Issue, issue, type Target, unitOf } from '@yardstick/model'
import { compileFormula, type Place } from './compile-formula.ts'
import type { CompiledTarget, ResolvedTarget, ShownAs } from './compiled.ts'

/** A target in the unit of the value it is held against; dates become day numbers. */
export function compileTarget(
  target: Target | undefined,
  actual: ShownAs,
  scope: Scope,
  at: Place,
  issues: Issue[],
): CompiledTarget | undefined {
  if (target === undefined) return undefined
  if ('text' in target) return { kind: 'text', text: target.text }
  if ('date' in target) {
    const date = CivilDate.parse(target.date)
    if (date === undefined) {
      issues.push(issue('SCORING_TARGET_DATE', { ...at, expected: 'YYYY-MM-DD', found: target.date }))
      return undefined
    }
    return { kind: 'constant', resolved: { comparator: target.comparator, value: Exact.integer(date.dayNumber) } }
  }
  if ('formula' in target) {
    const formula = compileFormula(target.formula, scope, { ...at, pointer: `${at.pointer}/formula` }, issues)
    if (formula === undefined) return undefined
    const factor = unitFactor(formula.result.unit, actual, at, issues)
    return factor && { kind: 'formula', comparator: target.comparator, formula, factor }
  }
  const factor = unitFactor(target.unit, actual, at, issues)
  if (factor === undefined) return undefined
  const read = (text: string) => (text.endsWith('%') ? Exact.of(text) : Exact.of(text).times(factor))
  const resolved: ResolvedTarget =
    'low' in target
      ? { low: read(target.low), high: read(target.high) }
      : { comparator: target.comparator, value: read(target.value) }
  return { kind: 'constant', resolved }
}

/** How a number in the target's unit becomes one in the actual's; a percentage of a rate is a hundredth. */
function unitFactor(unit: string | undefined, actual: ShownAs, at: Place, issues: Issue[]): Exact | undefined {
  if (unit === undefined) return Exact.one
  const { kind, factor } = unitOf(unit)
  if (kind === 'ratio' && (actual.unit === undefined || unitOf(actual.unit).kind === 'ratio')) return factor
  const converted = conversion(unit, actual.unit)
  if (converted === undefined) {
    issues.push(issue('SCORING_TARGET_UNIT', { ...at, expected: actual.unit ?? null, found: unit }))
  }
  return converted
}
