import { Exact, type Rounding } from '@yardstick/model'
import type { ScoreCurve } from '../../curve/score-curve.ts'
import { constantState } from '../constant.ts'
import type { Place } from '../formula/place.ts'
import { UNSURE } from '../lane.ts'
import type { Plan } from '../plan.ts'
import type { Step } from '../step.ts'
import type { NumberValue, Register } from '../value.ts'
import { CurveStep } from './curve-step.ts'
import type { CurveTable } from './curve-table.ts'
import { drawTable } from './draw-table.ts'
import { LevelsStep } from './levels-step.ts'
import { LineStep } from './line-step.ts'
import { PeakStep } from './peak-step.ts'
import { type Printed, type Printing, printedDigits } from './printed.ts'

/** The points of a curve at x, clamped to [0, points] and rounded. The state is that of x. */
export function curveScore(plan: Plan, x: NumberValue, curve: ScoreCurve, at: Printing): Printed {
  const digits = printedDigits(at.rounding)
  const table = drawTable(plan.numbers, curve, x.scale, at)
  if (table === undefined) return { num: constantState(plan, UNSURE), digits }
  const num = plan.register()
  plan.add(new (kernelOf(table))(num, x, table))
  return { num, digits }
}

function kernelOf(table: CurveTable): new (to: Register, x: Place, table: CurveTable) => Step {
  if (table.isLevels) return LevelsStep
  if (table.isLine) return LineStep
  return table.isPeak ? PeakStep : CurveStep
}

/** Points that came about in any way, clamped to [0, points] and rounded. */
export function roundedScore(plan: Plan, value: NumberValue, points: Exact, rounding: Rounding): Printed {
  return curveScore(plan, value, AS_IT_IS, { points, rounding })
}

/** Points as a function of themselves. */
export const AS_IT_IS: ScoreCurve = {
  pieces: [
    {
      from: null,
      to: null,
      includesFrom: false,
      includesTo: false,
      shape: { kind: 'linear', at: Exact.zero, score: Exact.zero, slope: Exact.one },
    },
  ],
}
