import { Exact, type Reading } from '@yardstick/model'
import { evaluateNode, type Read } from './evaluate.ts'
import { type Formula, type Node, partsOfNode } from './formula.ts'
import { degree, divided, gcd, isZero, minus, type Polynomial, plus, times } from './polynomial.ts'

/**
 * A formula as a function of one of its items: value = (a·v + b) ÷ (c·v + d). Most measures of the field have this form
 * (完成率, 变动率, 节约率), and with it the value that reaches an edge is found by solving, not by searching.
 */
export interface LinearFractional {
  readonly a: Exact
  readonly b: Exact
  readonly c: Exact
  readonly d: Exact
}

/**
 * Goes through + − × ÷, signs, unit conversions, SUM, AVERAGE, and the branch of IF or COALESCE that is taken; all other
 * names stand at their readings. It agrees with the formula wherever the formula has a value: a division by 0 in between
 * (1 ÷ (1 ÷ v) at v = 0) may be gone.
 *
 * within   the formula behind a name (a measure that is not rounded), so that a variable inside it is followed; null for
 *          one that depends on the variable and cannot be followed; undefined for a name that stands at its reading
 * returns  undefined where the formula is not of the form, or another reading that it needs is not there
 */
export function linearFractional(
  formula: Formula,
  variable: string,
  read: Read,
  within: (name: string) => Formula | null | undefined = () => undefined,
): LinearFractional | undefined {
  const ratio = new Follower(variable, read, within).follow(formula.root)
  if (ratio === undefined) return undefined
  const [b = Exact.zero, a = Exact.zero] = ratio.above
  const [d = Exact.zero, c = Exact.zero] = ratio.below
  return { a, b, c, d }
}

interface Ratio {
  readonly above: Polynomial
  readonly below: Polynomial
}

class Follower {
  private readonly variable: string
  private readonly read: Read
  private readonly within: (name: string) => Formula | null | undefined
  /** Which nodes the variable takes part in. */
  private readonly known = new Map<Node, boolean>()

  constructor(variable: string, read: Read, within: (name: string) => Formula | null | undefined) {
    this.variable = variable
    this.read = read
    this.within = within
  }

  follow(node: Node): Ratio | undefined {
    if (!this.depends(node)) return constant(this.evaluate(node))
    switch (node.kind) {
      case 'name': {
        if (node.name === this.variable) return VARIABLE
        const inner = this.within(node.name)
        return inner ? this.follow(inner.root) : undefined
      }
      case 'scale': {
        const operand = this.follow(node.operand)
        return operand && multiplied(operand, ratioOf(node.factor))
      }
      case 'negate': {
        const operand = this.follow(node.operand)
        return operand && multiplied(operand, ratioOf(Exact.integer(-1)))
      }
      case 'sum':
      case 'product':
        return this.chain(node)
      case 'power':
        return this.power(node)
      case 'call':
        return this.call(node)
      default:
        return undefined
    }
  }

  private chain(node: Node & { kind: 'sum' | 'product' }): Ratio | undefined {
    let total = this.follow(node.first)
    for (const { operator, operand } of node.rest) {
      const right = this.follow(operand)
      if (total === undefined || right === undefined) return undefined
      if (operator === '+') total = added(total, right, plus)
      else if (operator === '-') total = added(total, right, minus)
      else total = multiplied(total, operator === '*' ? right : { above: right.below, below: right.above })
    }
    return total
  }

  /** Of the powers only the first and its inverse are of the form. */
  private power(node: Node & { kind: 'power' }): Ratio | undefined {
    const exponent = this.depends(node.exponent) ? undefined : numberOf(this.evaluate(node.exponent))
    const base = this.follow(node.base)
    if (exponent === undefined || base === undefined) return undefined
    if (exponent.equals(Exact.one)) return base
    return exponent.equals(Exact.integer(-1)) ? reduced({ above: base.below, below: base.above }) : undefined
  }

  private call(node: Node & { kind: 'call' }): Ratio | undefined {
    switch (node.function) {
      case 'IF': {
        const [condition, then, otherwise] = node.operands as [Node, Node, Node]
        if (this.depends(condition)) return undefined
        const held = this.evaluate(condition)
        return held.state === 'present' ? this.follow(held.value === true ? then : otherwise) : undefined
      }
      case 'COALESCE':
        return this.firstPresent(node.operands)
      case 'SUM':
      case 'AVERAGE':
        return this.total(node)
      default:
        return undefined
    }
  }

  /** The variable itself counts as present. */
  private firstPresent(operands: readonly Node[]): Ratio | undefined {
    for (const operand of operands) {
      if (this.depends(operand)) return this.follow(operand)
      const reading = this.evaluate(operand)
      if (reading.state === 'present' || reading.state === 'error') return constant(reading)
    }
    return undefined
  }

  private total(node: Node & { kind: 'call' }): Ratio | undefined {
    let total: Ratio | undefined = ratioOf(Exact.zero)
    let count = 0
    for (const operand of node.operands) {
      const isSpread = operand.kind === 'column'
      if (isSpread && node.function === 'AVERAGE') return undefined
      // A field of a list is summed by a call of its own.
      const single: Node = isSpread ? { ...node, operands: [operand] } : operand
      const depends = this.depends(operand)
      const reading = depends ? undefined : this.evaluate(single)
      if (reading?.state === 'not-applicable') continue
      const part: Ratio | undefined = reading === undefined ? this.follow(operand) : constant(reading)
      total = total && part && added(total, part, plus)
      count++
    }
    if (total === undefined || count === 0) return undefined
    return node.function === 'SUM' ? total : multiplied(total, ratioOf(Exact.ratio(1n, BigInt(count))))
  }

  private evaluate(node: Node): Reading {
    return evaluateNode(node, this.read)
  }

  private depends(node: Node): boolean {
    const before = this.known.get(node)
    if (before !== undefined) return before
    const inner = node.kind === 'name' && node.name !== this.variable ? this.within(node.name) : undefined
    const depends =
      (node.kind === 'name' && node.name === this.variable) ||
      inner === null ||
      (inner !== undefined && this.depends(inner.root)) ||
      partsOfNode(node).some((part) => this.depends(part))
    this.known.set(node, depends)
    return depends
  }
}

const VARIABLE: Ratio = { above: [Exact.zero, Exact.one], below: [Exact.one] }

const ratioOf = (value: Exact): Ratio => ({ above: [value], below: [Exact.one] })

function numberOf(reading: Reading): Exact | undefined {
  return reading.state === 'present' && reading.value instanceof Exact ? reading.value : undefined
}

function constant(reading: Reading): Ratio | undefined {
  const value = numberOf(reading)
  return value && ratioOf(value)
}

function added(left: Ratio, right: Ratio, combine: typeof plus): Ratio | undefined {
  return reduced({
    above: combine(times(left.above, right.below), times(right.above, left.below)),
    below: times(left.below, right.below),
  })
}

function multiplied(left: Ratio, right: Ratio): Ratio | undefined {
  return reduced({ above: times(left.above, right.above), below: times(left.below, right.below) })
}

/** Without common factors; undefined where a square of the variable, a divisor of 0 or a huge number is left. */
function reduced(ratio: Ratio): Ratio | undefined {
  if (isZero(ratio.below)) return undefined
  const isPlain = degree(ratio.above) <= 1 && degree(ratio.below) <= 1
  const common = isPlain ? undefined : gcd(ratio.above, ratio.below)
  const above = common === undefined ? ratio.above : divided(ratio.above, common)
  const below = common === undefined ? ratio.below : divided(ratio.below, common)
  if (degree(above) > 1 || degree(below) > 1) return undefined
  return [...above, ...below].some((each) => each.isTooLarge) ? undefined : { above, below }
}
