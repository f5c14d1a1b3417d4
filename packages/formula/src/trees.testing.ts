import { Exact, issue, missing, present, type Reading } from '@yardstick/model'
import fc from 'fast-check'
import { type Expression, partsOf } from './expression.ts'
import { functionNames } from './functions.ts'
import type { Outcome } from './naive.testing.ts'
import { type NameInfo, scopeOf } from './scope.ts'

/** Random trees for the laws: of every shape, over plain values of all states, and over quantities with units. */
const span = { from: 0, to: 0 }

// Trees of every shape, well typed or not.
export const plainName = fc.constantFrom(
  '实际',
  '计划',
  '人数',
  '“三公”经费',
  '《办法》',
  'GDP_1',
  '非税',
  '或有',
  '且末',
)
const oddName = fc.constantFrom(
  '2025年预算',
  '投诉-处理率',
  '是',
  'AND',
  '执行率（%）',
  'a】b',
  'a"b',
  ' 甲 ',
  '甲.乙',
  '__proto__',
  '且',
)
export const anyName = fc.oneof(
  plainName,
  oddName,
  fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }).filter((each) => each.trim() !== '' && !/[[\]]/.test(each)),
)
const decimal = fc
  .tuple(fc.bigInt(0n, 10n ** 30n - 1n), fc.nat(30))
  .map(([digits, places]) => Exact.ratio(digits, 10n ** BigInt(places)))
const operators = {
  sum: fc.constantFrom('+', '-'),
  product: fc.constantFrom('*', '/'),
  compare: fc.constantFrom('=', '<>', '<', '<=', '>', '>='),
} as const

export const tree = (name: fc.Arbitrary<string>): fc.Arbitrary<Expression> =>
  fc.letrec<{ tree: Expression }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 5, depthIdentifier: 'tree' },
      name.map((each): Expression => ({ kind: 'name', name: each, span })),
      fc.tuple(decimal, fc.boolean()).map(
        ([value, isPercent]): Expression => ({
          kind: 'number',
          value: isPercent ? value.over(Exact.integer(100)) : value,
          isPercent,
          span,
        }),
      ),
      fc
        .oneof(fc.string({ maxLength: 6 }), fc.constantFrom('say "hi"', '＂', '“优”', ']'))
        .map((value): Expression => ({ kind: 'text', value, span })),
      fc.boolean().map((value): Expression => ({ kind: 'boolean', value, span })),
      fc.tuple(name, name).map(([list, field]): Expression => ({ kind: 'field', list, field, span })),
      tie('tree').map((operand): Expression => ({ kind: 'negate', operand, span })),
      tie('tree').map((operand): Expression => ({ kind: 'not', operand, span })),
      fc
        .tuple(tie('tree'), tie('tree'))
        .map(([base, exponent]): Expression => ({ kind: 'power', base, exponent, span })),
      fc
        .tuple(operators.compare, tie('tree'), tie('tree'))
        .map(([operator, left, right]): Expression => ({ kind: 'compare', operator, left, right, span })),
      fc
        .constantFrom('sum' as const, 'product' as const)
        .chain((kind) =>
          fc
            .tuple(
              tie('tree'),
              fc.array(fc.record({ operator: operators[kind], operand: tie('tree') }), { minLength: 1, maxLength: 3 }),
            )
            .map(([first, rest]): Expression => ({ kind, first, rest, span })),
        ),
      fc
        .tuple(fc.constantFrom('and' as const, 'or' as const), fc.array(tie('tree'), { minLength: 2, maxLength: 3 }))
        .map(([kind, operands]): Expression => ({ kind, operands, span })),
      fc
        .tuple(fc.constantFrom(...functionNames()), fc.array(tie('tree'), { maxLength: 3 }))
        .map(([name, operands]): Expression => ({ kind: 'call', function: name, arguments: operands, span })),
    ),
  })).tree

export const written = (value: Exact) => `${value.numerator}/${value.denominator}`

// Trees over plain numbers and truth values, for evaluation.
const NUMBERS = ['a', 'b', 'c', 'v'] as const
const TRUTHS = ['p', 'q'] as const
export const plainScope = scopeOf([
  ...NUMBERS.map((name): NameInfo => ({ name, type: 'number', origin: 'item' })),
  ...TRUTHS.map((name): NameInfo => ({ name, type: 'boolean', origin: 'item' })),
])

export const fraction = fc
  .tuple(fc.integer({ min: -9, max: 9 }), fc.constantFrom(1, 1, 2, 3, 10))
  .map(([above, below]) => Exact.ratio(BigInt(above), BigInt(below)))
const state = fc.constantFrom('missing' as const, 'not-applicable' as const, 'error' as const)
export const states: fc.Arbitrary<Record<string, Outcome>> = fc.record({
  ...Object.fromEntries(
    NUMBERS.map((name) => [
      name,
      fc.oneof({ weight: 6, arbitrary: fraction.map(written) }, { weight: 1, arbitrary: state }),
    ]),
  ),
  ...Object.fromEntries(
    TRUTHS.map((name) => [name, fc.oneof({ weight: 4, arbitrary: fc.boolean() }, { weight: 1, arbitrary: state })]),
  ),
})

export const { numeric, truth } = fc.letrec<{ numeric: Expression; truth: Expression }>((tie) => {
  const list = fc.array(tie('numeric'), { minLength: 1, maxLength: 3 })
  const call = (
    name: Extract<Expression, { kind: 'call' }>['function'],
    operands: readonly Expression[],
  ): Expression => ({ kind: 'call', function: name, arguments: operands, span })
  const whole = fc.integer({ min: -3, max: 3 }).map((value): Expression => {
    const size: Expression = { kind: 'number', value: Exact.integer(Math.abs(value)), isPercent: false, span }
    return value < 0 ? { kind: 'negate', operand: size, span } : size
  })
  return {
    numeric: fc.oneof(
      { maxDepth: 4, depthIdentifier: 'value' },
      { weight: 3, arbitrary: fc.constantFrom(...NUMBERS).map((name): Expression => ({ kind: 'name', name, span })) },
      fc
        .integer({ min: 0, max: 5 })
        .map((value): Expression => ({ kind: 'number', value: Exact.integer(value), isPercent: false, span })),
      fc.constantFrom('sum' as const, 'product' as const).chain((kind) =>
        fc
          .tuple(
            tie('numeric'),
            fc.array(fc.record({ operator: operators[kind], operand: tie('numeric') }), {
              minLength: 1,
              maxLength: 3,
            }),
          )
          .map(([first, rest]): Expression => ({ kind, first, rest, span })),
      ),
      tie('numeric').map((operand): Expression => ({ kind: 'negate', operand, span })),
      fc
        .tuple(tie('numeric'), fc.oneof(whole, tie('numeric')))
        .map(([base, exponent]): Expression => ({ kind: 'power', base, exponent, span })),
      fc.tuple(tie('truth'), tie('numeric'), tie('numeric')).map((operands) => call('IF', operands)),
      fc
        .tuple(
          fc.constantFrom(
            'SUM' as const,
            'AVERAGE' as const,
            'MIN' as const,
            'MAX' as const,
            'COUNT' as const,
            'COALESCE' as const,
          ),
          list,
        )
        .map(([name, operands]) => call(name, operands)),
      fc
        .tuple(fc.constantFrom('ROUND' as const, 'ROUNDUP' as const, 'ROUNDDOWN' as const), tie('numeric'), whole)
        .map(([name, number, digits]) => call(name, [number, digits])),
      tie('numeric').map((operand) => call('ABS', [operand])),
    ),
    truth: fc.oneof(
      { maxDepth: 4, depthIdentifier: 'value' },
      { weight: 2, arbitrary: fc.constantFrom(...TRUTHS).map((name): Expression => ({ kind: 'name', name, span })) },
      fc.boolean().map((value): Expression => ({ kind: 'boolean', value, span })),
      fc
        .tuple(operators.compare, tie('numeric'), tie('numeric'))
        .map(([operator, left, right]): Expression => ({ kind: 'compare', operator, left, right, span })),
      tie('truth').map((operand): Expression => ({ kind: 'not', operand, span })),
      fc
        .tuple(fc.constantFrom('and' as const, 'or' as const), fc.array(tie('truth'), { minLength: 2, maxLength: 3 }))
        .map(([kind, operands]): Expression => ({ kind, operands, span })),
    ),
  }
})

const upstream: Reading = { state: 'error', issue: issue('FORMULA_DIVISION_BY_ZERO', {}) }

export function readingOf(name: string, outcome: Outcome): Reading {
  if (typeof outcome === 'boolean') return present(outcome)
  if (outcome === 'error') return upstream
  if (outcome === 'missing') return missing(name)
  return outcome === 'not-applicable' ? { state: 'not-applicable', names: [name] } : present(fractionOf(outcome))
}

function fractionOf(text: string): Exact {
  const [above, below] = text.split('/')
  return Exact.ratio(BigInt(above!), BigInt(below!))
}

export function outcomeOf(reading: Reading): Outcome {
  if (reading.state !== 'present') return reading.state
  return reading.value instanceof Exact ? written(reading.value) : reading.value === true
}

// Trees over quantities; literals adopt units, so only percentages stand beside + and −.
export const ITEMS = ['钱', '款', '人', '率'] as const
export const BASE = ['元', '元', '人', '%'] as const
export const units = fc.tuple(
  fc.constantFrom('元', '千元', '万元', '亿元'),
  fc.constantFrom('元', '千元', '万元', '亿元'),
  fc.constantFrom('人', '万人', '名'),
  fc.constantFrom('%', '‰', '百分点'),
)
export const unitScope = (units: readonly string[]) =>
  scopeOf(ITEMS.map((name, index): NameInfo => ({ name, type: 'number', unit: units[index]!, origin: 'item' })))

export const quantities = fc
  .letrec<{ quantity: Expression }>((tie) => ({
    quantity: fc.oneof(
      { maxDepth: 4, depthIdentifier: 'quantity' },
      { weight: 4, arbitrary: fc.constantFrom(...ITEMS).map((name): Expression => ({ kind: 'name', name, span })) },
      fc
        .constantFrom('5', '50', '100')
        .map((percent): Expression => ({ kind: 'number', value: Exact.parse(`${percent}%`)!, isPercent: true, span })),
      {
        weight: 4,
        arbitrary: fc
          .tuple(
            tie('quantity'),
            fc.array(fc.record({ operator: operators.product, operand: tie('quantity') }), {
              minLength: 1,
              maxLength: 3,
            }),
          )
          .map(([first, rest]): Expression => ({ kind: 'product', first, rest, span })),
      },
      fc
        .tuple(
          tie('quantity'),
          fc.array(fc.record({ operator: operators.sum, operand: tie('quantity') }), { minLength: 1, maxLength: 2 }),
        )
        .map(([first, rest]): Expression => ({ kind: 'sum', first, rest, span })),
      fc
        .tuple(operators.compare, tie('quantity'), tie('quantity'))
        .map(([operator, left, right]): Expression => ({ kind: 'compare', operator, left, right, span })),
      fc
        .tuple(
          fc.constantFrom('SUM' as const, 'MAX' as const, 'COALESCE' as const, 'AVERAGE' as const),
          fc.array(tie('quantity'), { minLength: 1, maxLength: 3 }),
        )
        .map(([name, operands]): Expression => ({ kind: 'call', function: name, arguments: operands, span })),
      tie('quantity').map(
        (base): Expression => ({
          kind: 'power',
          base,
          exponent: { kind: 'number', value: Exact.integer(2), isPercent: false, span },
          span,
        }),
      ),
    ),
  }))
  .quantity.filter((expression) => depth(expression) < 8)

function depth(expression: Expression): number {
  return 1 + Math.max(0, ...partsOf(expression).map(depth))
}
