import { compile, evaluate } from '@yardstick/engine'
import { type Condition, type Evaluation, Exact, type Result, validate } from '@yardstick/model'
import { expect, test } from 'vitest'
import { Chance } from './random/chance.ts'
import { sha256 } from './random/pair.ts'
import { pairCount } from './scale.ts'

/**
 * json-rules-engine with our guards beside a three-valued evaluator of some forty lines. Each tree is the condition of a
 * leaf of one point: 1 is true, 0 is false, no score is unknown. The same trees stand under rules that deduct.
 */
type Truth = boolean | undefined
type Fact = {
  readonly type: string
  readonly value: Exact | number | string | boolean | undefined
  readonly entry: unknown
}

const PER_SCHEME = 50

test('[E13] conditions have three values, as a plain evaluator has them', { timeout: 7_200_000 }, async () => {
  const broken: string[] = []
  const count = { true: 0, false: 0, unknown: 0 }
  for (let seed = 1; seed <= pairCount(80); seed++) {
    const chance = new Chance(seed)
    const facts = randomFacts(chance)
    const shared = { 共用: tree(chance, facts, 2, false) }
    const trees = Array.from({ length: PER_SCHEME }, () => tree(chance, facts, chance.between(0, 4), true))
    const evaluation = await scored(facts, shared, trees)
    for (const [index, condition] of trees.entries()) {
      const truth = truthOf(condition, facts, shared)
      const leaf = evaluation.indicators[index]!
      const found = leaf.score === '1' ? true : leaf.score === '0' ? false : undefined
      count[truth === undefined ? 'unknown' : truth ? 'true' : 'false']++
      if (found !== truth) broken.push(`seed ${seed}: ${JSON.stringify(condition)} is ${found}, not ${truth}`)
      const isDeducted = deductions(evaluation, index).length > 0
      if (truth !== undefined && isDeducted !== truth)
        broken.push(`seed ${seed}: the rule of ${JSON.stringify(condition)}`)
    }
  }
  expect(broken.slice(0, 5)).toEqual([])
  expect(Math.min(...Object.values(count))).toBeGreaterThan(pairCount(400))
})

test('[E14] a plain not over a value that is not there never fires', async () => {
  const chance = new Chance(7)
  const facts = new Map([...randomFacts(chance)].map(([id, fact]) => [id, { ...fact, value: undefined }]))
  const absent = [null, { layers: [{ layer: 'reported', state: 'not-applicable', why: '无' }] }, 'x'] as const
  for (const [entryIndex, entry] of absent.entries()) {
    const bad = (type: string) => (type === 'text' ? 5 : entry)
    const all = new Map(
      [...facts].map(([id, fact]) => [id, { ...fact, entry: entryIndex === 2 ? bad(fact.type) : entry }]),
    )
    const negated = Array.from({ length: PER_SCHEME }, () => ({ not: tree(chance, all, chance.between(0, 3), false) }))
    const evaluation = await scored(all, {}, negated)
    for (const [index, condition] of negated.entries()) {
      expect(evaluation.indicators[index]!.score, JSON.stringify(condition)).toBe(null)
      expect(deductions(evaluation, index)).toEqual([])
    }
  }
})

/** One leaf and one deducting rule a condition; the rules act on leaves of their own. */
async function scored(facts: Facts, shared: Shared, trees: readonly Condition[]): Promise<Evaluation> {
  const scheme = good(
    validate('scheme', {
      yardstick: 'scheme/1',
      id: 'conditions',
      name: '条件',
      version: '1',
      fullScore: `${2 * trees.length}`,
      items: [...facts].map(([id, { type }]) => ({
        id,
        type,
        ...(type === 'choice' ? { choices: CHOICES } : {}),
        mayBeNotApplicable: true,
      })),
      indicators: [
        ...trees.map((condition, index) => ({
          id: `p${index}`,
          name: `p${index}`,
          points: '1',
          scoring: { method: 'pass', condition },
        })),
        ...trees.map((_, index) => ({
          id: `d${index}`,
          name: `d${index}`,
          points: '1',
          scoring: { method: 'formula', formula: '1' },
        })),
      ],
      conditions: shared,
      rules: trees.map((conditions, index) => ({
        id: `r${index}`,
        name: `r${index}`,
        conditions,
        event: { type: 'deduct', params: { indicator: `d${index}`, points: '0.5', reason: '扣' } },
      })),
    }),
  )
  const submission = good(
    validate('submission', {
      yardstick: 'submission/1',
      subject: { department: '甲局' },
      period: '2024',
      items: Object.fromEntries([...facts].map(([id, { entry }]) => [id, entry])),
    }),
  )
  return evaluate(good(compile(scheme, { sha256 })), submission, { sha256 })
}

function deductions({ indicators }: Evaluation, index: number): unknown[] {
  return [...(indicators.find((each) => each.id === `d${index}`)!.events ?? [])]
}

type Facts = ReadonlyMap<string, Fact>
type Shared = { readonly [name: string]: Condition }

const CHOICES = ['甲', '乙', '丙']
const TYPES = ['number', 'number', 'number', 'rate', 'date', 'date', 'text', 'choice', 'boolean', 'boolean']
const VALUES: { readonly [type: string]: readonly (string | number | boolean)[] } = {
  number: ['9.5', '10.25', '-3', '0', '0.1'],
  rate: ['0.95', '0.9', '1'],
  date: ['2021-12-31', '2022-01-01', '2020-02-29'],
  text: ['完成', '未完成', '10'],
  choice: CHOICES,
  boolean: [true, false],
}

/** Two of three are there; the others are missing, not applicable or wrong. */
function randomFacts(chance: Chance): Facts {
  return new Map(
    TYPES.map((type, index): [string, Fact] => {
      const value = chance.pick(VALUES[type]!)
      const wrong = type === 'text' ? 5 : 'x'
      const entry = chance.pick<unknown>([
        ...Array<unknown>(6).fill(value),
        null,
        { layers: [{ layer: 'reported', state: 'not-applicable', why: '无' }] },
        wrong,
      ])
      return [`${type}${index}`, { type, entry, value: entry === value ? readValue(type, value) : undefined }]
    }),
  )
}

function readValue(type: string, value: string | number | boolean): Fact['value'] {
  if (type === 'number' || type === 'rate') return Exact.of(String(value))
  return type === 'date' ? Date.parse(String(value)) : value
}

function tree(chance: Chance, facts: Facts, depth: number, mayShare: boolean): Condition {
  if (depth > 0) {
    const members = Array.from({ length: chance.between(1, 3) }, () => tree(chance, facts, depth - 1, mayShare))
    return chance.pick<Condition>([{ all: members }, { any: members }, { not: members[0]! }])
  }
  if (mayShare && chance.once(12)) return { condition: '共用' }
  const [id, fact] = chance.pick([...facts])
  const { type } = fact
  const literal = () => chance.pick(VALUES[type]!)
  if (type === 'boolean') return { fact: id, operator: chance.pick(['equal', 'notEqual']), value: literal() }
  if (chance.once(4)) {
    return { fact: id, operator: chance.pick(['in', 'notIn']), value: [literal(), literal()] as (string | number)[] }
  }
  if (type === 'text' || type === 'choice') {
    return { fact: id, operator: chance.pick(['equal', 'notEqual', 'contains', 'doesNotContain']), value: literal() }
  }
  const operator = chance.pick([
    ...(['equal', 'notEqual', 'lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'] as const),
  ])
  const peers = [...facts].filter(([other, each]) => other !== id && each.type === type)
  if (peers.length > 0 && chance.once(4)) return { fact: id, operator, value: { fact: chance.pick(peers)[0] } }
  return { fact: id, operator, value: literal() }
}

/** True, false, or undefined for unknown: one false settles `all`, one true settles `any`, whatever the others are. */
function truthOf(condition: Condition, facts: Facts, shared: Shared): Truth {
  if ('not' in condition) {
    const inner = truthOf(condition.not, facts, shared)
    return inner === undefined ? undefined : !inner
  }
  if ('condition' in condition) return truthOf(shared[condition.condition]!, facts, shared)
  if ('all' in condition || 'any' in condition) {
    const settles = 'any' in condition
    const members = 'any' in condition ? condition.any : condition.all
    const truths = members.map((each) => truthOf(each, facts, shared))
    return truths.includes(settles) ? settles : truths.includes(undefined) ? undefined : !settles
  }
  const { type, value: left } = facts.get(condition.fact)!
  const { value } = condition
  const read = (literal: string | number | boolean) => readValue(type, literal)
  const right =
    typeof value === 'object' && !Array.isArray(value) ? [facts.get(value.fact)!.value] : [value].flat().map(read)
  if (left === undefined || right.includes(undefined)) return undefined
  return holds(condition.operator, left, right as NonNullable<Fact['value']>[])
}

function holds(operator: string, left: NonNullable<Fact['value']>, right: NonNullable<Fact['value']>[]): boolean {
  const order = (other: NonNullable<Fact['value']>) =>
    left instanceof Exact && other instanceof Exact ? left.compare(other) : left < other ? -1 : left === other ? 0 : 1
  const first = right[0]!
  switch (operator) {
    case 'equal':
      return order(first) === 0
    case 'notEqual':
      return order(first) !== 0
    case 'lessThan':
      return order(first) < 0
    case 'lessThanInclusive':
      return order(first) <= 0
    case 'greaterThan':
      return order(first) > 0
    case 'greaterThanInclusive':
      return order(first) >= 0
    case 'in':
      return right.some((each) => order(each) === 0)
    case 'notIn':
      return !right.some((each) => order(each) === 0)
    case 'contains':
      return String(left).includes(String(first))
    default:
      return !String(left).includes(String(first))
  }
}

function good<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new Error(JSON.stringify(result.issues.slice(0, 5)))
}
