import type { CompiledBranch, CompiledNode } from '../../compile/compiled.ts'
import { itemTruth } from '../condition/item-truth.ts'
import { namedValue } from '../names.ts'
import type { Plan } from '../plan.ts'
import type { Register } from '../value.ts'
import { ChooseByConditions } from './choose-by-conditions.ts'
import { ChooseByItem } from './choose-by-item.ts'

/**
 * Which of a branch's alternatives the selector names, by index among those that count; notes in the plan which nodes are
 * idle where another one is.
 *
 * returns  undefined where the selector may name a child that does not count
 */
export function choice(plan: Plan, branch: CompiledBranch, counted: readonly CompiledNode[]): Register | undefined {
  const { combine } = branch.node
  if (typeof combine !== 'object') return undefined
  const indexOf = (id: string) => counted.findIndex((child) => child.node.id === id)
  const to = plan.register()
  if ('item' in combine.alternatives) {
    const { item, children } = combine.alternatives
    const index = new Map(Object.entries(children).map(([text, id]) => [plan.texts.codeOf(text), indexOf(id)]))
    if ([...index.values()].includes(-1)) return undefined
    const value = namedValue(plan, item)
    if (value === undefined) return undefined
    plan.add(new ChooseByItem(value.num, to, value.kind === 'text' ? index : undefined))
  } else {
    const conditions = [...branch.selectorKeys].map(([id, key]) => {
      return { index: indexOf(id), truth: itemTruth(plan, key).num }
    })
    if (conditions.some(({ index }) => index === -1)) return undefined
    plan.add(new ChooseByConditions(conditions, to))
  }
  counted.forEach((child, index) => {
    if (!child.isBonus) leaveOutIdle(plan, child, to, index)
  })
  return to
}

/** A child that is not chosen is idle with everything below it. */
function leaveOutIdle(plan: Plan, node: CompiledNode, choice: Register, index: number): void {
  const known = plan.alternativesById.get(node.node.id) ?? []
  plan.alternativesById.set(node.node.id, [...known, { choice, index }])
  if (node.type === 'branch') for (const child of node.children) leaveOutIdle(plan, child, choice, index)
}
