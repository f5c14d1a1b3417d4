import type { NameInfo } from '@yardstick/formula'
import {
  CivilDate,
  type Comparison,
  type Condition,
  type ConditionValue,
  conversion,
  Exact,
  type Issue,
  issue,
  type Json,
  nearest,
  type Operator,
  operatorsOf,
  type Reading,
  unitOf,
} from '@yardstick/model'

/**
 * A condition ready to be asked: names resolved, literals read by the type of the fact beside them, shared conditions put
 * in place, and every `not` pushed down to the operators, so that a missing fact can make neither a condition nor its
 * negation true (`design.md` 7).
 */
export type TypedCondition =
  | { readonly all: readonly TypedCondition[] }
  | { readonly any: readonly TypedCondition[] }
  | TypedComparison

export interface TypedComparison {
  readonly fact: string
  readonly operator: Operator
  readonly value: { readonly fact: string } | { readonly literals: readonly FactLiteral[] }
}

export type FactLiteral = Exact | CivilDate | string | boolean

/** What a fact is: its type decides how a literal beside it is read and which operators it has. */
export interface FactInfo {
  readonly type: NameInfo['type']
  readonly unit?: string | undefined
  readonly choices?: readonly string[] | undefined
}

export interface ConditionContext {
  readonly find: (fact: string) => FactInfo | undefined
  readonly knownFacts: () => Iterable<string>
  readonly shared: { readonly [name: string]: Condition }
}

const MAX_NODES = 5_000

export function typeCondition(
  condition: Condition,
  context: ConditionContext,
  at: { pointer: string; where: readonly string[] },
): { typed: TypedCondition | undefined; issues: Issue[] } {
  const issues: Issue[] = []
  let nodes = 0
  const visit = (
    node: Condition,
    isNegated: boolean,
    pointer: string,
    inside: readonly string[],
  ): TypedCondition | undefined => {
    if (++nodes > MAX_NODES) {
      if (nodes === MAX_NODES + 1)
        issues.push(issue('CONDITION_TOO_LARGE', { ...at, expected: MAX_NODES, found: `> ${MAX_NODES}` }))
      return undefined
    }
    if ('not' in node) return visit(node.not, !isNegated, `${pointer}/not`, inside)
    if ('condition' in node) {
      const shared = Object.hasOwn(context.shared, node.condition) ? context.shared[node.condition] : undefined
      if (shared === undefined) {
        const known = Object.keys(context.shared)
        issues.push(
          issue('CONDITION_UNKNOWN', {
            ...at,
            pointer,
            expected: nearest(node.condition, known) ?? null,
            found: node.condition,
          }),
        )
        return undefined
      }
      if (inside.includes(node.condition)) {
        issues.push(issue('SCHEME_CYCLE', { ...at, pointer, found: [...inside, node.condition] }))
        return undefined
      }
      return visit(shared, isNegated, pointer, [...inside, node.condition])
    }
    if ('all' in node || 'any' in node) {
      const [key, members] = 'all' in node ? (['all', node.all] as const) : (['any', node.any] as const)
      const typed = members.map((member, index) => visit(member, isNegated, `${pointer}/${key}/${index}`, inside))
      if (typed.some((each) => each === undefined)) return undefined
      const whole = typed as TypedCondition[]
      return (key === 'all') === isNegated ? { any: whole } : { all: whole }
    }
    const { comparison, problem } = typeComparison(node, context)
    if (comparison === undefined) {
      issues.push(issue(problem.code, { ...at, pointer, expected: problem.expected, found: problem.found }))
      return undefined
    }
    return isNegated ? { ...comparison, operator: NEGATION[comparison.operator] } : comparison
  }
  const typed = visit(condition, false, at.pointer, [])
  return { typed: issues.length > 0 ? undefined : typed, issues }
}

/** The condition that is true exactly where this one is false; both are untrue where a fact is missing. */
export function negation(typed: TypedCondition): TypedCondition {
  if ('all' in typed) return { any: typed.all.map(negation) }
  if ('any' in typed) return { all: typed.any.map(negation) }
  return { ...typed, operator: NEGATION[typed.operator] }
}

export function factsIn(typed: TypedCondition): string[] {
  if ('all' in typed) return typed.all.flatMap(factsIn)
  if ('any' in typed) return typed.any.flatMap(factsIn)
  return 'fact' in typed.value ? [typed.fact, typed.value.fact] : [typed.fact]
}

/** A number with a known unit is compared in its kind's base unit, so that 万元 and 元 meet. */
export function inBaseUnit(reading: Reading, info: FactInfo): Reading {
  const factor = baseFactor(info)
  if (factor === undefined || reading.state !== 'present' || !(reading.value instanceof Exact)) return reading
  return { ...reading, value: reading.value.times(factor) }
}

function baseFactor(info: FactInfo): Exact | undefined {
  if (info.unit === undefined || !isNumeric(info)) return undefined
  // A rate is a ratio already, whatever unit it is shown in.
  if (info.type === 'rate') return undefined
  const { factor } = unitOf(info.unit)
  return factor.equals(Exact.one) ? undefined : factor
}

const isNumeric = (info: FactInfo) => ['number', 'money', 'rate', 'count'].includes(info.type)
const family = (info: FactInfo): Family =>
  isNumeric(info) ? 'number' : info.type === 'choice' ? 'text' : (info.type as Family)
type Family = 'number' | 'date' | 'text' | 'boolean' | 'list'

const AMONG: readonly Operator[] = ['in', 'notIn']

const NEGATION: { readonly [O in Operator]: Operator } = {
  equal: 'notEqual',
  notEqual: 'equal',
  lessThan: 'greaterThanInclusive',
  lessThanInclusive: 'greaterThan',
  greaterThan: 'lessThanInclusive',
  greaterThanInclusive: 'lessThan',
  in: 'notIn',
  notIn: 'in',
  contains: 'doesNotContain',
  doesNotContain: 'contains',
}

type Problem = {
  code: 'CONDITION_FACT' | 'CONDITION_OPERATOR' | 'CONDITION_VALUE' | 'CONDITION_KINDS'
  expected: Json
  found: Json
}
type Typing = { comparison: TypedComparison; problem?: never } | { comparison?: never; problem: Problem }

function typeComparison(node: Comparison, context: ConditionContext): Typing {
  const info = context.find(node.fact)
  if (info === undefined) return unknownFact(node.fact, context)
  const allowed = operatorsOf(info.type)
  if (!allowed.includes(node.operator)) {
    return {
      problem: {
        code: 'CONDITION_OPERATOR',
        expected: [...allowed],
        found: { fact: node.fact, operator: node.operator },
      },
    }
  }
  if (isFact(node.value)) {
    const other = context.find(node.value.fact)
    if (other === undefined) return unknownFact(node.value.fact, context)
    if (
      family(other) !== family(info) ||
      AMONG.includes(node.operator) ||
      conversion(info.unit, other.unit) === undefined
    ) {
      return { problem: { code: 'CONDITION_KINDS', expected: node.fact, found: node.value.fact } }
    }
    return { comparison: { fact: node.fact, operator: node.operator, value: { fact: node.value.fact } } }
  }
  const isList = Array.isArray(node.value)
  if (isList !== AMONG.includes(node.operator)) {
    return {
      problem: {
        code: 'CONDITION_VALUE',
        expected: AMONG.includes(node.operator) ? 'list' : family(info),
        found: node.value,
      },
    }
  }
  const literals = (isList ? (node.value as (string | number)[]) : [node.value]).map((each) =>
    readLiteral(each as string | number | boolean, info),
  )
  const wrong = literals.indexOf(undefined)
  if (wrong >= 0) {
    const found = isList ? (node.value as (string | number)[])[wrong]! : (node.value as string)
    const expected = info.choices === undefined ? family(info) : [...info.choices]
    return { problem: { code: 'CONDITION_VALUE', expected, found: { fact: node.fact, value: found } } }
  }
  return { comparison: { fact: node.fact, operator: node.operator, value: { literals: literals as FactLiteral[] } } }
}

function unknownFact(fact: string, context: ConditionContext): Typing {
  return { problem: { code: 'CONDITION_FACT', expected: nearest(fact, context.knownFacts()) ?? null, found: fact } }
}

function readLiteral(value: string | number | boolean, info: FactInfo): FactLiteral | undefined {
  switch (family(info)) {
    case 'number': {
      const number =
        typeof value === 'number' ? Exact.fromNumber(value) : typeof value === 'string' ? Exact.parse(value) : undefined
      const factor = baseFactor(info)
      // What is written with % is a ratio, also beside a number that counts in %.
      const isRatio = typeof value === 'string' && value.endsWith('%')
      return number === undefined || factor === undefined || isRatio ? number : number.times(factor)
    }
    case 'date':
      return typeof value === 'string' ? CivilDate.parse(value) : undefined
    case 'text':
      if (typeof value !== 'string') return undefined
      return info.choices === undefined || info.choices.includes(value) ? value : undefined
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined
    case 'list':
      return undefined
  }
}

function isFact(value: ConditionValue): value is { fact: string } {
  return typeof value === 'object' && !Array.isArray(value)
}
