import { checkFormula, type Expression, parseFormula, type Scope } from '@yardstick/formula'
import { hasError, type Issue, type Measure, type Result } from '@yardstick/model'
import { CheckedFormula } from './checked-formula.ts'

export interface Place {
  readonly pointer: string
  readonly where: readonly string[]
}

/** Text → checked formula, its issues placed in the document. A formula with an error is not given back. */
export function compileFormula(text: string, scope: Scope, at: Place, issues: Issue[]): CheckedFormula | undefined {
  return checkParsed(text, parseFormula(text), scope, at, issues)
}

/** The same of a text that has been parsed before; `as` is the type and unit it must come to. */
export function checkParsed(
  text: string,
  parsed: Result<Expression>,
  scope: Scope,
  at: Place,
  issues: Issue[],
  as?: Pick<Measure, 'type' | 'unit'>,
): CheckedFormula | undefined {
  if (!parsed.ok) {
    issues.push(...parsed.issues.map((each) => ({ ...each, ...at })))
    return undefined
  }
  const declared = as && { type: as.type, ...(as.unit === undefined ? {} : { unit: as.unit }) }
  const checked = checkFormula(parsed.value, scope, declared)
  issues.push(...checked.issues.map((each) => ({ ...each, ...at })))
  if (checked.formula === undefined || hasError(checked.issues)) return undefined
  return new CheckedFormula(text, declared, scope, checked.formula)
}
