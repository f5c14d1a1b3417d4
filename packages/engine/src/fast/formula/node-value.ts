import { type CallNode, type ChainNode, type CompareNode, evaluateNode, type Node } from '@yardstick/formula'
import { Exact } from '@yardstick/model'
import { asNumber, constantNumber, constantValue } from '../constant.ts'
import type { Plan } from '../plan.ts'
import type { NumberValue, TruthValue, Value } from '../value.ts'
import { AbsStep } from './abs-step.ts'
import { productOf, quotientOf, sumOf, timesConstant } from './arithmetic.ts'
import { coalesceOf, countOf, extremeOf, ifOf } from './choose.ts'
import { compared, equated } from './comparison.ts'
import { isConstant, kindOf, readsList } from './node-facts.ts'
import { readingValue } from './reading.ts'
import { roundedTo } from './rounding.ts'
import { JointStep, NotStep } from './truth-steps.ts'

/** The plan, and what a name comes to in it: undefined for a list. */
export interface Room {
  readonly plan: Plan
  readonly named: (name: string) => Value | undefined
}

/**
 * What a part of a formula comes to. It is taken apart into steps over whole numbers; what has no such step (lists and
 * their records, powers, dates put together) is read row by row as the reference reads it, and just that part.
 */
export function nodeValue(at: Room, node: Node): Value {
  if (isConstant(node)) return constantValue(at.plan, evaluateNode(node, nothing), kindOf(node))
  const value = readsList(node) ? undefined : stepsValue(at, node)
  return value === undefined || isTooLong(value) ? readingValue(at.plan, node, at.named) : value
}

/** A constant reads nothing. */
function nothing(name: string): never {
  throw new Error(`formula: a constant reads ${name}`)
}

function stepsValue(at: Room, node: Node): Value | undefined {
  switch (node.kind) {
    case 'name': {
      const value = at.named(node.name)
      return value?.kind === kindOf(node) ? value : undefined
    }
    case 'scale':
      return timesConstant(at.plan, numberValue(at, node.operand), node.factor)
    case 'negate':
      return timesConstant(at.plan, numberValue(at, node.operand), MINUS_ONE)
    case 'sum':
      return sumOf(at.plan, [
        { value: numberValue(at, node.first), sign: 1 },
        ...node.rest.map(({ operator, operand }) => ({
          value: numberValue(at, operand),
          sign: operator === '-' ? (-1 as const) : (1 as const),
        })),
      ])
    case 'product':
      return productValue(at, node)
    case 'compare':
      return compareValue(at, node)
    case 'and':
    case 'or': {
      const operands = node.operands.map((operand) => truthValue(at, operand).num)
      const num = at.plan.register()
      at.plan.add(new JointStep(num, operands, node.kind === 'and' ? 0 : 1))
      return { kind: 'truth', num }
    }
    case 'not': {
      const operand = truthValue(at, node.operand)
      const num = at.plan.register()
      at.plan.add(new NotStep(num, operand.num))
      return { kind: 'truth', num }
    }
    case 'call':
      return callValue(at, node)
    default:
      return undefined
  }
}

/** From the left: what is not there before a division by zero stays what it is. */
function productValue(at: Room, { first, rest }: ChainNode): NumberValue {
  return rest.reduce(
    (total, { operator, operand }) => {
      const factor = numberValue(at, operand)
      return operator === '/' ? quotientOf(at.plan, total, factor) : productOf(at.plan, total, factor)
    },
    numberValue(at, first),
  )
}

function compareValue(at: Room, { operator, left, right }: CompareNode): Value | undefined {
  const [a, b] = [nodeValue(at, left), nodeValue(at, right)]
  const [numberA, numberB] = [asNumber(a), asNumber(b)]
  if (numberA !== undefined && numberB !== undefined) return compared(at.plan, operator, numberA, numberB)
  if (operator !== '=' && operator !== '<>') return undefined
  return equated(at.plan, operator, a as TruthValue, b as TruthValue)
}

function callValue(at: Room, call: CallNode): Value | undefined {
  const { operands } = call
  const values = () => operands.map((operand) => nodeValue(at, operand))
  const addends = () => operands.map((operand) => ({ value: numberValue(at, operand), sign: 1 as const }))
  switch (call.function) {
    case 'IF': {
      const [condition, then, otherwise] = operands as [Node, Node, Node]
      return ifOf(at.plan, truthValue(at, condition), nodeValue(at, then), nodeValue(at, otherwise))
    }
    case 'COALESCE':
      return coalesceOf(at.plan, values())
    case 'SUM':
      return sumOf(at.plan, addends(), true)
    case 'AVERAGE':
      return timesConstant(at.plan, sumOf(at.plan, addends(), true), Exact.ratio(1n, BigInt(operands.length)))
    case 'MIN':
      return extremeOf(at.plan, values(), -1)
    case 'MAX':
      return extremeOf(at.plan, values(), 1)
    case 'COUNT':
      return operands.length === 1 ? undefined : countOf(at.plan, values())
    case 'ROUND':
      return roundedValue(at, call, 'half-up')
    case 'ROUNDUP':
      return roundedValue(at, call, 'up')
    case 'ROUNDDOWN':
      return roundedValue(at, call, 'down')
    case 'ABS': {
      const operand = numberValue(at, operands[0]!)
      if (operand.constant !== undefined) return constantNumber(at.plan, operand.constant.abs())
      const num = at.plan.register()
      at.plan.add(new AbsStep(num, operand.num))
      return { ...operand, num }
    }
    case 'DAYS': {
      const [end, start] = operands.map((operand) => asNumber(nodeValue(at, operand))!) as [NumberValue, NumberValue]
      return sumOf(at.plan, [
        { value: end, sign: 1 },
        { value: start, sign: -1 },
      ])
    }
    default:
      return undefined
  }
}

/** Rounded to so many digits, where their number stands in the formula and may be. */
function roundedValue(at: Room, { operands }: CallNode, mode: 'half-up' | 'up' | 'down'): Value | undefined {
  const [number, digits] = operands as [Node, Node]
  if (!isConstant(digits)) return undefined
  const places = evaluateNode(digits, nothing)
  if (places.state !== 'present' || !(places.value instanceof Exact) || !places.value.isWhole) return undefined
  if (MAX_PLACES.lessThan(places.value.abs())) return undefined
  const step = Exact.integer(10).power(-Number(places.value.numerator))
  return roundedTo(at.plan, numberValue(at, number), step, mode)
}

const MAX_PLACES = Exact.integer(30)
const MINUS_ONE = Exact.integer(-1)

function numberValue(at: Room, node: Node): NumberValue {
  return nodeValue(at, node) as NumberValue
}

function truthValue(at: Room, node: Node): TruthValue {
  return nodeValue(at, node) as TruthValue
}

/** A scale that comes near to what a formula may hold: whether it is too large only the reference says. */
function isTooLong(value: Value): boolean {
  return value.kind === 'number' && (value.scale.numerator > LONGEST || value.scale.denominator > LONGEST)
}

const LONGEST = 1n << 4_096n
