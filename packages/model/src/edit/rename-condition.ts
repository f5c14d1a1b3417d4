import { pointer } from '../json.ts'
import type { Condition } from '../schema/condition.ts'
import { isBranch } from '../schema/indicator.ts'
import type { Scheme } from '../schema/scheme.ts'
import { walk } from '../scheme.ts'
import type { Edit } from './edit.ts'

/**
 * The edit that gives a shared condition another name, in every condition that names it. Undefined where there is nothing
 * to rename or the other name is taken.
 */
export function renameCondition(scheme: Scheme, from: string, to: string): Edit | undefined {
  const shared = scheme.conditions ?? {}
  if (!Object.hasOwn(shared, from) || Object.hasOwn(shared, to)) return undefined
  const renamed = <T>(value: T): T => renamedIn(value, from, to)
  const edits: Edit[] = [{ type: 'set-condition', name: to, condition: renamed(shared[from]!) }]
  for (const [name, condition] of Object.entries(shared)) {
    const next = renamed(condition)
    if (name !== from && next !== condition) edits.push({ type: 'set-condition', name, condition: next })
  }
  for (const { node } of walk(scheme)) {
    if (isBranch(node)) {
      const combine = renamed(node.combine)
      if (combine !== undefined && combine !== node.combine)
        edits.push({ type: 'set-indicator', id: node.id, fields: { combine } })
    } else {
      const scoring = renamed(node.scoring)
      if (scoring !== node.scoring) edits.push({ type: 'set-scoring', id: node.id, scoring })
    }
  }
  for (const { id, conditions } of scheme.rules ?? []) {
    const next = renamed(conditions)
    if (next !== conditions) edits.push({ type: 'set-rule', id, fields: { conditions: next } })
  }
  return { type: 'batch', edits: [...edits, { type: 'set-condition', name: from, condition: null }] }
}

/** JSON Pointers of the conditions that name a shared one, in document order. */
export function usesOfCondition(scheme: Scheme, name: string): string[] {
  const found: string[] = []
  const visit = (value: unknown, at: string) => {
    if (typeof value !== 'object' || value === null) return
    if (isNamed(value, name)) found.push(at)
    else for (const [key, each] of Object.entries(value)) visit(each, at + pointer(key))
  }
  visit(scheme.indicators, '/indicators')
  visit(scheme.rules, '/rules')
  visit(scheme.conditions, '/conditions')
  return found
}

/** The same value where nothing in it names the condition. Only a condition has text under the key `condition`. */
function renamedIn<T>(value: T, from: string, to: string): T {
  if (typeof value !== 'object' || value === null) return value
  if (isNamed(value, from)) return { condition: to } satisfies Condition as T
  if (Array.isArray(value)) {
    const next = value.map((each) => renamedIn(each, from, to))
    return next.some((each, index) => each !== value[index]) ? (next as T) : value
  }
  const entries = Object.entries(value)
  const next = entries.map(([key, each]): [string, unknown] => [key, renamedIn(each, from, to)])
  return next.some(([, each], index) => each !== entries[index]![1]) ? (Object.fromEntries(next) as T) : value
}

function isNamed(value: object, name: string): boolean {
  return 'condition' in value && value.condition === name
}
