import { Exact } from '@yardstick/model'
import { Chance } from './chance.ts'
import { type Draft, dateText, fromFile, percent } from './draft.ts'
import type { RandomScheme } from './random-scheme.ts'
import { randomRecords, SOME_DAY } from './source.ts'
import { type Fact, NUMERIC, type Value, valueNear, type World } from './world.ts'

/**
 * A submission for a random scheme. Values stand at the edges that the scheme knows, one step beside them, or anywhere;
 * some are 0, empty, not applicable, still to be verified, or wrong. Half of the submissions have no gap at all, so that
 * there are totals to compare.
 */
export function randomSubmission(random: RandomScheme, seed: number, who = '甲局'): Draft {
  const chance = new Chance(seed)
  const { world, leaves } = random
  const mood: Mood = chance.pick([WHOLE, WHOLE, { ...WHOLE, notApplicable: 12 }, GAPPY])
  const hasUnits = chance.once(6)
  const units = hasUnits ? ['一中心', '二中心', '三中心'].slice(0, chance.between(1, 3)) : []
  const values = valuesOf(world, chance)
  const items: Draft = {}
  const unitItems: Draft[] = units.map(() => ({}))
  for (const item of world.items) {
    const id = item['id'] as string
    const fact = world.factByName.get(id)!
    const isShared = units.length > 0 && item['aggregate'] !== undefined && !chance.once(4)
    if (isShared) {
      for (const own of unitItems) put(own, id, entry(fact, ownValue(fact, chance), item, mood, chance))
      if (chance.once(10)) put(items, id, entry(fact, values.get(id)!, item, mood, chance))
    } else put(items, id, entry(fact, values.get(id)!, item, mood, chance))
  }
  const judgements: Draft = {}
  const unitJudgements: Draft[] = units.map(() => ({}))
  for (const { id, made, weighUnitsBy } of leaves) {
    const isByUnits = units.length > 0 && weighUnitsBy !== undefined && !chance.once(3)
    if (made.judge === undefined) {
      if (chance.once(mood.notApplicable * 2)) judgements[id] = notApplicable(chance)
    } else if (isByUnits) for (const own of unitJudgements) put(own, id, judged(made.judge, mood, chance))
    else put(judgements, id, judged(made.judge, mood, chance))
  }
  const evidence = Object.fromEntries(
    [...world.evidenced].filter(() => chance.flip()).map((id) => [id, [{ name: '照片.jpg' }]]),
  )
  return fromFile({
    yardstick: 'submission/1',
    subject: { department: who, attributes: chance.once(8) ? undefined : { 类别: chance.pick(['一类', '二类']) } },
    period: '2024',
    items,
    judgements,
    evidence,
    units:
      units.length === 0
        ? undefined
        : units.map((name, index) => ({ name, items: unitItems[index]!, judgements: unitJudgements[index]! })),
  })
}

/** How rarely something is missing, not applicable, unverified or wrong: once in so many. */
interface Mood {
  readonly missing: number
  readonly notApplicable: number
  readonly unverified: number
  readonly wrong: number
}
const NEVER = 1_000_000_000
const WHOLE: Mood = { missing: NEVER, notApplicable: NEVER, unverified: 60, wrong: NEVER }
const GAPPY: Mood = { missing: 12, notApplicable: 15, unverified: 15, wrong: 60 }

/** Every item by itself, then the plays, which give several items values that belong together. */
function valuesOf(world: World, chance: Chance): Map<string, Value> {
  const values = new Map<string, Value>()
  for (const item of world.items) {
    const fact = world.factByName.get(item['id'] as string)!
    values.set(fact.name, ownValue(fact, chance))
  }
  for (const play of world.plays)
    if (!chance.once(6)) play(chance, (name, value) => values.set(name, fitting(world, name, value)))
  return values
}

function ownValue(fact: Fact, chance: Chance): Value {
  switch (fact.type) {
    case 'boolean':
      return chance.whole(3) > 0
    case 'choice':
      return chance.pick(fact.choices!)
    case 'text':
      return chance.pick(['完成', '未完成', '一', '完成一半'])
    case 'list':
      return randomRecords(chance)
    case 'date':
      return dateText(valueNear(chance, { ...fact, edges: fact.edges.length > 0 ? fact.edges : [SOME_DAY] }))
    default:
      return inRange(fact, valueNear(chance, fact))
  }
}

function fitting(world: World, name: string, value: Value): Value {
  const fact = world.factByName.get(name)!
  return value instanceof Exact ? inRange(fact, value) : value
}

/** Counts are whole and not negative; everything has a decimal, of at most 12 digits. */
function inRange(fact: Fact, value: Exact): Exact {
  if (fact.type === 'count') return value.round(0).max(Exact.zero)
  return value.decimalDigits === undefined || value.decimalDigits > 8 ? value.round(6) : value
}

function put(into: Draft, id: string, entry: unknown): void {
  if (entry !== undefined) into[id] = entry
}

/** The value as it stands in a submission: bare, or as the top of a stack of layers. */
function entry(fact: Fact, value: Value, item: Draft, mood: Mood, chance: Chance): unknown {
  if (chance.once(mood.missing))
    return chance.pick([undefined, null, '', { layers: [{ layer: 'reported', state: 'missing' }] }])
  const mayBeNot = item['mayBeNotApplicable'] === true || chance.once(6)
  if (mayBeNot && chance.once(mood.notApplicable)) return notApplicable(chance)
  const written = chance.once(mood.wrong) ? wrong(fact) : write(fact, value, chance)
  const isUnverified = chance.once(mood.unverified)
  if (!isUnverified && !chance.once(5)) return written
  const top = {
    layer: chance.pick(['verified', 'overridden']),
    value: written,
    state: isUnverified ? 'to-be-verified' : undefined,
  }
  const below = { layer: 'reported', value: chance.pick<unknown>([write(fact, value, chance), 1, null]) }
  return { layers: chance.flip() ? [below, top] : [top, below] }
}

function write(fact: Fact, value: Value, chance: Chance): unknown {
  if (!(value instanceof Exact)) return value
  if (fact.type === 'rate' && chance.flip()) return percent(value)
  const decimal = value.toText()
  return digits(decimal) <= 15 && chance.flip() ? Number(decimal) : decimal
}

/** Of the wrong type, no number at all, or out of range. */
function wrong(fact: Fact): unknown {
  return NUMERIC.includes(fact.type) ? '约 5' : fact.type === 'boolean' ? '是' : fact.type === 'text' ? 5 : 'x'
}

function notApplicable(chance: Chance): unknown {
  return {
    layers: [{ layer: 'reported', state: 'not-applicable', why: chance.once(20) ? undefined : '本年度无此项业务' }],
  }
}

function judged(judge: () => unknown, mood: Mood, chance: Chance): unknown {
  if (chance.once(mood.missing)) return undefined
  if (chance.once(mood.notApplicable)) return notApplicable(chance)
  const value = judge()
  const state = chance.once(mood.unverified) ? 'to-be-verified' : undefined
  return { layers: [{ layer: 'judged', value, state, who: '专家', why: '佐证不足' }] }
}

const digits = (decimal: string) => decimal.replace(/[-.]/g, '').replace(/^0+/, '').length
