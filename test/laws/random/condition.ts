import type { Exact } from '@yardstick/model'
import type { Chance } from './chance.ts'
import { type Draft, dateText, number, percent, text } from './draft.ts'
import { SOME_DAY } from './source.ts'
import { type Fact, NUMERIC, type World } from './world.ts'

/** Facts of later phases: `score:` and `rate:` of indicators, `total`, `grade`. */
export interface LaterFacts {
  readonly scores: readonly { readonly id: string; readonly points: Exact }[]
  readonly total?: Exact
  readonly grades?: readonly string[]
}

/** A condition over items and measures, nested up to `depth`; what it compares with is noted as an edge. */
export function randomCondition(world: World, depth = 2, later?: LaterFacts): Draft {
  return node(world, { depth, later, mayShare: later === undefined })
}

interface Growing {
  readonly depth: number
  readonly later: LaterFacts | undefined
  readonly mayShare: boolean
}

function node(world: World, growing: Growing): Draft {
  const { chance } = world
  const { depth, later, mayShare } = growing
  if (depth > 0 && chance.flip()) {
    const deeper = () => node(world, { ...growing, depth: depth - 1 })
    const members = Array.from({ length: chance.between(1, 3) }, deeper)
    return chance.pick<Draft>([{ all: members }, { any: members }, { not: members[0] }, { not: { any: members } }])
  }
  if (mayShare && chance.once(8)) return { condition: sharedCondition(world) }
  if (later !== undefined && chance.flip()) return laterComparison(chance, later)
  if (chance.once(8)) return evidenceComparison(world)
  return comparison(world, world.someFact(['number', 'money', 'rate', 'count', 'date', 'choice', 'boolean', 'text']))
}

/** A comparison of one fact; of a list's field too. */
function comparison(world: World, fact: Fact): Draft {
  return { fact: fact.name, ...comparisonWith(world, fact) }
}

/** Operator and value that fit the fact, as a table's cell has them. */
export function comparisonWith(world: World, fact: Fact): Draft {
  const { chance } = world
  const isNumeric = NUMERIC.includes(fact.type)
  if (isNumeric || fact.type === 'date') {
    const other = chance.once(10) ? peer(world, fact) : undefined
    if (other !== undefined) return { operator: chance.pick(ORDERED), value: { fact: other.name } }
    const literal = () => (fact.type === 'date' ? dateLiteral(chance, fact) : numberLiteral(chance, fact))
    if (chance.once(6)) return { operator: chance.pick(['in', 'notIn']), value: [literal(), literal()] }
    return { operator: chance.pick(ORDERED), value: literal() }
  }
  if (fact.type === 'boolean') return { operator: chance.pick(['equal', 'notEqual']), value: chance.flip() }
  const words = fact.choices ?? ['完成', '一', '未完成', '']
  if (chance.once(3)) return { operator: chance.pick(['in', 'notIn']), value: [chance.pick(words), chance.pick(words)] }
  if (chance.once(3)) return { operator: chance.pick(['contains', 'doesNotContain']), value: chance.pick(words) }
  return { operator: chance.pick(['equal', 'notEqual']), value: chance.pick(words) }
}

const ORDERED = ['equal', 'notEqual', 'lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive']

function sharedCondition(world: World): string {
  const { chance, conditions } = world
  const known = Object.keys(conditions)
  if (known.length > 0 && chance.flip()) return chance.pick(known)
  const name = `共用条件${known.length + 1}`
  conditions[name] = node(world, { depth: 1, later: undefined, mayShare: false })
  return name
}

function evidenceComparison(world: World): Draft {
  const { name } = world.someFact(['number', 'rate', 'choice', 'boolean'])
  const item = world.items.some((each) => each['id'] === name) ? name : world.addItem('boolean').name
  world.evidenced.add(item)
  return { fact: `evidence:${item}`, operator: world.chance.pick(['equal', 'notEqual']), value: true }
}

function laterComparison(chance: Chance, { scores, total, grades }: LaterFacts): Draft {
  const operator = chance.pick(ORDERED)
  if (grades !== undefined && grades.length > 0 && chance.once(3)) {
    return { fact: 'grade', operator: chance.pick(['equal', 'notEqual']), value: chance.pick(grades) }
  }
  if (total !== undefined && chance.once(3)) {
    return { fact: 'total', operator, value: text(total.times(number(chance.pick(['0.9', '0.6', '0.8995', '0.3'])))) }
  }
  const { id, points } = chance.pick(scores)
  const share = number(chance.pick(['0', '0.5', '0.6', '0.9', '1']))
  return chance.flip() && points.sign > 0
    ? { fact: `rate:${id}`, operator, value: chance.flip() ? percent(share) : text(share) }
    : { fact: `score:${id}`, operator, value: text(points.times(share)) }
}

/** Another fact of the same kind and unit, to be compared with. */
function peer(world: World, fact: Fact): Fact | undefined {
  // A field of a list stands alone.
  if (world.factByName.get(fact.name) !== fact) return undefined
  const isDate = fact.type === 'date'
  const peers = [...world.factByName.values()].filter(
    (each) =>
      each !== fact &&
      (isDate
        ? each.type === 'date'
        : NUMERIC.includes(each.type) && (each.type === 'rate') === (fact.type === 'rate')) &&
      (each.unit === fact.unit || (MONEY.includes(each.unit ?? '') && MONEY.includes(fact.unit ?? ''))),
  )
  return peers.length === 0 ? undefined : world.chance.pick(peers)
}

const MONEY = ['元', '万元', '亿元']

function numberLiteral(chance: Chance, fact: Fact): unknown {
  const known = fact.edges.filter((edge) => edge.decimalDigits !== undefined)
  const value =
    known.length > 0 && chance.flip()
      ? chance.pick(known)
      : fact.type === 'rate'
        ? number(chance.pick(['0.95', '1', '0.9', '0', '1.3']))
        : number(chance.pick(['0', '1', '3', '10', '50', '99.5', '-5']))
  fact.edges.push(value)
  if (fact.type === 'rate' && chance.flip()) return percent(value)
  return chance.once(3) ? Number(text(value)) : text(value)
}

function dateLiteral(chance: Chance, fact: Fact): string {
  const day = SOME_DAY.plus(number(chance.pick([0, 0, 1, -30, 60])))
  fact.edges.push(day)
  return dateText(day)
}
