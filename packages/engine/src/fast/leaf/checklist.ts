import { type ChecklistScoring, Exact } from '@yardstick/model'
import type { CompiledLeaf } from '../../compile/compiled.ts'
import { scoreValue } from '../../curve/plain-curves.ts'
import { itemTruth } from '../condition/item-truth.ts'
import { printedDigits } from '../curve/printed.ts'
import type { EntryInput } from '../input.ts'
import { SAFE } from '../lane.ts'
import { namedValue } from '../names.ts'
import type { Plan } from '../plan.ts'
import type { NumberValue, Register } from '../value.ts'
import { wholeUnits } from '../whole-units.ts'
import { ChecklistStep, type ElementPart } from './checklist-step.ts'
import { commonDenominator } from './common-denominator.ts'
import { judgedElements } from './entry.ts'

/** Up to so many elements the scores of all answers stand in a table. */
const TABLE_ELEMENTS = 8
/** The bits of an entry are looked at as those of an integer. */
const MOST_JUDGED = 30

/** What a checklist comes to, not clamped yet; undefined where its elements' points are no whole numbers of one unit. */
export function checklistValue(plan: Plan, leaf: CompiledLeaf, entry: EntryInput): NumberValue | undefined {
  const { elements } = leaf.method.scoring as ChecklistScoring
  const judged = judgedElements(elements)
  const scores = elements.map((element) => scoreValue(element.score, leaf.points))
  const common = commonDenominator(scores)
  if (common === undefined || judged.length > MOST_JUDGED) return undefined
  const units = scores.map((score) => Number(score.times(Exact.integer(common)).numerator))
  if (units.reduce((total, each) => total + Math.abs(each), 0) >= SAFE) return undefined
  const parts = elements.map((element, index): ElementPart => {
    const bit = element.met === 'judged' ? judged.indexOf(element) : undefined
    const isGate = element.gate === true
    return { num: answerOf(plan, leaf, element, entry), bit, units: units[index]!, isGate }
  })
  const num = plan.register()
  plan.add(new ChecklistStep(num, parts))
  return { kind: 'number', num, den: undefined, scale: Exact.one.over(Exact.integer(common)) }
}

function answerOf(
  plan: Plan,
  { method }: CompiledLeaf,
  { id, met }: ChecklistScoring['elements'][number],
  entry: EntryInput,
): Register {
  if (met === 'judged') return entry.num
  if ('evidence' in met) return namedValue(plan, `evidence:${met.evidence}`)!.num
  if ('item' in met) return namedValue(plan, met.item)!.num
  return itemTruth(plan, method.conditionKeys.get(id)!).num
}

/** Printed scores by the bits of the entry, where people decide all of few elements; else undefined. */
export function checklistTable({ method, points, rounding }: CompiledLeaf): readonly number[] | undefined {
  const { elements } = method.scoring as ChecklistScoring
  if (elements.length > TABLE_ELEMENTS || judgedElements(elements).length < elements.length) return undefined
  // Scores that are printed as they stand are added as they are printed; clamped, they are not rounded.
  if (rounding !== 'none' && 'step' in rounding) return undefined
  const digits = printedDigits(rounding)
  const units = elements.map((element) => wholeUnits(scoreValue(element.score, points), digits))
  const most = wholeUnits(points, digits)
  if (most === undefined || units.includes(undefined)) return undefined
  if (units.reduce<number>((total, each) => total + Math.abs(each!), 0) >= SAFE) return undefined
  return Array.from({ length: 1 << elements.length }, (_, bits) => {
    let total = 0
    let isFailed = false
    for (let index = 0; index < elements.length; index++) {
      if (((bits >> index) & 1) === 1) total += units[index]!
      else if (elements[index]!.gate === true) isFailed = true
    }
    return isFailed ? 0 : Math.max(0, Math.min(total, most))
  })
}
