import { CivilDate, Exact, type Issue, type IssueCode, issue } from '@yardstick/model'
import {
  conversionBetween,
  type Dimension,
  dimensionOf,
  isNameFor,
  isRatio,
  multiply,
  RATE,
  raise,
  writeDimension,
} from './dimension.ts'
import { foldConstant, guardsWhen, isZeroPossible } from './divisor.ts'
import {
  type CallExpression,
  type ChainExpression,
  type CompareExpression,
  type Expression,
  type FieldExpression,
  type NameExpression,
  namesIn,
} from './expression.ts'
import type { Formula, Node, ValueType } from './formula.ts'
import { functionEntry, type Parameter, parameterAt, signatureOf } from './functions.ts'
import { writeName } from './name.ts'
import {
  complete,
  constant,
  converted,
  fieldsOf,
  number,
  numberDimension,
  type Part,
  scaled,
  typeName,
  valueType,
} from './part.ts'
import { printFormula } from './print.ts'
import type { NameInfo, Scope } from './scope.ts'
import { suggestName } from './suggest.ts'

/**
 * What a formula means in a scope: every name found, every type and unit fitting, units of one kind converted. What
 * comes out is evaluated without any further question. A part that is wrong is reported once and then taken as fitting,
 * so that one slip is one issue.
 */
export interface Checked {
  /** Absent where an issue of severity error was found. */
  readonly formula?: Formula
  readonly issues: readonly Issue[]
}

/** What a measure or a place says its value is. */
export interface Declared {
  readonly type: NameInfo['type']
  /** Without one, a number keeps the unit that the formula gives. */
  readonly unit?: string
}

const RATE_RESULT: Formula['result'] = { type: 'rate' }

/**
 * All issues, in text order; pointer and where are left to the caller.
 *
 * as   where it is given, the formula must be of this type and kind of unit, and its value is converted into that unit:
 *      a rate comes out as a ratio, 元 as 万元
 */
export function checkFormula(expression: Expression, scope: Scope, as?: Declared): Checked {
  return new Checker(scope).check(expression, as)
}

class Checker {
  private readonly scope: Scope
  private readonly issues: Issue[] = []
  /** Those that were read, in text order. */
  private readonly names: string[] = []
  /** The list whose record is at hand, in COUNTIF and SUMIF. */
  private record: { list: string; fields: ReadonlyMap<string, NameInfo> } | undefined
  /** What conditions around this place rule out: whether a part, by its text, is not 0 here. */
  private isRuledOut: (text: string) => boolean = () => false

  constructor(scope: Scope) {
    this.scope = scope
  }

  check(expression: Expression, as: Declared | undefined): Checked {
    const part = this.result(expression, as)
    const issues = this.issues.sort((a, b) => a.span!.from - b.span!.from || a.span!.to - b.span!.to)
    if (part === undefined || issues.some((each) => each.severity === 'error')) return { issues }
    return { formula: this.formula(expression, part), issues }
  }

  private result(expression: Expression, as: Declared | undefined): Part | undefined {
    if (as === undefined) {
      const part = this.visit(expression)
      return part?.type === 'column' ? this.wrongType(expression, 'number', 'column') : part
    }
    const type = valueType(as.type)
    const part = type === 'date' ? this.date(expression) : this.needed(expression, type)
    const { dimension } = numberDimension({ ...as, name: '', origin: 'measure' })
    if (part === undefined || dimension === undefined) return part
    if (part.dimension !== undefined && conversionBetween(part.dimension, dimension) === undefined) {
      // 床日/人次 may be called 天; 万元/人 may not be called 元, which would hide a factor.
      if (isNameFor(dimension, part.dimension)) return number(part.node, dimension)
      return this.raise('FORMULA_UNITS', expression, writeDimension(dimension), writeDimension(part.dimension))
    }
    return number(converted(part, dimension), dimension)
  }

  private formula(expression: Expression, { node, type, dimension }: Part): Formula {
    const isRate = dimension !== undefined && dimension.length === 0
    const result = isRate
      ? RATE_RESULT
      : dimension === undefined
        ? { type: type as ValueType }
        : { type: type as ValueType, unit: writeDimension(dimension) }
    return { expression, root: node, result, names: this.names.slice(), scope: this.scope }
  }

  private visit(expression: Expression): Part | undefined {
    switch (expression.kind) {
      case 'number': {
        const node = constant(expression, expression.value)
        return expression.isPercent ? { node, type: 'number', dimension: RATE } : { node, type: 'number' }
      }
      case 'text':
        return { node: constant(expression, expression.value), type: 'text' }
      case 'boolean':
        return { node: constant(expression, expression.value), type: 'boolean' }
      case 'name':
        return this.name(expression, expression.name)
      case 'field':
        return this.field(expression, expression.list, expression.field, false)
      case 'negate': {
        const operand = this.number(expression.operand)
        return operand && number({ kind: 'negate', operand: operand.node, at: expression }, operand.dimension)
      }
      case 'not': {
        const operand = this.needed(expression.operand, 'boolean')
        return operand && { type: 'boolean', node: { kind: 'not', operand: operand.node, at: expression } }
      }
      case 'power':
        return this.power(expression)
      case 'sum':
        return this.sum(expression)
      case 'product':
        return this.product(expression)
      case 'compare':
        return this.compare(expression)
      case 'and':
      case 'or':
        return this.joint(expression)
      case 'call':
        return this.call(expression)
    }
  }

  private name(at: Expression, name: string): Part | undefined {
    const field = this.record?.fields.get(name)
    const outer = this.scope.find(name)
    if (field !== undefined && this.record !== undefined) {
      if (outer === undefined) return this.recordField(at, this.record.list, field)
      const expected = `${writeName(this.record.list)}.${writeName(name)}`
      return this.raise('FORMULA_AMBIGUOUS_NAME', at, expected, name)
    }
    if (outer === undefined) {
      const fields = this.record === undefined ? [] : this.record.fields.values()
      this.raise('FORMULA_UNKNOWN_NAME', at, suggestName(name, [...fields, ...this.scope.all()]), name)
      return undefined
    }
    this.reads(name)
    const type = valueType(outer.type)
    // The name as the scope has it: the text of the formula need not be kept for it.
    return { node: { kind: 'name', name: outer.name, type, at }, type, info: outer, ...numberDimension(outer) }
  }

  private reads(name: string): void {
    if (!this.names.includes(name)) this.names.push(name)
  }

  private recordField(at: Expression, list: string, info: NameInfo): Part {
    const type = valueType(info.type)
    return { node: { kind: 'field', list, field: info.name, type, at }, type, info, ...numberDimension(info) }
  }

  /** 清单.字段: the record's own inside a condition over that list, else the whole column, which only functions take. */
  private field(at: Expression, list: string, field: string, isColumn: boolean): Part | undefined {
    const info = this.scope.find(list)
    if (info === undefined) {
      const lists = [...this.scope.all()].filter((each) => each.type === 'list')
      this.raise('FORMULA_UNKNOWN_NAME', at, suggestName(list, lists), list)
      return undefined
    }
    if (info.type !== 'list') return this.wrongType(at, 'list', info.type === 'rate' ? 'rate' : valueType(info.type))
    this.reads(list)
    const found = fieldsOf(info).get(field)
    if (found === undefined) {
      const expected = suggestName(field, fieldsOf(info).values())
      this.raise('FORMULA_UNKNOWN_FIELD', at, expected, { list, field })
      return undefined
    }
    if (!isColumn && this.record?.list === list) return this.recordField(at, list, found)
    const type = valueType(found.type)
    return { node: { kind: 'column', list, field, type, at }, type: 'column', info: found, ...numberDimension(found) }
  }

  private power(expression: Expression & { kind: 'power' }): Part | undefined {
    const base = this.number(expression.base)
    const exponent = this.number(expression.exponent)
    if (base === undefined || exponent === undefined) return undefined
    const known = foldConstant(expression.exponent)
    const isAllowed = known === undefined || (known.isWhole && !Exact.integer(100).lessThan(known.abs()))
    if (!isAllowed) {
      this.raise('FORMULA_WHOLE_NUMBER', expression.exponent, [-100, 100], known.toText().slice(0, 80))
      return undefined
    }
    if (exponent.dimension !== undefined && exponent.dimension.length > 0) {
      this.raise('FORMULA_UNITS', expression.exponent, '', writeDimension(exponent.dimension))
    }
    if (known !== undefined && known.sign < 0) this.divisor(expression.base)
    const node: Node = { kind: 'power', base: base.node, exponent: exponent.node, at: expression }
    if (base.dimension === undefined) return { node, type: 'number' }
    if (known === undefined && !isRatio(base.dimension)) {
      this.raise('FORMULA_UNITS', expression.base, '', writeDimension(base.dimension))
    }
    if (!isRatio(base.dimension)) return number(node, raise(base.dimension, Number(known?.numerator ?? 1n)))
    // A percentage is raised as the ratio it is.
    return number({ ...node, base: converted(base, RATE) }, RATE)
  }

  private sum(expression: ChainExpression): Part | undefined {
    const operands = [expression.first, ...expression.rest.map((each) => each.operand)]
    const parts = operands.map((each) => this.number(each))
    const dimension = this.agree(operands, parts)
    const [first, ...rest] = this.allOf(parts, dimension) ?? []
    if (first === undefined) return undefined
    const terms = rest.map((operand, index) => ({ operator: expression.rest[index]!.operator, operand }))
    return number({ kind: 'sum', first, rest: terms, at: expression }, dimension)
  }

  private product(expression: ChainExpression): Part | undefined {
    const first = this.number(expression.first)
    let dimension = first?.dimension
    let factor = Exact.one
    /** A number without unit took part: a ratio times 10 is no longer a rate, and 100 ÷ 人数 has no unit of its own. */
    let hasPlain = dimension === undefined
    const read = expression.rest.map(({ operator, operand }): Part | undefined => {
      const part = this.number(operand)
      if (operator === '/') this.divisor(operand)
      if (part?.dimension === undefined) {
        hasPlain ||= operator === '*' || foldConstant(operand) === undefined
        return part
      }
      if (dimension === undefined && operator === '*') dimension = part.dimension
      else {
        const product = multiply(dimension ?? RATE, part.dimension, operator === '*' ? 1 : -1)
        dimension = product.dimension
        factor = factor.times(product.factor)
      }
      return part
    })
    const operands = complete(read)
    if (first === undefined || operands === undefined) return undefined
    const rest = operands.map(({ node }, index) => ({ operator: expression.rest[index]!.operator, operand: node }))
    const node: Node = { kind: 'product', first: first.node, rest, at: expression }
    const isOpen = hasPlain && !dimension?.some(({ power }) => power > 0)
    return number(scaled(node, factor), isOpen ? undefined : dimension)
  }

  private compare(expression: CompareExpression): Part | undefined {
    const sides = [expression.left, expression.right]
    const read = complete(sides.map((side) => this.single(side)))
    const parts = read && this.datesAgreed(sides, read)
    if (parts === undefined) return undefined
    const [left, right] = parts as [Part, Part]
    const found = [typeName(left), typeName(right)]
    if (left.type !== right.type) return this.raise('FORMULA_COMPARE_TYPES', expression, null, found)
    const hasOrder = left.type === 'number' || left.type === 'date'
    if (!hasOrder && expression.operator !== '=' && expression.operator !== '<>') {
      return this.raise('FORMULA_COMPARE_ORDER', expression, null, found[0]!)
    }
    this.choice(left, expression.right)
    this.choice(right, expression.left)
    this.rateLiteral(left, expression.right)
    this.rateLiteral(right, expression.left)
    const nodes = this.allOf(parts, this.agree(sides, parts))
    if (nodes === undefined) return undefined
    const node: Node = {
      kind: 'compare',
      operator: expression.operator,
      left: nodes[0]!,
      right: nodes[1]!,
      at: expression,
    }
    return { node, type: 'boolean' }
  }

  /** A text that is compared with a choice must be one of its choices. */
  private choice(part: Part, literal: Expression): void {
    const choices = part.info?.choices
    if (choices === undefined || literal.kind !== 'text' || choices.includes(literal.value)) return
    this.raise('FORMULA_UNKNOWN_CHOICE', literal, [...choices], literal.value)
  }

  /** 完成率 ≥ 95 most likely means 95%. */
  private rateLiteral(part: Part, literal: Expression): void {
    if (part.dimension?.length !== 0 || literal.kind !== 'number' || literal.isPercent) return
    const text = literal.value.toText()
    if (Exact.of('1.5').lessThan(literal.value)) this.raise('FORMULA_RATE_LITERAL', literal, `${text}%`, text)
  }

  private joint(expression: Expression & { kind: 'and' | 'or' }): Part | undefined {
    // 且 is only decided by an operand where all others are true, 或 where all others are false.
    const guards = expression.operands.map((each) => new Set(guardsWhen(each, expression.kind === 'and')))
    const counts = new Map<string, number>()
    for (const text of guards.flatMap((each) => [...each])) counts.set(text, (counts.get(text) ?? 0) + 1)
    const read = expression.operands.map((operand, index) => {
      const isRuledOut = (text: string) => (counts.get(text) ?? 0) > (guards[index]!.has(text) ? 1 : 0)
      return this.guarded(isRuledOut, () => this.needed(operand, 'boolean'))
    })
    const operands = complete(read)
    return (
      operands && {
        type: 'boolean',
        node: { kind: expression.kind, operands: operands.map(({ node }) => node), at: expression },
      }
    )
  }

  private call(expression: CallExpression): Part | undefined {
    const entry = functionEntry(expression.function)
    const count = expression.arguments.length
    const isCounted = entry.repeats ? count >= entry.parameters.length : count === entry.parameters.length
    const expected = { zh: signatureOf(expression.function, 'zh'), en: signatureOf(expression.function, 'en') }
    if (!isCounted) this.raise('FORMULA_ARGUMENT_COUNT', expression, expected, count)
    const parameters = expression.arguments.map((_, index) => parameterAt(entry, index) ?? entry.parameters.at(-1)!)
    const read = complete(this.operands(expression, parameters))
    if (read === undefined || !isCounted) return undefined
    const shaping = expression.arguments.filter((_, index) => parameters[index]!.shapes)
    const shaped = this.unified(
      expression,
      shaping,
      read.filter((_, index) => parameters[index]!.shapes),
    )
    if (shaped === undefined) return undefined
    const [shape] = shaped
    let next = 0
    const operands = read.map((part, index) => (parameters[index]!.shapes ? shaped[next++]!.node : part.node))
    const node: Node = { kind: 'call', function: expression.function, operands, at: expression }
    switch (entry.result) {
      case 'count':
        return { node, type: 'number' }
      case 'days':
        return { node, type: 'number', dimension: dimensionOf('天') }
      case 'date':
        return this.constantDate(expression) ? { node, type: 'date' } : undefined
      case 'like': {
        const dimension = shaped.find((each) => each.dimension !== undefined)?.dimension
        const type = shape!.type === 'column' ? valueType(shape!.info!.type) : shape!.type
        return { node, type, ...(dimension === undefined ? {} : { dimension }) }
      }
    }
  }

  private operands(call: CallExpression, parameters: readonly Parameter[]): (Part | undefined)[] {
    if (call.function === 'COUNTIF' || call.function === 'SUMIF') return this.recordOperands(call, parameters)
    const [condition] = call.arguments
    return call.arguments.map((argument, index) => {
      if (call.function !== 'IF' || index === 0) return this.operand(argument, parameters[index]!)
      const guards = guardsWhen(condition!, index === 1)
      return this.guarded(
        (text) => guards.includes(text),
        () => this.operand(argument, parameters[index]!),
      )
    })
  }

  private operand(argument: Expression, { takes, within }: Parameter): Part | undefined {
    switch (takes) {
      case 'number':
      case 'record-number':
        return this.number(argument)
      case 'whole':
        return this.whole(argument, within ?? [-9_999, 9_999])
      case 'boolean':
      case 'record-condition':
        return this.needed(argument, 'boolean')
      case 'date':
        return this.date(argument)
      case 'any':
        return this.single(argument)
      case 'list':
        return this.needed(argument, 'list')
      case 'countable':
        return argument.kind === 'field' ? this.column(argument) : this.visit(argument)
      case 'series':
      case 'ordered': {
        const isDate = takes === 'ordered' && argument.kind === 'text' && CivilDate.parse(argument.value) !== undefined
        if (isDate) return this.date(argument)
        const part = argument.kind === 'field' ? this.column(argument) : this.visit(argument)
        if (part === undefined) return part
        const type = part.type === 'column' ? valueType(part.info!.type) : part.type
        if (type === 'number' || (takes === 'ordered' && type === 'date')) return part
        return this.wrongType(argument, type === 'list' ? 'column' : 'number', type)
      }
    }
  }

  private recordOperands(call: CallExpression, parameters: readonly Parameter[]): (Part | undefined)[] {
    if (this.record !== undefined) {
      this.raise('FORMULA_NESTED_RECORDS', call, null, call.function)
      return [undefined]
    }
    const [list, condition, ...rest] = call.arguments
    if (list === undefined) return []
    const part = this.needed(list, 'list')
    if (part?.info === undefined || condition === undefined) return [undefined]
    this.record = { list: part.info.name, fields: fieldsOf(part.info) }
    const held = this.operand(condition, parameters[1]!)
    const guards = guardsWhen(condition, true)
    const values = this.guarded(
      (text) => guards.includes(text),
      () => rest.map((each, index) => this.operand(each, parameters[index + 2]!)),
    )
    this.record = undefined
    return [part, held, ...values]
  }

  private column(expression: Expression & { kind: 'field' }): Part | undefined {
    return this.field(expression, expression.list, expression.field, true)
  }

  private whole(expression: Expression, [low, high]: readonly [number, number]): Part | undefined {
    const part = this.number(expression)
    const known = foldConstant(expression)
    const fits = known?.isWhole && Exact.integer(low).atMost(known) && known.atMost(Exact.integer(high))
    if (known === undefined || fits) return part
    return this.raise('FORMULA_WHOLE_NUMBER', expression, [low, high], known.toText().slice(0, 80))
  }

  private constantDate(call: CallExpression): boolean {
    const parts = call.arguments.map((each) => foldConstant(each)?.toText())
    if (!parts.every((each) => each !== undefined)) return true
    const [year, month, day] = parts as [string, string, string]
    const date = CivilDate.parse(`${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
    if (date === undefined) this.raise('FORMULA_DATE', call, null, parts.join('-'))
    return date !== undefined
  }

  /** One value, of any type. */
  private single(expression: Expression): Part | undefined {
    const part = this.visit(expression)
    return part?.type === 'column' || part?.type === 'list' ? this.wrongType(expression, 'number', part.type) : part
  }

  private number(expression: Expression): Part | undefined {
    return this.needed(expression, 'number')
  }

  private needed(expression: Expression, type: ValueType): Part | undefined {
    const part = this.visit(expression)
    return part === undefined || part.type === type ? part : this.wrongType(expression, type, typeName(part))
  }

  private date(expression: Expression): Part | undefined {
    if (expression.kind === 'text') return this.dateLiteral(expression)
    return this.needed(expression, 'date')
  }

  private dateLiteral(expression: Expression & { kind: 'text' }): Part | undefined {
    const date = CivilDate.parse(expression.value)
    if (date !== undefined) return { node: constant(expression, date), type: 'date' }
    return this.raise('FORMULA_DATE', expression, null, JSON.stringify(expression.value.slice(0, 80)))
  }

  /** Where one of several values is a date, texts among them are read as dates. */
  private datesAgreed(expressions: readonly Expression[], parts: readonly Part[]): readonly Part[] | undefined {
    const hasDate = parts.some((each) => each.type === 'date' || (each.type === 'column' && each.info?.type === 'date'))
    if (!hasDate) return parts
    return complete(
      parts.map((part, index) => {
        const expression = expressions[index]!
        return expression.kind === 'text' ? this.dateLiteral(expression) : part
      }),
    )
  }

  /** Values of one type, numbers in one unit. */
  private unified(
    at: Expression,
    expressions: readonly Expression[],
    read: readonly Part[],
  ): readonly Part[] | undefined {
    const parts = this.datesAgreed(expressions, read)
    if (parts === undefined) return undefined
    const types = new Set(parts.map((each) => (each.type === 'column' ? valueType(each.info!.type) : each.type)))
    if (types.size > 1) return this.raise('FORMULA_BRANCH_TYPES', at, null, [...types])
    const dimension = this.agree(expressions, parts)
    const nodes = this.allOf(parts, dimension)
    return nodes && parts.map((part, index) => ({ ...part, node: nodes[index]!, ...(dimension && { dimension }) }))
  }

  /** The unit that several numbers are computed in: the first that one of them has. Another kind is an issue. */
  private agree(expressions: readonly Expression[], parts: readonly (Part | undefined)[]): Dimension | undefined {
    const target = parts.find((each) => each?.dimension !== undefined)?.dimension
    if (target === undefined) return undefined
    parts.forEach((part, index) => {
      if (part?.dimension === undefined || conversionBetween(part.dimension, target) !== undefined) return
      this.raise('FORMULA_UNITS', expressions[index]!, writeDimension(target), writeDimension(part.dimension))
    })
    return target
  }

  private allOf(parts: readonly (Part | undefined)[], dimension: Dimension | undefined): readonly Node[] | undefined {
    return complete(parts)?.map((part) => (dimension === undefined ? part.node : converted(part, dimension)))
  }

  private divisor(expression: Expression): void {
    const isZero = foldConstant(expression)?.sign === 0
    if (!isZero && !isZeroPossible(expression, this.isRuledOut, (each) => this.leafMayBeZero(each))) return
    const found = {
      zh: printFormula(expression, 'zh'),
      en: printFormula(expression, 'en'),
      names: namesIn(expression),
    }
    this.raise(isZero ? 'FORMULA_DIVISION_BY_ZERO' : 'FORMULA_MAY_DIVIDE_BY_ZERO', expression, null, found)
  }

  private leafMayBeZero(leaf: NameExpression | FieldExpression): boolean {
    const list = leaf.kind === 'field' ? this.scope.find(leaf.list) : undefined
    const field = leaf.kind === 'field' ? list && fieldsOf(list).get(leaf.field) : this.record?.fields.get(leaf.name)
    const info = field ?? (leaf.kind === 'name' ? this.scope.find(leaf.name) : undefined)
    return info?.mayBeZero !== false
  }

  private guarded<T>(isRuledOut: (text: string) => boolean, visit: () => T): T {
    const before = this.isRuledOut
    this.isRuledOut = (text) => isRuledOut(text) || before(text)
    const result = visit()
    this.isRuledOut = before
    return result
  }

  private wrongType(at: Expression, expected: string, found: string): undefined {
    return this.raise('FORMULA_TYPE', at, expected, found)
  }

  private raise(code: IssueCode, at: Expression, expected: Issue['expected'], found: Issue['found']): undefined {
    this.issues.push(issue(code, { span: at.span, expected, found }))
    return undefined
  }
}
