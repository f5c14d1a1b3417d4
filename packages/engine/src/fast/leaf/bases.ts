import { Exact } from '@yardstick/model'
import { factsIn } from '../../compile/typed-condition.ts'
import { timesConstant } from '../formula/arithmetic.ts'
import { namedValue } from '../names.ts'
import type { Plan } from '../plan.ts'
import type { Value } from '../value.ts'

/** Ids of the leaves whose points, as their methods left them, a rule reads (`score:`, `rate:`). */
export function readBases({ compiled }: Plan): ReadonlySet<string> {
  const conditions = compiled.conditions.leaves?.conditions.values() ?? []
  return new Set([...conditions].flatMap(factsIn).flatMap((fact) => baseFact(fact)?.id ?? []))
}

/** What a fact says to a rule on a leaf: items, measures, and the leaves as their methods left them. */
export function leafFact(plan: Plan, fact: string): Value {
  const { kind, id } = baseFact(fact) ?? {}
  const base = id === undefined ? undefined : plan.baseById.get(id)
  if (base === undefined) return namedValue(plan, fact)!
  const points = plan.compiled.nodeById.get(id!)!.points
  return kind === 'score' || points.sign === 0 ? base : timesConstant(plan, base, Exact.one.over(points))
}

function baseFact(fact: string): { readonly kind: string; readonly id: string } | undefined {
  const [, kind, id] = /^(score|rate):(.+)$/u.exec(fact) ?? []
  return kind === undefined || id === undefined ? undefined : { kind, id }
}
