import { CivilDate, Exact, type Value } from '@yardstick/model'
import { type Formula, type Node, partsOfNode } from './formula.ts'

/**
 * A checked formula as an Excel formula (without the leading =) that gives the same value for the same present inputs, up
 * to Excel's 15 digits; results of arithmetic are rounded before they are compared. Where Excel would give another value,
 * or has no way to say it, there is none: conditions over records, COALESCE, whole lists, computed dates, long literals.
 * Unit conversions are written out as factors.
 *
 * cellOf   the reference of an item or measure: "$B$3" or a defined name
 */
export function printExcel(formula: Formula, cellOf: (name: string) => string): string | undefined {
  try {
    const text = new ExcelPrinter(formula, cellOf).print(formula.root)
    return text.length <= MAX_FORMULA ? text : undefined
  } catch (error) {
    if (error instanceof Unsayable) return undefined
    throw error
  }
}

const MAX_FORMULA = 8_192
const SURE_DIGITS = 9
const ARITHMETIC: ReadonlySet<string> = new Set([
  'SUM',
  'AVERAGE',
  'MIN',
  'MAX',
  'ROUND',
  'ROUNDUP',
  'ROUNDDOWN',
  'ABS',
])
const MAX_TEXT = 255
const MAX_DIGITS = 15

/** Leaves the descent where Excel has no equal. */
class Unsayable extends Error {}

/** How tightly the text of each kind binds in Excel. */
const LEVEL: Readonly<Record<Node['kind'], number>> = {
  compare: 1,
  sum: 2,
  product: 3,
  scale: 3,
  negate: 4,
  power: 4,
  and: 9,
  or: 9,
  not: 9,
  call: 9,
  constant: 9,
  name: 9,
  field: 9,
  column: 9,
}

class ExcelPrinter {
  private readonly formula: Formula
  private readonly cellOf: (name: string) => string

  constructor(formula: Formula, cellOf: (name: string) => string) {
    this.formula = formula
    this.cellOf = cellOf
  }

  print(node: Node): string {
    switch (node.kind) {
      case 'constant':
        return this.constant(node.reading.value, node)
      case 'name':
        if (node.type === 'list') throw new Unsayable()
        return this.cellOf(node.name)
      case 'scale':
        return `${this.at(node.operand, LEVEL.product)}${scaling(node.factor)}`
      case 'negate':
        // Excel reads -a^b as (-a)^b, and two signs in a row are easily taken for one.
        return `-${this.at(node.operand, LEVEL.call)}`
      case 'sum':
      case 'product':
        return node.rest.reduce(
          (text, { operator, operand }) => `${text}${operator}${this.at(operand, LEVEL[node.kind] + 1)}`,
          this.at(node.first, LEVEL[node.kind] + 1),
        )
      case 'power':
        return `${this.at(node.base, LEVEL.call)}^${this.at(node.exponent, LEVEL.call)}`
      case 'compare':
        return this.compare(node)
      case 'and':
      case 'or':
        return this.joint(node)
      case 'not':
        return `NOT(${this.print(node.operand)})`
      case 'call':
        return this.call(node)
      case 'field':
      case 'column':
        throw new Unsayable()
    }
  }

  private at(node: Node, level: number): string {
    const text = this.print(node)
    return levelOf(node) < level ? `(${text})` : text
  }

  private constant(value: Value, node: Node): string {
    if (value instanceof Exact) {
      const isPercent = node.at.kind === 'number' && node.at.isPercent
      const text = isPercent ? `${value.times(Exact.integer(100)).toText()}%` : value.toText()
      if (text.replace(/[^\d]/g, '').replace(/^0+|0+$/g, '').length > MAX_DIGITS) throw new Unsayable()
      return text
    }
    if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
    if (value instanceof CivilDate) return excelDate(value)
    if (typeof value !== 'string' || value.length > MAX_TEXT) throw new Unsayable()
    return `"${value.replaceAll('"', '""')}"`
  }

  private compare(node: Node & { kind: 'compare' }): string {
    const [left, right] = [this.at(node.left, LEVEL.sum), this.at(node.right, LEVEL.sum)]
    // Excel's = takes "a" and "A" for equal.
    if (isText(node.left)) return node.operator === '=' ? `EXACT(${left},${right})` : `NOT(EXACT(${left},${right}))`
    if (!this.isReckoned(node.left) && !this.isReckoned(node.right)) return `${left}${node.operator}${right}`
    const firm = (operand: Node, text: string) => (operand.kind === 'constant' ? text : `ROUND(${text},${SURE_DIGITS})`)
    return `${firm(node.left, left)}${node.operator}${firm(node.right, right)}`
  }

  /**
   * Whether arithmetic has touched a number: 0.7 ÷ 7 is not the double of 0.1, so before it is compared it is rounded to
   * digits that are sure. What was typed in is compared as it is.
   */
  private isReckoned(node: Node): boolean {
    if (node.kind === 'name') {
      return node.type === 'number' && this.formula.scope.find(node.name)?.origin === 'measure'
    }
    if (node.kind === 'call' && node.function === 'IF')
      return node.operands.slice(1).some((each) => this.isReckoned(each))
    if (node.kind === 'call') return ARITHMETIC.has(node.function)
    return ['sum', 'product', 'scale', 'power'].includes(node.kind)
  }

  /**
   * Excel's AND fails where one operand fails, while one false operand decides ours. With one operand that can fail,
   * asking for the others first is the same; with more there is no such order.
   */
  private joint(node: Node & { kind: 'and' | 'or' }): string {
    const risky = node.operands.filter(canFail)
    const firm = node.operands.filter((each) => !canFail(each))
    const joined = (operands: readonly Node[]) => {
      const texts = operands.map((each) => this.print(each))
      return texts.length === 1 ? texts.join() : `${node.kind.toUpperCase()}(${texts.join(',')})`
    }
    if (risky.length === 0) return joined(node.operands)
    if (risky.length > 1) throw new Unsayable()
    const [others, last] = [joined(firm), this.print(risky[0]!)]
    return node.kind === 'and' ? `IF(${others},${last},FALSE)` : `IF(${others},TRUE,${last})`
  }

  private call(node: Node & { kind: 'call' }): string {
    switch (node.function) {
      case 'COALESCE':
      case 'COUNTIF':
      case 'SUMIF':
        throw new Unsayable()
      case 'DAYS': {
        const [end, start] = node.operands as [Node, Node]
        return `(${this.at(end, LEVEL.product)}-${this.at(start, LEVEL.product)})`
      }
      case 'DATE': {
        // Excel carries the 13th month into the next year and reads the year 99 as 1999; only literals are sure.
        const parts = node.operands.map((each) => (each.kind === 'constant' ? each.reading.value : undefined))
        const [year, month, day] = parts.map((each) => (each instanceof Exact ? each.toText() : '?'))
        const date = CivilDate.parse(`${year!.padStart(4, '0')}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`)
        if (date === undefined) throw new Unsayable()
        return excelDate(date)
      }
      case 'COUNT':
        // Its own COUNT passes over texts and dates written as text.
        return this.applied('COUNTA', node.operands)
      default:
        return this.applied(node.function, node.operands)
    }
  }

  private applied(name: string, operands: readonly Node[]): string {
    return `${name}(${operands.map((each) => this.print(each)).join(',')})`
  }
}

function levelOf(node: Node): number {
  return node.kind === 'compare' && isText(node.left) ? LEVEL.call : LEVEL[node.kind]
}

function scaling(factor: Exact): string {
  const above = factor.numerator === 1n ? '' : `*${factor.numerator}`
  return factor.denominator === 1n ? above : `${above}/${factor.denominator}`
}

/** Days before March 1900 are off by one in Excel. */
function excelDate(date: CivilDate): string {
  if (date.text < '1900-03-01') throw new Unsayable()
  const [year, month, day] = date.text.split('-').map(Number)
  return `DATE(${year},${month},${day})`
}

function isText(node: Node): boolean {
  switch (node.kind) {
    case 'constant':
      return typeof node.reading.value === 'string'
    case 'name':
      return node.type === 'text'
    case 'call':
      return node.function === 'IF' && isText(node.operands[1]!)
    default:
      return false
  }
}

/** Whether it can be an error although all it reads is there. */
function canFail(node: Node): boolean {
  switch (node.kind) {
    case 'power':
      return true
    case 'product':
      if (node.rest.some(({ operator, operand }) => operator === '/' && operand.kind !== 'constant')) return true
      break
    case 'call':
      if (ROUNDINGS.has(node.function) && node.operands[1]?.kind !== 'constant') return true
  }
  return partsOfNode(node).some(canFail)
}

const ROUNDINGS: ReadonlySet<string> = new Set(['ROUND', 'ROUNDUP', 'ROUNDDOWN'])
