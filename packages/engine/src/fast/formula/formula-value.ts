import type { Formula } from '@yardstick/formula'
import { namedValue } from '../names.ts'
import type { Plan } from '../plan.ts'
import type { Value } from '../value.ts'
import { nodeValue } from './node-value.ts'

/** What a formula comes to. */
export function formulaValue(plan: Plan, formula: Formula): Value {
  return nodeValue({ plan, named: (name) => namedValue(plan, name) }, formula.root)
}
