import { CivilDate, Exact, type Operator, type Reading, type Value } from '@yardstick/model'
import { Almanac, Engine, type TopLevelCondition } from 'json-rules-engine'
import {
  type FactInfo,
  type FactLiteral,
  factsIn,
  inBaseUnit,
  negation,
  type TypedCondition,
} from '../compile/typed-condition.ts'

/**
 * The door to json-rules-engine, which runs every condition, with guards round it: our own typed operators in place of
 * its built-in ones, no paths into facts, and three values. A condition is registered as itself and as its negation;
 * operators are false where a side is missing; where neither comes out true, the condition is unknown.
 */
export interface ConditionSet {
  readonly conditions: ReadonlyMap<string, TypedCondition>
  ask(read: (fact: string) => Reading): Promise<ReadonlyMap<string, Truth>>
  /** The same answers without json-rules-engine and at once; each is worked out when it is first looked at. */
  settleAll(read: (fact: string) => Reading): Truths
  /** What keeps a condition unknown: the facts that are not there in the parts of it that are still open. */
  openFacts(key: string, read: (fact: string) => Reading): readonly Reading[]
}

export type Truth = 'true' | 'false' | 'unknown'

/** Answers by the key of their condition; undefined for a condition that was not asked. */
export type Truths = Pick<ReadonlyMap<string, Truth>, 'get'>

/** `infoOf` says what a fact is, so that money in 万元 and in 元 meet in one unit. */
export function conditionSet(
  conditions: ReadonlyMap<string, TypedCondition>,
  infoOf: (fact: string) => FactInfo | undefined,
): ConditionSet {
  // Many schemes are compiled and scored without ever being asked here.
  let asked: { readonly engine: Engine; readonly facts: readonly string[] } | undefined
  // An Engine holds the state of its run, so runs over one set are taken one after the other.
  let last: Promise<unknown> = Promise.resolve()
  const inUnit = (read: (fact: string) => Reading) => (fact: string) => {
    const info = infoOf(fact)
    return info === undefined ? read(fact) : inBaseUnit(read(fact), info)
  }
  return {
    conditions,
    openFacts(key, read) {
      const condition = conditions.get(key)
      const open = condition === undefined ? true : settle(condition, inUnit(read))
      return typeof open === 'boolean' ? [] : open
    },
    settleAll(read) {
      const readInUnit = inUnit(read)
      const settled = new Map<string, Truth>()
      return {
        get(key) {
          const condition = conditions.get(key)
          if (condition === undefined || settled.has(key)) return settled.get(key)
          const open = settle(condition, readInUnit)
          const truth = typeof open !== 'boolean' ? 'unknown' : open ? 'true' : 'false'
          settled.set(key, truth)
          return truth
        },
      }
    },
    ask(read) {
      asked ??= { engine: engineOver(conditions), facts: [...new Set([...conditions.values()].flatMap(factsIn))] }
      const { engine, facts } = asked
      const almanac = new Almanac({ allowUndefinedFacts: false, pathResolver: refusePath })
      const readInUnit = inUnit(read)
      for (const fact of facts) almanac.addRuntimeFact(fact, readInUnit(fact))
      const run = last.then(() => engine.run({}, { almanac }))
      last = run.catch(() => undefined)
      return run.then(({ results }) => {
        const names = new Set(results.map((result) => result.name))
        return new Map(
          [...conditions.keys()].map((key): [string, Truth] => [
            key,
            names.has(`+${key}`) ? 'true' : names.has(`-${key}`) ? 'false' : 'unknown',
          ]),
        )
      })
    },
  }
}

/**
 * The truth of a condition, or the readings that keep it open. json-rules-engine says that a condition is unknown, not
 * why: an error in a part that is settled already is no matter, and what is missing there need not come in.
 */
function settle(condition: TypedCondition, read: (fact: string) => Reading): boolean | readonly Reading[] {
  if ('all' in condition || 'any' in condition) {
    const isAny = 'any' in condition
    const members = (isAny ? condition.any : condition.all).map((each) => settle(each, read))
    if (members.includes(isAny)) return isAny
    const open = members.flatMap((each) => (typeof each === 'boolean' ? [] : each))
    return open.length > 0 ? open : !isAny
  }
  const { fact, operator, value } = condition
  const left = read(fact)
  const right: FactReading = 'fact' in value ? read(value.fact) : { state: 'literal', values: value.literals }
  const [a, b] = [valuesOf(left), valuesOf(right)]
  if (a !== undefined && b !== undefined) return OPERATORS[operator](a[0]!, b)
  return [left, right].filter((each): each is Reading => each.state !== 'present' && each.state !== 'literal')
}

/** A fact or a literal as json-rules-engine hands it to an operator. */
type FactReading = Reading | { readonly state: 'literal'; readonly values: readonly FactLiteral[] }

/** Literals travel as facts of their own: json-rules-engine copies conditions deeply on every run. No item may begin so. */
const LITERAL = '\u0000'

/** Every condition as itself and as its negation. */
function engineOver(conditions: ReadonlyMap<string, TypedCondition>): Engine {
  const engine = guardedEngine()
  const literals: FactReading[] = []
  const literalFact = (values: readonly FactLiteral[]): { fact: string } => {
    literals.push({ state: 'literal', values })
    return { fact: `${LITERAL}${literals.length - 1}` }
  }
  for (const [key, condition] of conditions) {
    register(engine, `+${key}`, condition, literalFact)
    register(engine, `-${key}`, negation(condition), literalFact)
  }
  for (const [index, each] of literals.entries()) engine.addFact(`${LITERAL}${index}`, each)
  return engine
}

function guardedEngine(): Engine {
  const engine = new Engine([], { allowUndefinedFacts: false, pathResolver: refusePath })
  for (const name of BUILT_IN_OPERATORS) engine.removeOperator(name)
  for (const [name, holds] of Object.entries(OPERATORS)) {
    engine.addOperator<FactReading, FactReading>(name, (left, right) => {
      const [a, b] = [valuesOf(left), valuesOf(right)]
      return a !== undefined && b !== undefined && holds(a[0]!, b)
    })
  }
  return engine
}

function register(
  engine: Engine,
  name: string,
  condition: TypedCondition,
  literalFact: (values: readonly FactLiteral[]) => { fact: string },
): void {
  const form = (node: TypedCondition): object => {
    if ('all' in node) return { all: node.all.map(form) }
    if ('any' in node) return { any: node.any.map(form) }
    return { ...node, value: 'fact' in node.value ? { fact: node.value.fact } : literalFact(node.value.literals) }
  }
  const conditions = 'all' in condition || 'any' in condition ? form(condition) : { all: [form(condition)] }
  engine.addRule({ name, conditions: conditions as TopLevelCondition, event: { type: name } })
}

function refusePath(): never {
  throw new Error('conditions have no paths')
}

function valuesOf(side: FactReading): readonly (Value | FactLiteral)[] | undefined {
  if (side.state === 'literal') return side.values
  return side.state === 'present' ? [side.value] : undefined
}

const BUILT_IN_OPERATORS = [
  'equal',
  'notEqual',
  'in',
  'notIn',
  'contains',
  'doesNotContain',
  'lessThan',
  'lessThanInclusive',
  'greaterThan',
  'greaterThanInclusive',
]

type Comparable = Value | FactLiteral

const OPERATORS: { readonly [O in Operator]: (left: Comparable, right: readonly Comparable[]) => boolean } = {
  equal: (left, right) => compare(left, right[0]!) === 0,
  notEqual: (left, right) => compare(left, right[0]!) !== 0,
  lessThan: (left, right) => compare(left, right[0]!) < 0,
  lessThanInclusive: (left, right) => compare(left, right[0]!) <= 0,
  greaterThan: (left, right) => compare(left, right[0]!) > 0,
  greaterThanInclusive: (left, right) => compare(left, right[0]!) >= 0,
  in: (left, right) => right.some((each) => compare(left, each) === 0),
  notIn: (left, right) => right.every((each) => compare(left, each) !== 0),
  contains: (left, right) => String(left).includes(String(right[0])),
  doesNotContain: (left, right) => !String(left).includes(String(right[0])),
}

/** Both sides are of one family; the compiler has seen to that. */
function compare(left: Comparable, right: Comparable): number {
  if (left instanceof Exact && right instanceof Exact) return left.compare(right)
  if (left instanceof CivilDate && right instanceof CivilDate) return left.dayNumber - right.dayNumber
  return left === right ? 0 : 1
}
