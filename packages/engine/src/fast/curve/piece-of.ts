import type { ScoreCurve } from '../../curve/score-curve.ts'
import { constantState } from '../constant.ts'
import { UNSURE } from '../lane.ts'
import type { Plan } from '../plan.ts'
import type { NumberValue, Register } from '../value.ts'
import { CurveTable, type EdgeUnits } from './curve-table.ts'
import { edgeUnits } from './draw-table.ts'
import { LevelsStep } from './levels-step.ts'
import { LEVEL_UNITS } from './printed-step.ts'
import { Ratio } from './ratio.ts'

/** Which piece of the curve x falls into, from 0: for the structured trace. */
export function pieceOf(plan: Plan, x: NumberValue, { pieces }: ScoreCurve): Register {
  const edges: EdgeUnits[] = []
  const unit = Ratio.of(x.scale)
  for (const { to, includesTo } of pieces) {
    if (to === null) break
    const edge = edgeUnits(to, includesTo, unit)
    if (edge === undefined) return constantState(plan, UNSURE)
    edges.push(edge)
  }
  const levels = pieces.map((_, index) => ({ ...LEVEL_UNITS, lo: index, hi: index, least: 0, most: 0 }))
  const num = plan.register()
  plan.add(new LevelsStep(num, x, new CurveTable(plan.numbers, edges, levels, 'floor')))
  return num
}
