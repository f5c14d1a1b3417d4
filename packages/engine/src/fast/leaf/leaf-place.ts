import { type NotApplicablePolicy, roundBy } from '@yardstick/model'
import type { CompiledLeaf } from '../../compile/compiled.ts'
import { policyOf } from '../../compile/policy.ts'
import { isZeroWhenMissing } from '../../evaluate/finish-leaf.ts'
import { printedDigits } from '../curve/printed.ts'
import { MISSING, NO_SCORE, SAFE } from '../lane.ts'
import type { Plan } from '../plan.ts'
import type { Register, ScoreValue } from '../value.ts'
import { wholeUnits } from '../whole-units.ts'

/** Where a leaf's score stands, and what becomes of rows that have no points by their method. */
export interface LeafPlace extends ScoreValue {
  readonly leaf: CompiledLeaf
  /** The leaf's points in units of 10^−`pointsDigits` of the plan; −1 where they are not below `SAFE`. */
  readonly points: number
  /** The state of a missing leaf: with `NO_SCORE`, or without, where it counts as zero. */
  readonly missing: number
  readonly policy: NotApplicablePolicy
  /** Under the policy `full` its printed points; −1 where they cannot be written. */
  readonly full: number
}

/** num  the register of the printed score */
export function leafPlace(plan: Plan, leaf: CompiledLeaf, num: Register): LeafPlace {
  const { compiled } = plan
  const digits = printedDigits(leaf.rounding)
  const points = plan.inPointsUnits(leaf.points)
  const policy = policyOf(compiled.scheme, leaf.node)
  return {
    leaf,
    num,
    digits,
    applicable: plan.register(),
    toSiblings: plan.register(),
    points: points < SAFE ? points : -1,
    missing: isZeroWhenMissing(leaf, compiled) ? MISSING : MISSING | NO_SCORE,
    policy,
    full: policy === 'full' ? (wholeUnits(roundBy(leaf.points, leaf.rounding), digits) ?? -1) : -1,
  }
}
