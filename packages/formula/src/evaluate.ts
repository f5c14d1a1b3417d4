import { CivilDate, Exact, type Issue, type Reading, RecordList, type Value, worstState } from '@yardstick/model'
import { calls } from './call.ts'
import { namesIn } from './expression.ts'
import {
  type CallNode,
  type ChainNode,
  type ColumnNode,
  type CompareNode,
  type FieldNode,
  type Formula,
  type Node,
  partsOfNode,
  type ValueType,
} from './formula.ts'
import { printFormula } from './print.ts'
import {
  anyProvisional,
  bounded,
  failed,
  MAX_BITS,
  type Machine,
  made,
  onNumber,
  order,
  type Present,
  problem,
  type Row,
  type Shared,
} from './reading.ts'

/**
 * What a checked formula gives for one set of readings. Every operator needs both its sides, so the worst state of the
 * two is its state; 且 and 或 are three-valued instead: one false side decides 且 and one true side decides 或, whatever
 * the other is (missing, not applicable, in error) and in whatever order they stand. A result that used a value still
 * to be verified is itself provisional.
 */
export type Read = (name: string) => Reading

/** Never throws on data: what cannot be computed is an error reading whose issue has the span of the part. */
export function evaluateFormula(formula: Formula, read: Read): Reading {
  return new Evaluation(read).evaluate(formula.root)
}

/** One part of a checked formula, outside any record. */
export function evaluateNode(node: Node, read: Read): Reading {
  return new Evaluation(read).evaluate(node)
}

class Evaluation implements Machine {
  private readonly read: Read
  private readonly row: Row | undefined
  private readonly shared: Shared | undefined

  constructor(read: Read, row?: Row, shared?: Shared) {
    this.read = read
    this.row = row
    this.shared = shared
  }

  evaluate(node: Node): Reading {
    switch (node.kind) {
      case 'constant':
        return node.reading
      case 'name':
        return typed(this.read(node.name), node.type, node.name, node)
      case 'field':
        return this.field(node, this.row)
      case 'sum':
      case 'product':
        return this.chain(node)
      case 'compare':
        return this.compare(node)
      case 'call':
        return this.call(node)
      case 'scale':
        return onNumber(this.evaluate(node.operand), node, (value) => value.times(node.factor))
      case 'negate':
        return onNumber(this.evaluate(node.operand), node, (value) => value.negated())
      case 'power':
        return this.power(node)
      case 'and':
        return this.joint(node.operands, false)
      case 'or':
        return this.joint(node.operands, true)
      case 'not': {
        const operand = this.evaluate(node.operand)
        return operand.state === 'present' ? made(operand.value !== true, operand.provisional) : operand
      }
      case 'column':
        throw new TypeError('evaluate: a field of a list stands outside a list function')
    }
  }

  cell(node: ColumnNode, row: Row): Reading {
    const reading = this.field(node, row)
    const { factor } = node
    return factor === undefined ? reading : onNumber(reading, node, (value) => value.times(factor))
  }

  records(list: string, node: Node): Reading {
    return typed(this.read(list), 'list', list, node)
  }

  within(row: Row, shared: Shared): Evaluation {
    return new Evaluation(this.read, row, shared)
  }

  private field(node: FieldNode | ColumnNode, row: Row | undefined): Reading {
    const name = `${node.list}.${node.field}`
    return typed(row?.get(node.field) ?? { state: 'missing', names: [name] }, node.type, name, node)
  }

  /** 金额 > 平均值（项目.金额）would be quadratic if the mean were taken anew for every record. */
  private call(node: CallNode): Reading {
    let reading = this.shared?.get(node)
    if (reading === undefined && this.shared !== undefined) {
      reading = readsRecord(node) ? 'by record' : calls[node.function](node, this)
      this.shared.set(node, reading)
    }
    return reading === undefined || reading === 'by record' ? calls[node.function](node, this) : reading
  }

  private chain(node: ChainNode): Reading {
    let total = this.evaluate(node.first)
    for (const { operator, operand } of node.rest) {
      const right = this.evaluate(operand)
      if (total.state !== 'present' || right.state !== 'present') {
        total = worstState([total, right])!
        continue
      }
      const [a, b] = [total.value as Exact, right.value as Exact]
      if (operator === '/' && b.sign === 0) {
        total = divisionByZero(operand)
        continue
      }
      const value =
        operator === '+' ? a.plus(b) : operator === '-' ? a.minus(b) : operator === '*' ? a.times(b) : a.over(b)
      total = bounded(value, total.provisional ?? right.provisional, node)
    }
    return total
  }

  private power(node: Node & { kind: 'power' }): Reading {
    const [base, exponent] = [this.evaluate(node.base), this.evaluate(node.exponent)]
    if (base.state !== 'present' || exponent.state !== 'present') return worstState([base, exponent])!
    const value = raised(base.value as Exact, exponent.value as Exact, node)
    return value instanceof Exact ? bounded(value, base.provisional ?? exponent.provisional, node) : failed(value)
  }

  private compare(node: CompareNode): Reading {
    const [left, right] = [this.evaluate(node.left), this.evaluate(node.right)]
    if (left.state !== 'present' || right.state !== 'present') return worstState([left, right])!
    return made(holds(node.operator, order(left.value, right.value)), left.provisional ?? right.provisional)
  }

  private joint(operands: readonly Node[], decisive: boolean): Reading {
    const readings: Reading[] = []
    let decided: Present | undefined
    for (const operand of operands) {
      const reading = this.evaluate(operand)
      if (reading.state === 'present' && reading.value === decisive) {
        // A verified decider makes the result firm, so a provisional one keeps looking for it.
        if (reading.provisional === undefined) return reading
        decided ??= reading
      }
      readings.push(reading)
    }
    return decided ?? worstState(readings) ?? made(!decisive, anyProvisional(readings))
  }
}

function readsRecord(node: Node): boolean {
  return node.kind === 'field' || partsOfNode(node).some(readsRecord)
}

function holds(operator: CompareNode['operator'], order: -1 | 0 | 1): boolean {
  switch (operator) {
    case '=':
      return order === 0
    case '<>':
      return order !== 0
    case '<':
      return order < 0
    case '<=':
      return order <= 0
    case '>':
      return order > 0
    case '>=':
      return order >= 0
  }
}

/** A power, refused before it is computed where it must outgrow the limit. */
function raised(base: Exact, exponent: Exact, node: Node): Exact | Issue {
  const size = exponent.abs()
  if (!exponent.isWhole || MAX_EXPONENT.lessThan(size)) {
    return problem('FORMULA_WHOLE_NUMBER', node, [-100, 100], exponent.toText().slice(0, 80))
  }
  if (base.sign === 0 && exponent.sign <= 0) {
    return problem('FORMULA_ZERO_POWER', node, null, exponent.toText())
  }
  const hexDigits = Math.max(hexLength(base.numerator), hexLength(base.denominator))
  if (4 * (hexDigits - 1) * Number(size.numerator) > MAX_BITS) return problem('FORMULA_TOO_LARGE', node, MAX_BITS, null)
  return base.power(Number(exponent.numerator))
}

const MAX_EXPONENT = Exact.integer(100)
const hexLength = (value: bigint) => (value < 0n ? -value : value).toString(16).length

function divisionByZero(divisor: Node): Reading {
  const found = {
    zh: printFormula(divisor.at, 'zh'),
    en: printFormula(divisor.at, 'en'),
    names: namesIn(divisor.at),
  }
  return failed(problem('FORMULA_DIVISION_BY_ZERO', divisor, null, found))
}

/** The reading, unless its value is not of the type that the scope promised. */
function typed(reading: Reading, type: ValueType, name: string, node: Node): Reading {
  if (reading.state !== 'present' || fits(reading.value, type)) return reading
  return failed(problem('FORMULA_VALUE_TYPE', node, type, { name }))
}

function fits(value: Value, type: ValueType): boolean {
  switch (type) {
    case 'number':
      return value instanceof Exact
    case 'boolean':
      return typeof value === 'boolean'
    case 'text':
      return typeof value === 'string'
    case 'date':
      return value instanceof CivilDate
    case 'list':
      return value instanceof RecordList
  }
}
