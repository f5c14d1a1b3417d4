import { checkFormula, type Declared, type Formula, parseFormula, printWithValues } from '@yardstick/formula'
import {
  digitsOf,
  hasError,
  type Issue,
  type Language,
  type Reading,
  type ReadingState,
  type Submission,
} from '@yardstick/model'
import type { CompiledScheme, ShownAs } from '../compile/compiled.ts'
import { Inputs, shownAsItem, showReading } from '../evaluate/inputs.ts'

/**
 * What names and formulas come to for one submission, as plain data for editors: nothing is scored.
 */
export interface ShownReading {
  readonly state: ReadingState
  /** "145.6万元", "91%", "是"; "—" where there is no value. */
  readonly shown: string
  /** 待核 */
  readonly provisional?: true
  /** What keeps it from having a value, where the state is an error. */
  readonly issue?: Issue
}

export interface FormulaPreview extends ShownReading {
  /** The formula with its values: （145.6 ÷ 145.6）× 100% = 100%. */
  readonly withValues: string
}

/** Every item and measure of the scheme, by name. */
export function readNames(
  compiled: CompiledScheme,
  submission: Submission,
  language: Language,
): { [name: string]: ShownReading } {
  const inputs = new Inputs(compiled, submission)
  const items = compiled.scheme.items.map((item) => [item.id, shownAsItem(item)] as const)
  const measures = [...compiled.measureByName.values()].map(({ measure }) => {
    return [measure.id, { type: measure.type, unit: measure.unit, digits: digitsOf(measure) }] as const
  })
  return Object.fromEntries([...items, ...measures].map(([name, as]) => [name, shown(inputs.read(name), as, language)]))
}

/**
 * A formula that is being written, for one submission.
 *
 * as       the type and unit that its place expects
 * returns  null where the text is no formula of this scheme; what is wrong with it is for `checkFormula` to say
 */
export function previewFormula(
  compiled: CompiledScheme,
  submission: Submission,
  text: string,
  language: Language,
  as?: Declared,
): FormulaPreview | null {
  const parsed = parseFormula(text)
  if (!parsed.ok) return null
  const { formula, issues } = checkFormula(parsed.value, compiled.scope, as)
  if (formula === undefined || hasError(issues)) return null
  const inputs = new Inputs(compiled, submission)
  const { type, unit } = as ?? resultOf(formula)
  const form: ShownAs = { type: plainType(type), unit, digits: undefined }
  const withValues = printWithValues(formula, inputs.read, language, { result: { type, ...(unit ? { unit } : {}) } })
  return { ...shown(inputs.evaluate(formula), form, language), withValues }
}

/** A name by itself is shown as it shows itself. */
function resultOf({ expression, scope, result }: Formula): { type: string; unit?: string | undefined } {
  const info = expression.kind === 'name' ? scope.find(expression.name) : undefined
  return info === undefined ? result : { type: info.type, unit: info.unit }
}

function plainType(type: string): ShownAs['type'] {
  return type === 'choice' || type === 'list' ? 'text' : (type as ShownAs['type'])
}

function shown(reading: Reading, as: ShownAs, language: Language): ShownReading {
  return {
    state: reading.state,
    shown: showReading(reading, as, language),
    ...(reading.state === 'present' && reading.provisional === true ? { provisional: true } : {}),
    ...(reading.state === 'error' ? { issue: reading.issue } : {}),
  }
}
