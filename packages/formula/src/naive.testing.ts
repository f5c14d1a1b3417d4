import type { Expression } from './expression.ts'

/**
 * The plainest evaluator there is, for [F5]: fractions as pairs of bigints, states as words, no code shared with the real
 * one. Numbers are reduced fractions, "2/3" and "5/1".
 */
export type Outcome = string | boolean
type Fraction = readonly [bigint, bigint]
type State = 'missing' | 'not-applicable' | 'error'
type Value = Fraction | boolean | State

export function naive(expression: Expression, read: (name: string) => Outcome): Outcome {
  const value = compute(expression, (name) => fromOutcome(read(name)))
  return typeof value === 'object' ? value.join('/') : value
}

function compute(node: Expression, read: (name: string) => Value): Value {
  const of = (each: Expression) => compute(each, read)
  switch (node.kind) {
    case 'name':
      return read(node.name)
    case 'number':
      return [node.value.numerator, node.value.denominator]
    case 'boolean':
      return node.value
    case 'negate':
      return lift([of(node.operand)], ([a]) => [-a![0], a![1]])
    case 'not': {
      const operand = of(node.operand)
      return typeof operand === 'boolean' ? !operand : operand
    }
    case 'sum':
    case 'product':
      return node.rest.reduce((left, { operator, operand }) => arithmetic(operator, left, of(operand)), of(node.first))
    case 'power':
      return lift([of(node.base), of(node.exponent)], ([a, b]) => power(a!, b!))
    case 'compare': {
      const [left, right] = [of(node.left), of(node.right)]
      const bad = worst([left, right])
      if (bad !== undefined) return bad
      const [a, b] = [left as Fraction, right as Fraction]
      const difference = a[0] * b[1] - b[0] * a[1]
      const truths = {
        '=': difference === 0n,
        '<>': difference !== 0n,
        '<': difference < 0n,
        '<=': difference <= 0n,
        '>': difference > 0n,
        '>=': difference >= 0n,
      }
      return truths[node.operator]
    }
    case 'and': {
      const values = node.operands.map(of)
      return values.includes(false) ? false : (worst(values) ?? true)
    }
    case 'or': {
      const values = node.operands.map(of)
      return values.includes(true) ? true : (worst(values) ?? false)
    }
    case 'call':
      return call(node.function, node.arguments, of)
    default:
      throw new Error(node.kind)
  }
}

function call(name: string, operands: readonly Expression[], of: (each: Expression) => Value): Value {
  if (name === 'IF') {
    const condition = of(operands[0]!)
    return typeof condition === 'boolean' ? of(operands[condition ? 1 : 2]!) : condition
  }
  const values = operands.map(of)
  if (name === 'COALESCE') {
    const first = values.find((each) => each !== 'missing' && each !== 'not-applicable')
    return first ?? worst(values)!
  }
  if (name === 'ABS') return lift(values, ([a]) => [a![0] < 0n ? -a![0] : a![0], a![1]])
  if (name.startsWith('ROUND')) return lift(values, ([a, digits]) => round(name, a!, digits!))
  if (values.includes('error')) return 'error'
  if (values.includes('missing')) return 'missing'
  const there = values.filter((each): each is Fraction => each !== 'not-applicable')
  if (there.length === 0) return name === 'COUNT' ? [0n, 1n] : 'not-applicable'
  const total = there.reduce(([a, b], [c, d]) => reduce(a * d + c * b, b * d), [0n, 1n] as Fraction)
  switch (name) {
    case 'COUNT':
      return [BigInt(there.length), 1n]
    case 'SUM':
      return total
    case 'AVERAGE':
      return reduce(total[0], total[1] * BigInt(there.length))
    default: {
      const sorted = [...there].sort(
        (a, b) => Number(a[0] * b[1] - b[0] * a[1] > 0n) - Number(a[0] * b[1] - b[0] * a[1] < 0n),
      )
      return name === 'MIN' ? sorted[0]! : sorted.at(-1)!
    }
  }
}

function arithmetic(operator: string, left: Value, right: Value): Value {
  return lift([left, right], ([x, y]) => {
    const [[a, b], [c, d]] = [x!, y!]
    if (operator === '+') return reduce(a * d + c * b, b * d)
    if (operator === '-') return reduce(a * d - c * b, b * d)
    if (operator === '*') return reduce(a * c, b * d)
    return c === 0n ? 'error' : reduce(a * d, b * c)
  })
}

function power(base: Fraction, [above, below]: Fraction): Value {
  if (below !== 1n || above > 100n || above < -100n) return 'error'
  if (base[0] === 0n && above <= 0n) return 'error'
  let result: Fraction = [1n, 1n]
  const factor = above < 0n ? reduce(base[1], base[0]) : base
  for (let count = 0n; count < (above < 0n ? -above : above); count++) {
    result = reduce(result[0] * factor[0], result[1] * factor[1])
    if (tooLarge(result)) return 'error'
  }
  return result
}

function round(name: string, [above, below]: Fraction, [digits]: Fraction): Fraction {
  const scale: Fraction = digits < 0n ? [1n, 10n ** -digits] : [10n ** digits, 1n]
  const [a, b] = reduce((above < 0n ? -above : above) * scale[0], below * scale[1])
  const whole = name === 'ROUND' ? (2n * a + b) / (2n * b) : name === 'ROUNDUP' ? (a + b - 1n) / b : a / b
  return reduce((above < 0n ? -whole : whole) * scale[1], scale[0])
}

function lift(values: readonly Value[], compute: (values: readonly Fraction[]) => Value): Value {
  const bad = worst(values)
  if (bad !== undefined) return bad
  const result = compute(values as Fraction[])
  return typeof result === 'object' && tooLarge(result) ? 'error' : result
}

function worst(values: readonly Value[]): State | undefined {
  return (['error', 'not-applicable', 'missing'] as const).find((each) => values.includes(each))
}

const tooLarge = ([a, b]: Fraction) => (a < 0n ? -a : a) > 2n ** 8192n || b > 2n ** 8192n

function reduce(above: bigint, below: bigint): Fraction {
  let [a, b] = [above < 0n ? -above : above, below < 0n ? -below : below]
  while (b !== 0n) [a, b] = [b, a % b]
  const sign = below < 0n ? -1n : 1n
  return a === 0n ? [0n, 1n] : [(sign * above) / a, (sign * below) / a]
}

function fromOutcome(outcome: Outcome): Value {
  if (typeof outcome === 'boolean') return outcome
  if (outcome === 'missing' || outcome === 'not-applicable' || outcome === 'error') return outcome
  const [above, below] = outcome.split('/')
  return [BigInt(above!), BigInt(below!)]
}
