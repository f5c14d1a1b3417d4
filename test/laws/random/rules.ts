import type { Exact } from '@yardstick/model'
import { type LaterFacts, randomCondition } from './condition.ts'
import { type Draft, number, text } from './draft.ts'
import { named } from './source.ts'
import type { World } from './world.ts'

/** What rules may name and read. */
export interface RuleGround {
  readonly leaves: readonly { readonly id: string; readonly points: Exact }[]
  readonly branches: readonly { readonly id: string; readonly points: Exact }[]
  readonly full: Exact
  readonly grades: readonly Draft[] | undefined
}

/** Up to five rules of any effect; half of the schemes have none. */
export function randomRules(world: World, ground: RuleGround): Draft[] {
  const { chance } = world
  const size = chance.flip() ? 0 : chance.between(1, 5)
  return Array.from({ length: size }, (_, index) => ({
    id: `r${index + 1}`,
    name: `规则 ${index + 1}`,
    priority: chance.maybe(3, () => chance.between(1, 9)),
    ...randomRule(world, ground),
  }))
}

function randomRule(world: World, { leaves, branches, full, grades }: RuleGround): Draft {
  const { chance } = world
  const leaf = chance.pick(leaves)
  const all = [...leaves, ...branches]
  const afterMethods: LaterFacts = { scores: leaves }
  const afterTree: LaterFacts = { scores: all }
  const afterTotal: LaterFacts = { scores: all, total: full }
  const graded: LaterFacts = { ...afterTotal, grades: grades?.map((grade) => grade['name'] as string) ?? [] }
  const when = (later?: LaterFacts) => randomCondition(world, 2, later)
  const to = (type: string, params: Draft) => ({ type, params: { ...params, reason: '依据办法第三条' } })
  return chance.pick<() => Draft>([
    () => ({ conditions: when(), event: to('not-applicable', { indicator: leaf.id }) }),
    () => ({ conditions: when(afterMethods), event: to('zero', { indicator: leaf.id }) }),
    () => ({
      conditions: when(afterMethods),
      event: to('deduct', { indicator: leaf.id, ...amount(world, leaf.points) }),
    }),
    () => ({
      conditions: when(afterMethods),
      event: to('deduct', { indicator: leaf.id, ...amount(world, leaf.points) }),
    }),
    () => ({
      conditions: when(afterMethods),
      event: to('bonus', { indicator: leaf.id, ...amount(world, leaf.points) }),
    }),
    () => ({ conditions: when(afterTree), event: to('deduct', amount(world, full)) }),
    () => ({
      conditions: when(afterTotal),
      event: grades === undefined ? to('flag', {}) : to('cap-grade', { grade: chance.pick(grades)['name'] }),
    }),
    () => ({ conditions: when(afterTotal), event: to('veto', { total: chance.maybe(3, () => 'zero') }) }),
    () => ({ conditions: when(graded), event: to('flag', { indicator: chance.maybe(2, () => chance.pick(all).id) }) }),
  ])()
}

/** Fixed points or a formula giving points, now and then with a limit of its own. */
function amount(world: World, points: Exact): Draft {
  const { chance } = world
  const limit = chance.maybe(3, () => text(points.times(number('0.3'))))
  if (chance.flip()) return { points: chance.pick(['1', '0.5', '2', '0.25']), limit }
  const item = world.addItem('count')
  item.edges.push(number('0'), number('1'), number('3'))
  return { formula: `${named(world, item.name)} ${chance.pick(['* 0.5', '/ 3', '- 2'])}`, limit }
}
