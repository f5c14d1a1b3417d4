import type { Exact } from '@yardstick/model'
import type { CompareOperator, Expression, FieldExpression, NameExpression } from './expression.ts'
import { printFormula } from './print.ts'

/**
 * Whether a divisor can be 0. Known not to be: a literal, a name whose range excludes 0, and what a condition around the
 * place rules out, in a branch of IF or beside it under 且 and 或. Nothing is proved about sums; MAX(x, 1) is understood.
 */
/** Parts that are not 0 where the condition has this truth value, as printed text. */
export function guardsWhen(condition: Expression, truth: boolean): string[] {
  switch (condition.kind) {
    case 'not':
      return guardsWhen(condition.operand, !truth)
    case 'and':
    case 'or':
      return (condition.kind === 'and') === truth ? condition.operands.flatMap((each) => guardsWhen(each, truth)) : []
    case 'compare': {
      const { operator, left, right } = condition
      const known = truth ? operator : OPPOSITE[operator]
      return [...guardOf(left, known, right), ...guardOf(right, MIRRORED[known], left)]
    }
    default:
      return []
  }
}

/** `isRuledOut` knows what conditions around the place say of a printed part; `mayBeZero` answers for names and fields. */
export function isZeroPossible(
  divisor: Expression,
  isRuledOut: (text: string) => boolean,
  mayBeZero: (leaf: NameExpression | FieldExpression) => boolean,
): boolean {
  const isPossible = (expression: Expression): boolean => {
    const known = foldConstant(expression)
    if (known !== undefined) return known.sign === 0
    if (isRuledOut(guardText(expression))) return false
    switch (expression.kind) {
      case 'name':
      case 'field':
        return mayBeZero(expression)
      case 'negate':
        return isPossible(expression.operand)
      case 'power':
        return isPossible(expression.base)
      case 'product':
        return (
          isPossible(expression.first) ||
          expression.rest.some(({ operator, operand }) => operator === '*' && isPossible(operand))
        )
      case 'call':
        return isCallPossible(expression)
      default:
        return true
    }
  }
  const isCallPossible = (call: Expression & { kind: 'call' }): boolean => {
    const operands = call.arguments
    switch (call.function) {
      case 'ABS':
        return operands.some(isPossible)
      case 'COALESCE':
        return operands.some(isPossible)
      case 'IF':
        return [true, false].some((truth) => {
          const inside = operands[0] === undefined ? [] : guardsWhen(operands[0], truth)
          const branch = operands[truth ? 1 : 2]
          const isRuled = (text: string) => inside.includes(text) || isRuledOut(text)
          return branch === undefined || isZeroPossible(branch, isRuled, mayBeZero)
        })
      case 'MAX':
        return !operands.some((each) => foldConstant(each)?.sign === 1)
      case 'MIN':
        return !operands.some((each) => foldConstant(each)?.sign === -1)
      default:
        return true
    }
  }
  return isPossible(divisor)
}

/** The value of arithmetic over literals alone: 100 − 1, 2 × 50%. Undefined for everything else. */
export function foldConstant(expression: Expression): Exact | undefined {
  switch (expression.kind) {
    case 'number':
      return expression.value
    case 'negate':
      return foldConstant(expression.operand)?.negated()
    case 'sum':
    case 'product': {
      let total = foldConstant(expression.first)
      for (const { operator, operand } of expression.rest) {
        const right = foldConstant(operand)
        if (total === undefined || right === undefined || (operator === '/' && right.sign === 0)) return undefined
        total =
          operator === '+'
            ? total.plus(right)
            : operator === '-'
              ? total.minus(right)
              : operator === '*'
                ? total.times(right)
                : total.over(right)
        if (total.isTooLarge) return undefined
      }
      return total
    }
    default:
      return undefined
  }
}

function guardOf(part: Expression, operator: CompareOperator, bound: Expression): string[] {
  const sign = foldConstant(bound)?.sign
  if (sign === undefined || foldConstant(part) !== undefined) return []
  const isExcluded =
    (operator === '<>' && sign === 0) ||
    (operator === '=' && sign !== 0) ||
    (operator === '>' && sign >= 0) ||
    (operator === '>=' && sign > 0) ||
    (operator === '<' && sign <= 0) ||
    (operator === '<=' && sign < 0)
  return isExcluded ? [guardText(part)] : []
}

const guardText = (expression: Expression): string => printFormula(expression, 'en')

const OPPOSITE: Readonly<Record<CompareOperator, CompareOperator>> = {
  '=': '<>',
  '<>': '=',
  '<': '>=',
  '>=': '<',
  '>': '<=',
  '<=': '>',
}

const MIRRORED: Readonly<Record<CompareOperator, CompareOperator>> = {
  '=': '=',
  '<>': '<>',
  '<': '>',
  '>': '<',
  '<=': '>=',
  '>=': '<=',
}
