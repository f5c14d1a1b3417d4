import { Exact, type Reading } from '@yardstick/model'
import type { CompiledLeaf, CompiledRule, CompiledScheme, Stage } from '../compile/compiled.ts'
import { ratioUnit } from '../compile/ratio-unit.ts'
import { factsIn } from '../compile/typed-condition.ts'
import type { Inputs } from './inputs.ts'
import { unknownReadings } from './leaf-run.ts'
import { failed, placed, type Unscored, unscored } from './outcome.ts'
import type { AppliedEvent } from './result.ts'
import type { Run } from './run.ts'

/** The rules of one stage that act on a leaf. */
export function rulesOn(
  { node }: CompiledLeaf,
  stage: Stage,
  { rulesByLeaf }: CompiledScheme,
): readonly CompiledRule[] {
  return rulesByLeaf.get(node.id)?.filter((each) => each.stage === stage) ?? []
}

/**
 * Whether what these rules say of a leaf or the total rests on a value that is still 待核: verified otherwise, a rule that
 * held back may strike.
 */
export function readUnverified(
  rules: readonly CompiledRule[],
  { compiled }: Pick<Run, 'compiled'>,
  read: (fact: string) => Reading,
): boolean {
  return rules.some(({ stage, key }) => {
    const condition = compiled.conditions[stage]?.conditions.get(key)
    return condition !== undefined && factsIn(condition).some((fact) => isUnverified(read(fact)))
  })
}

/** The same of the points that rules which held gave or took; under one that zeroes they do not matter. */
export function amountsUnverified(events: readonly AppliedEvent[], inputs: Inputs): boolean {
  if (events.some(({ effect }) => effect === 'zero')) return false
  return events.some(({ rule: { amount } }) => {
    return amount !== undefined && 'formula' in amount && isUnverified(inputs.evaluate(amount.formula))
  })
}

function isUnverified(reading: Reading): boolean {
  return reading.state === 'present' && reading.provisional === true
}

/** Points of one event, after its own limit; a negative amount is none. Effects without points have none. */
export function eventPoints(
  { amount, limit, pointer, rule }: CompiledRule,
  inputs: Inputs,
): Exact | Unscored | undefined {
  if (amount === undefined) return undefined
  if ('fixed' in amount) return limit === undefined ? amount.fixed : amount.fixed.min(limit)
  const reading = inputs.evaluate(amount.formula)
  if (reading.state === 'not-applicable') return { state: 'missing', names: reading.names }
  if (reading.state === 'error') return failed(placed(reading.issue, `${pointer}/event/params/formula`, [rule.name]))
  if (reading.state !== 'present') return unscored(reading)
  if (!(reading.value instanceof Exact)) throw new Error('eventPoints: not a number')
  const points = reading.value.times(ratioUnit(amount.formula.result)).max(Exact.zero)
  return limit === undefined ? points : points.min(limit)
}

/** Which facts left a rule undecided; the leaf or the total waits for them. */
export function unknownRule(rule: CompiledRule, compiled: CompiledScheme, read: (fact: string) => Reading): Unscored {
  return unknownReadings(compiled.conditions[rule.stage]?.openFacts(rule.key, read) ?? [])
}
