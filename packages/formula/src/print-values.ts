import { CivilDate, Exact, type Language, type Reading, type Value } from '@yardstick/model'
import { dimensionOf, isRatio } from './dimension.ts'
import { evaluateFormula, evaluateNode, type Read } from './evaluate.ts'
import { type Expression, partsOf } from './expression.ts'
import { type Formula, type Node, partsOfNode } from './formula.ts'
import { group, joined, LEVEL, type Leaf, print, printLeaf } from './print.ts'
import type { NameInfo } from './scope.ts'

/**
 * The calculation as reports print it: the formula with its values and what comes out, （145.6 ÷ 145.6）× 100% = 100%.
 * Of IF and COALESCE the branch that was taken is printed; where units are converted every value shows its own.
 */
export interface ValuePrinting {
  /** The type and unit to show the result in, where a measure states them; default what the formula gives. */
  readonly result?: { readonly type: string; readonly unit?: string; readonly digits?: number }
  /** How a present value is shown, unit included or not; default plain digits, rates as percentages. */
  readonly show?: (value: Value, info: Pick<NameInfo, 'type' | 'unit' | 'digits'>) => string
}

/** Never undefined: a value that is not there is named by its state (空缺, 不适用). */
export function printWithValues(
  formula: Formula,
  read: Read,
  language: Language,
  printing: ValuePrinting = {},
): string {
  const taken = branchTaken(formula.root, read)
  const hasUnits = converts(formula.root)
  const show = printing.show ?? showPlain
  const resultType = printing.result ?? { type: formula.result.type, ...unitOf(formula.result.unit) }
  const isRate = resultType.type === 'rate'
  const body = isRate ? withoutHundred(taken.at) : taken.at
  const leaf = (each: Leaf): string => {
    const info = each.kind === 'name' ? formula.scope.find(each.name) : undefined
    if (each.kind !== 'name' || info === undefined || info.type === 'list') return printLeaf(each, language)
    const reading = read(each.name)
    if (reading.state !== 'present') return stateWord(reading, language)
    const text = wordValue(reading.value, info, language, show) + (hasUnits ? (info.unit ?? '') : '')
    return isNegative(reading.value) && each !== body ? group(text, language) : text
  }
  const result = evaluateFormula(formula, read)
  const outcome =
    result.state === 'present'
      ? wordValue(result.value, resultType as NameInfo, language, show) +
        (hasUnits && !isRate ? (resultType.unit ?? '') : '')
      : stateWord(result, language)
  if (LEVEL[body.kind] === LEVEL.name && body.kind !== 'call') return outcome
  const printed = print(body, language, leaf)
  const calculation =
    isRate && isArithmetic(body) && !showsPercent(body, formula, hasUnits) ? timesHundred(printed, language) : printed
  if (result.state === 'present' && typeof result.value === 'boolean') {
    return calculation + (language === 'zh' ? '：' : ': ') + outcome
  }
  return joined(calculation, isShownExactly(result, outcome, isRate) ? '=' : '≈', outcome, language)
}

/** The part that gives the value: inside IF and COALESCE at the root, the branch that is taken. */
function branchTaken(node: Node, read: Read): Node {
  if (node.kind === 'scale') return branchTaken(node.operand, read)
  if (node.kind !== 'call') return node
  if (node.function === 'IF') {
    const [condition, then, otherwise] = node.operands as [Node, Node, Node]
    const held = evaluateNode(condition, read)
    return held.state === 'present' ? branchTaken(held.value === true ? then : otherwise, read) : node
  }
  if (node.function === 'COALESCE') {
    const chosen = node.operands.find((each) => evaluateNode(each, read).state === 'present')
    return chosen === undefined ? node : branchTaken(chosen, read)
  }
  return node
}

function converts(node: Node): boolean {
  return (
    node.kind === 'scale' || (node.kind === 'column' && node.factor !== undefined) || partsOfNode(node).some(converts)
  )
}

/** 实际 ÷ 计划 × 100% without its × 100%, which is printed anyway. */
function withoutHundred(expression: Expression): Expression {
  if (expression.kind !== 'product') return expression
  const last = expression.rest.at(-1)!
  const isHundred =
    last.operator === '*' &&
    last.operand.kind === 'number' &&
    last.operand.isPercent &&
    last.operand.value.equals(Exact.one)
  if (!isHundred) return expression
  return expression.rest.length === 1 ? expression.first : { ...expression, rest: expression.rest.slice(0, -1) }
}

function isArithmetic({ kind }: Expression): boolean {
  return kind === 'sum' || kind === 'product' || kind === 'negate' || kind === 'power'
}

function showsPercent(expression: Expression, formula: Formula, hasUnits: boolean): boolean {
  if (expression.kind === 'number') return expression.isPercent
  if (expression.kind === 'name') {
    const info = formula.scope.find(expression.name)
    return info?.type === 'rate' || (hasUnits && info?.unit !== undefined && isRatio(dimensionOf(info.unit)))
  }
  return partsOf(expression).some((part) => showsPercent(part, formula, hasUnits))
}

const timesHundred = (text: string, language: Language) =>
  joined(group(text, language), language === 'zh' ? '×' : '*', '100%', language)

function wordValue(
  value: Value,
  info: Pick<NameInfo, 'type' | 'unit' | 'digits'>,
  language: Language,
  show: NonNullable<ValuePrinting['show']>,
): string {
  if (typeof value === 'boolean') return language === 'zh' ? (value ? '是' : '否') : String(value).toUpperCase()
  if (typeof value === 'string') return `"${value}"`
  return show(value, info)
}

function showPlain(value: Value, { type, digits }: Pick<NameInfo, 'type' | 'digits'>): string {
  if (value instanceof CivilDate) return value.text
  if (!(value instanceof Exact)) return ''
  const isRate = type === 'rate'
  const shown = isRate ? value.times(Exact.integer(100)) : value
  const places = isRate ? Math.max((digits ?? 4) - 2, 0) : Math.max(digits ?? 0, 4)
  const known = shown.decimalDigits
  const text = known !== undefined && known <= places ? shown.toText() : shown.round(places).toText()
  return (isRate ? `${text}%` : text).replace('-', '−')
}

function isNegative(value: Value): boolean {
  return value instanceof Exact && value.sign < 0
}

/** Whether the printed outcome is the whole value; else ≈ stands before it. */
function isShownExactly(result: Reading, outcome: string, isRate: boolean): boolean {
  if (result.state !== 'present' || !(result.value instanceof Exact)) return true
  const digits = /^[−-]?[\d.,，]+/.exec(outcome)?.[0].replace(/[,，]/g, '').replace('−', '-')
  const shown = digits === undefined ? undefined : Exact.parse(digits)
  if (shown === undefined) return true
  return shown.equals(isRate && outcome.includes('%') ? result.value.times(Exact.integer(100)) : result.value)
}

function stateWord(reading: Exclude<Reading, { state: 'present' }>, language: Language): string {
  return STATES[reading.state][language]
}

const STATES = {
  missing: { zh: '空缺', en: 'missing' },
  'not-applicable': { zh: '不适用', en: 'not applicable' },
  error: { zh: '错误', en: 'error' },
} as const

const unitOf = (unit: string | undefined) => (unit === undefined ? {} : { unit })
