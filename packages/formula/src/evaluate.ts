import {
  CivilDate,
  Exact,
  type Issue,
  type IssueCode,
  issue,
  type Reading,
  RecordList,
  type Value,
  worstState,
} from '@yardstick/model'
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

/**
 * What a checked formula gives for one set of readings. Every operator needs both its sides, so the worst state of the
 * two is its state; 且 and 或 are three-valued instead: one false side decides 且 and one true side decides 或, whatever
 * the other is (missing, not applicable, in error) and in whatever order they stand. A result that used a value still
 * to be verified is itself provisional.
 */
export type Read = (name: string) => Reading

/** Never throws on data: what cannot be computed is an error reading whose issue has the span of the part. */
export function evaluateFormula(formula: Formula, read: Read): Reading {
  return new Machine(read).evaluate(formula.root)
}

/** One part of a checked formula, outside any record. */
export function evaluateNode(node: Node, read: Read): Reading {
  return new Machine(read).evaluate(node)
}

export type Present = Extract<Reading, { state: 'present' }>
export type Row = ReadonlyMap<string, Reading>
/** Calls inside a condition over records that read no record, with their one result. */
export type Shared = Map<Node, Reading | 'by record'>

export class Machine {
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

  /** A field of one of a list's records, in the unit that the function computes in. */
  cell(node: ColumnNode, row: Row): Reading {
    const reading = this.field(node, row)
    const { factor } = node
    return factor === undefined ? reading : onNumber(reading, node, (value) => value.times(factor))
  }

  /** A list item's reading; where it is present its value is a `RecordList`. */
  records(list: string, node: Node): Reading {
    return typed(this.read(list), 'list', list, node)
  }

  /** The same readings with a record at hand; `shared` goes from record to record of one list. */
  within(row: Row, shared: Shared): Machine {
    return new Machine(this.read, row, shared)
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

/** A present reading of a computed value. */
export function made(value: Value, provisional: true | undefined): Present {
  return provisional === undefined ? { state: 'present', value } : { state: 'present', value, provisional }
}

/** A computed number, unless it has outgrown what a formula may hold. */
export function bounded(value: Exact, provisional: true | undefined, node: Node): Reading {
  return value.isTooLarge ? failed(problem('FORMULA_TOO_LARGE', node, BITS, null)) : made(value, provisional)
}

export function failed(found: Issue): Reading {
  return { state: 'error', issue: found }
}

/** An issue at the place of a node. */
export function problem(code: IssueCode, node: Node, expected: Issue['expected'], found: Issue['found']): Issue {
  return issue(code, { span: node.at.span, expected, found })
}

export function anyProvisional(readings: Iterable<Reading>): true | undefined {
  for (const reading of readings) if (reading.state === 'present' && reading.provisional) return true
  return undefined
}

export function provisionally(reading: Reading, provisional: true | undefined): Reading {
  return provisional && reading.state === 'present' ? { ...reading, provisional } : reading
}

export function onNumber(reading: Reading, node: Node, compute: (value: Exact) => Exact): Reading {
  return reading.state === 'present' ? bounded(compute(reading.value as Exact), reading.provisional, node) : reading
}

export function rowsOf(list: Present): readonly Row[] {
  return (list.value as RecordList).rows
}

/** −1, 0 or 1 for two values of one type; for texts and truth values only 0 has a meaning. */
export function order(left: Value, right: Value): -1 | 0 | 1 {
  if (left instanceof Exact) return left.compare(right as Exact)
  if (left instanceof CivilDate) {
    const days = left.dayNumber - (right as CivilDate).dayNumber
    return days < 0 ? -1 : days > 0 ? 1 : 0
  }
  return left === right ? 0 : 1
}

const BITS = 8_192

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
  if (4 * (hexDigits - 1) * Number(size.numerator) > BITS) return problem('FORMULA_TOO_LARGE', node, BITS, null)
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
