import type { Node } from '@yardstick/formula'
import { Exact } from '@yardstick/model'
import type { Plan } from '../plan.ts'
import type { Register, Value } from '../value.ts'
import { kindOf, namesOf } from './node-facts.ts'
import { ReadingStep } from './reading-step.ts'

/** A part of a formula that is read row by row. */
export function readingValue(plan: Plan, node: Node, named: (name: string) => Value | undefined): Value {
  const kind = kindOf(node)
  const { names, readsLists } = namesOf(node)
  const reads: Register[] = names.flatMap((name) => {
    const value = named(name)
    if (value === undefined) return []
    return value.kind === 'number' && value.den !== undefined ? [value.num, value.den] : [value.num]
  })
  const [num, den] = [plan.register(), kind === 'number' ? plan.register() : undefined]
  plan.add(new ReadingStep(num, den, node, plan.texts, reads, readsLists))
  return kind === 'number' ? { kind, num, den, scale: Exact.one } : { kind, num }
}
