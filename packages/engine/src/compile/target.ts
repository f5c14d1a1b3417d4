import type { Scope } from '@yardstick/formula'
import { CivilDate, conversion, Exact, type Issue, issue, type Target, unitOf } from '@yardstick/model'
import { compileFormula, type Place } from './compile-formula.ts'
import type { CompiledTarget, ResolvedTarget, ShownAs } from './compiled.ts'
import { ratioUnit } from './ratio-unit.ts'

/**
 * A target in the unit of the value it is held against; dates become day numbers. Where people judge, a target of another
 * kind than the value (≥ 95% beside a text) is there to be read and nothing is computed from it: it is left out.
 */
export function compileTarget(
  target: Target | undefined,
  actual: ShownAs,
  isComputed: boolean,
  scope: Scope,
  at: Place,
  issues: Issue[],
): CompiledTarget | undefined {
  if (target === undefined) return undefined
  const mismatches = isComputed ? issues : []
  if ('text' in target) return { kind: 'text', text: target.text }
  if ('date' in target) {
    const date = CivilDate.parse(target.date)
    if (date === undefined) {
      issues.push(issue('SCORING_TARGET_DATE', { ...at, expected: 'YYYY-MM-DD', found: target.date }))
      return undefined
    }
    if (!isSameFamily('date', actual, at, mismatches)) return undefined
    return { kind: 'constant', resolved: { comparator: target.comparator, value: Exact.integer(date.dayNumber) } }
  }
  if ('formula' in target) {
    const formula = compileFormula(target.formula, scope, { ...at, pointer: `${at.pointer}/formula` }, issues)
    if (formula === undefined) return undefined
    const { type, unit } = formula.result
    if (!isSameFamily(isNumeric(type) ? 'number' : type, actual, at, mismatches)) return undefined
    const factor = type === 'rate' ? Exact.one.over(ratioUnit(actual)) : unitFactor(unit, actual, at, issues)
    return factor && { kind: 'formula', comparator: target.comparator, formula, factor }
  }
  if (!isSameFamily('number', actual, at, mismatches)) return undefined
  const factor = unitFactor(target.unit, actual, at, issues)
  if (factor === undefined) return undefined
  const read = (text: string) =>
    text.endsWith('%') ? Exact.of(text).over(ratioUnit(actual)) : Exact.of(text).times(factor)
  const resolved: ResolvedTarget =
    'low' in target
      ? { low: read(target.low), high: read(target.high) }
      : { comparator: target.comparator, value: read(target.value) }
  return { kind: 'constant', resolved }
}

/** A date is held against a date and a number against a number; of a leaf without a value nothing is asked. */
function isSameFamily(found: string, actual: ShownAs, at: Place, issues: Issue[]): boolean {
  const expected = actual.type === 'date' ? 'date' : isNumeric(actual.type) ? 'number' : undefined
  if (actual.isNothing === true || found === expected) return true
  issues.push(issue('SCORING_VALUE_TYPE', { ...at, expected: [expected ?? 'text'], found }))
  return false
}

const isNumeric = (type: string) => ['number', 'money', 'rate', 'count'].includes(type)

/** How a number in the target's unit becomes one in the actual's; a percentage of a rate is a hundredth. */
function unitFactor(unit: string | undefined, actual: ShownAs, at: Place, issues: Issue[]): Exact | undefined {
  if (unit === undefined) return Exact.one
  const { kind, factor } = unitOf(unit)
  if (kind === 'ratio' && (actual.unit === undefined || unitOf(actual.unit).kind === 'ratio')) {
    return factor.over(ratioUnit(actual))
  }
  const converted = conversion(unit, actual.unit)
  if (converted === undefined) {
    issues.push(issue('SCORING_TARGET_UNIT', { ...at, expected: actual.unit ?? null, found: unit }))
  }
  return converted
}
