import { Exact, type TableScoring } from '@yardstick/model'
import type { CompiledLeaf } from '../../compile/compiled.ts'
import { scoreValue } from '../../curve/plain-curves.ts'
import { itemTruth } from '../condition/item-truth.ts'
import { SAFE } from '../lane.ts'
import type { Plan } from '../plan.ts'
import type { NumberValue } from '../value.ts'
import { commonDenominator } from './common-denominator.ts'
import { TableStep } from './table-step.ts'

/** What a decision table comes to, not clamped yet; undefined where its points are no whole numbers of one unit. */
export function tableValue(plan: Plan, { method, points }: CompiledLeaf): NumberValue | undefined {
  const { rows, hit, otherwise } = method.scoring as TableScoring
  const scores = [otherwise, ...rows.map((row) => row.score)].map((score) => scoreValue(score, points))
  const common = commonDenominator(scores)
  if (common === undefined) return undefined
  const units = scores.map((score) => Number(score.times(Exact.integer(common)).numerator))
  if (units.reduce((total, each) => total + Math.abs(each), 0) >= SAFE) return undefined
  const table = rows.map(({ when }, index) => {
    const keys = when.map((_, column) => method.conditionKeys.get(`${index}/${column}`))
    return {
      cells: keys.filter((key) => key !== undefined).map((key) => itemTruth(plan, key).num),
      units: units[index + 1]!,
    }
  })
  const num = plan.register()
  plan.add(new TableStep(num, table, hit, units[0]!))
  return { kind: 'number', num, den: undefined, scale: Exact.one.over(Exact.integer(common)) }
}
