import type { Exact, Issue, Scoring, StepCount } from '@yardstick/model'
import type { ConditionSet } from '../evaluate/rules.ts'
import type { CheckedFormula } from './checked-formula.ts'
import type { CompiledMethod, CompiledTarget, ShownAs } from './compiled.ts'
import { type CurveScoringMethod, curveMethod, numericTarget } from './curve-of.ts'
import { inRatioUnit, ratioUnit } from './ratio-unit.ts'

/** What a method is made of. `curve` is the one drawn while it was checked. */
export interface MethodParts extends Omit<CompiledMethod, 'letGo'> {
  readonly points: Exact
  readonly stepCount: StepCount | undefined
}

/**
 * Every leaf has one of these, so they are of one shape and hold nothing twice. A curve takes more room than all the rest,
 * and few look at it once a plan is made: it can be let go, and is then drawn again for whoever asks.
 */
export class Method implements CompiledMethod {
  readonly scoring: Scoring
  readonly broken: Issue | undefined
  readonly isUndeclared: boolean
  readonly actual: CheckedFormula | undefined
  readonly shown: ShownAs
  readonly target: CompiledTarget | undefined
  readonly formula: CheckedFormula | undefined
  readonly conditionKeys: ReadonlyMap<string, string>
  readonly records: ConditionSet | undefined
  private readonly points: Exact
  private readonly stepCount: StepCount | undefined
  /** null where it has been let go. */
  private drawn: CompiledMethod['curve'] | null

  constructor(parts: MethodParts) {
    this.scoring = parts.scoring
    this.broken = parts.broken
    this.isUndeclared = parts.isUndeclared
    this.actual = parts.actual
    this.shown = parts.shown
    this.target = parts.target
    this.formula = parts.formula
    this.conditionKeys = parts.conditionKeys
    this.records = parts.records
    this.points = parts.points
    this.stepCount = parts.stepCount
    this.drawn = parts.curve
  }

  get curve(): CompiledMethod['curve'] {
    if (this.drawn === null) this.drawn = this.drawnAgain()
    return this.drawn
  }

  letGo(): void {
    this.actual?.letGo()
    this.formula?.letGo()
    if (this.target?.kind === 'formula') this.target.formula.letGo()
    if (typeof this.drawn === 'object' && isCurveScoring(this.scoring)) this.drawn = null
  }

  private drawnAgain(): CompiledMethod['curve'] {
    const { points, stepCount, shown, target } = this
    const scoring = inRatioUnit(this.scoring as CurveScoringMethod, ratioUnit(shown))
    const { draw } = curveMethod(scoring, { points, stepCount, at: NOWHERE }, numericTarget(target))
    const curve = draw?.(target?.kind === 'constant' ? target.resolved : undefined)
    if (curve === undefined || !('pieces' in curve)) throw new Error('a curve that was drawn cannot be drawn')
    return curve
  }
}

/** What was right when it was compiled has no issues to place. */
const NOWHERE = { pointer: '', where: [] }

/** Drawn from the method, its target and its points alone. */
function isCurveScoring(scoring: Scoring): scoring is CurveScoringMethod {
  return ['ratio', 'steps', 'bands', 'curve', 'pass'].includes(scoring.method)
}
