import { checkFormula, type Expression, type Formula, parseFormula, type Scope } from '@yardstick/formula'
import { hasError, type Issue, type Measure, type Result } from '@yardstick/model'

export interface Place {
  readonly pointer: string
  readonly where: readonly string[]
}

/**
 * Text → checked formula, its issues placed in the document; `as` is the type and unit it must come to. A formula
 * with an error is not given back.
 */
export function compileFormula(
  text: string,
  scope: Scope,
  at: Place,
  issues: Issue[],
  as?: Pick<Measure, 'type' | 'unit'>,
): Formula | undefined {
  return checkParsed(parseFormula(text), scope, at, issues, as)
}

/** The same of a text that has been parsed before. */
export function checkParsed(
  parsed: Result<Expression>,
  scope: Scope,
  at: Place,
  issues: Issue[],
  as?: Pick<Measure, 'type' | 'unit'>,
): Formula | undefined {
  if (!parsed.ok) {
    issues.push(...parsed.issues.map((each) => ({ ...each, ...at })))
    return undefined
  }
  const checked = checkFormula(
    parsed.value,
    scope,
    as && { type: as.type, ...(as.unit === undefined ? {} : { unit: as.unit }) },
  )
  issues.push(...checked.issues.map((each) => ({ ...each, ...at })))
  return hasError(checked.issues) ? undefined : checked.formula
}
