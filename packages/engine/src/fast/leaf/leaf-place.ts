import { roundBy } from '@yardstick/model'
import type { CompiledLeaf, CompiledScheme } from '../../compile/compiled.ts'
import { policyOf } from '../../compile/policy.ts'
import { isZeroWhenMissing } from '../../evaluate/finish-leaf.ts'
import { printedDigits } from '../curve/printed.ts'
import { FAULT, MISSING, NO_SCORE, NOT_APPLICABLE, SAFE } from '../lane.ts'
import type { Plan } from '../plan.ts'
import type { Register, ScoreValue } from '../value.ts'
import { wholeUnits } from '../whole-units.ts'

/** Where a leaf's score stands, and what becomes of rows that have no points by their method. */
export interface LeafPlace extends ScoreValue {
  readonly leaf: CompiledLeaf
  /** The leaf's points in units of 10^−`pointsDigits` of the plan; NaN where they are beyond `SAFE`. */
  readonly points: number
  readonly missing: LeftOut
  readonly error: LeftOut
  /** undefined where the reference has to say. */
  readonly notApplicable: LeftOut | undefined
}

/** What a leaf comes to that has no points by its method. */
export interface LeftOut {
  readonly state: number
  /** Printed; read only without `NO_SCORE`. */
  readonly score: number
  /** Of its points: those that count, and those that its siblings take over. */
  readonly applicable: number
  readonly toSiblings: number
}

/** num  the register of the printed score */
export function leafPlace(plan: Plan, leaf: CompiledLeaf, num: Register): LeafPlace {
  const digits = printedDigits(leaf.rounding)
  const units = plan.inPointsUnits(leaf.points)
  const points = units < SAFE ? units : Number.NaN
  const none = { score: 0, applicable: points, toSiblings: 0 }
  return {
    leaf,
    num,
    digits,
    applicable: plan.register(),
    toSiblings: plan.register(),
    points,
    missing: { ...none, state: isZeroWhenMissing(leaf, plan.compiled) ? MISSING : MISSING | NO_SCORE },
    error: { ...none, state: FAULT | NO_SCORE },
    notApplicable: whenNotApplicable(leaf, digits, points, plan.compiled),
  }
}

function whenNotApplicable(
  leaf: CompiledLeaf,
  digits: number,
  points: number,
  { scheme }: CompiledScheme,
): LeftOut | undefined {
  const policy = policyOf(scheme, leaf.node)
  switch (policy) {
    case 'full': {
      const score = wholeUnits(roundBy(leaf.points, leaf.rounding), digits)
      return score === undefined ? undefined : { state: NOT_APPLICABLE, score, applicable: points, toSiblings: 0 }
    }
    case 'group-mean':
      return undefined
    default: {
      const toSiblings = policy === 'siblings' ? points : 0
      return { state: NOT_APPLICABLE | NO_SCORE, score: 0, applicable: 0, toSiblings }
    }
  }
}
