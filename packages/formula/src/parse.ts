import { type Issue, issue, nearest, type Result } from '@yardstick/model'
import type { ChainOperator, CompareOperator, Expression } from './expression.ts'
import { functionNamed, functionWords } from './functions.ts'
import { bracketName, type Keyword } from './name.ts'
import { type Sign, type Span, type Token, tokenise } from './token.ts'

/**
 * Text → tree, by recursive descent, one method a level, loosest first:
 *
 *     或   且   非   = ≠ < ≤ > ≥   + −   × ÷   sign   ^   value
 *
 * As in Excel, except where Excel's reading surprises and is therefore refused: a < b < c, -a^b and a^b^c want brackets.
 * 且(a，b) may also be written as a function, as in Excel. Text is only ever parsed, never run.
 */
export const MAX_LENGTH = 4_000
export const MAX_DEPTH = 64

/** Issues carry spans in the text as typed; pointer and where are left to the caller. */
export function parseFormula(text: string): Result<Expression> {
  if (text.length > MAX_LENGTH) {
    return { ok: false, issues: [issue('FORMULA_TOO_LONG', { expected: MAX_LENGTH, found: text.length })] }
  }
  const { tokens, issues } = tokenise(text)
  if (issues.length > 0) return { ok: false, issues }
  if (tokens.length === 1)
    return { ok: false, issues: [issue('FORMULA_EMPTY', { span: { from: 0, to: text.length } })] }
  return new Parser(text, tokens).parse()
}

/** Thrown inside this file only, to leave the descent at the first place that cannot be read. */
class Unreadable {
  constructor(readonly issue: Issue) {}
}

class Parser {
  private index = 0
  private depth = 0
  /** Issues that do not keep the rest from being read. */
  private readonly issues: Issue[] = []
  /** Where the last unknown function, taken as a name with brackets, ends. */
  private nameEnd = 0
  /** Nodes that stood in brackets, which settle what -a^b leaves open. */
  private readonly bracketed = new Set<Expression>()
  private readonly text: string
  private readonly tokens: readonly Token[]

  constructor(text: string, tokens: readonly Token[]) {
    this.text = text
    this.tokens = tokens
  }

  parse(): Result<Expression> {
    try {
      const expression = this.either()
      if (this.next.kind !== 'end') this.unexpected('operator')
      return this.issues.length > 0 ? { ok: false, issues: this.issues } : { ok: true, value: expression }
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      // Inside what is most likely a name with brackets, nothing more is to be said.
      const isExplained = (error.issue.span?.from ?? 0) < this.nameEnd
      return { ok: false, issues: isExplained ? this.issues : [...this.issues, error.issue] }
    }
  }

  private either(): Expression {
    return this.joint('or', () => this.joint('and', () => this.negation()))
  }

  private joint(keyword: 'or' | 'and', operand: () => Expression): Expression {
    const from = this.next.span.from
    const first = operand()
    if (!this.isKeyword(keyword)) return first
    const operands = [first]
    while (this.isKeyword(keyword)) {
      this.index++
      operands.push(operand())
    }
    return { kind: keyword, operands: operands.slice(), span: this.spanFrom(from) }
  }

  private negation(): Expression {
    const from = this.next.span.from
    if (!this.isKeyword('not')) return this.comparison()
    this.index++
    const operand = this.deeper(() => this.negation())
    return { kind: 'not', operand, span: this.spanFrom(from) }
  }

  private comparison(): Expression {
    const from = this.next.span.from
    const left = this.sum()
    const operator = this.sign(COMPARISONS)
    if (operator === undefined) return left
    const right = this.sum()
    const span = this.spanFrom(from)
    const second = this.sign(COMPARISONS)
    if (second === undefined) return { kind: 'compare', operator, left, right, span }
    const rightFrom = right.span.from
    this.sum()
    const whole = this.spanFrom(from)
    const [first, then] = [this.source(span), this.source({ from: rightFrom, to: whole.to })]
    return this.fail('FORMULA_COMPARE_CHAIN', whole, this.source(whole), {
      zh: `${first} 且 ${then}`,
      en: `${first} AND ${then}`,
    })
  }

  private sum(): Expression {
    return this.chain('sum', ['+', '-'], () => this.product())
  }

  private product(): Expression {
    return this.chain('product', ['*', '/'], () => this.signed())
  }

  private chain(kind: 'sum' | 'product', operators: readonly ChainOperator[], operand: () => Expression): Expression {
    const from = this.next.span.from
    const first = operand()
    let operator = this.sign(operators)
    if (operator === undefined) return first
    const rest: { operator: ChainOperator; operand: Expression }[] = []
    while (operator !== undefined) {
      rest.push({ operator, operand: operand() })
      operator = this.sign(operators)
    }
    return { kind, first, rest: rest.slice(), span: this.spanFrom(from) }
  }

  private signed(): Expression {
    const from = this.next.span.from
    const sign = this.sign(['-', '+'])
    if (sign === undefined) return this.power()
    const operand = this.deeper(() => this.signed())
    if (sign === '+') return operand
    const span = this.spanFrom(from)
    if (operand.kind === 'power' && !this.bracketed.has(operand)) {
      const [base, exponent] = [this.source(operand.base.span), this.source(operand.exponent.span)]
      this.fail('FORMULA_POWER_BRACKETS', span, this.source(span), [`(-${base})^${exponent}`, `-(${base}^${exponent})`])
    }
    return { kind: 'negate', operand, span }
  }

  private power(): Expression {
    const from = this.next.span.from
    const base = this.value()
    if (this.sign(['^']) === undefined) return base
    const exponent = this.exponent()
    const span = this.spanFrom(from)
    if (this.sign(['^']) === undefined) return { kind: 'power', base, exponent, span }
    const last = this.exponent()
    const whole = this.spanFrom(from)
    const [a, b, c] = [base, exponent, last].map((each) => this.source(each.span))
    return this.fail('FORMULA_POWER_BRACKETS', whole, this.source(whole), [`(${a}^${b})^${c}`, `${a}^(${b}^${c})`])
  }

  private exponent(): Expression {
    const from = this.next.span.from
    const sign = this.sign(['-', '+'])
    if (sign === undefined) return this.value()
    const operand = this.deeper(() => this.exponent())
    return sign === '+' ? operand : { kind: 'negate', operand, span: this.spanFrom(from) }
  }

  private value(): Expression {
    const value = this.primary()
    const after = this.next
    if (after.kind === 'sign' && after.sign === '%') this.fail('FORMULA_PERCENT', after.span, this.source(after.span))
    return value
  }

  private primary(): Expression {
    const token = this.next
    switch (token.kind) {
      case 'number':
        this.index++
        return { kind: 'number', value: token.value, isPercent: token.isPercent, span: token.span }
      case 'text':
        this.index++
        return { kind: 'text', value: token.value, span: token.span }
      case 'name':
        this.index++
        return this.named(token)
      case 'keyword':
        return this.word(token.keyword, token.span)
      case 'sign':
        if (token.sign === '(') return this.group()
        if (token.sign === '%') this.fail('FORMULA_PERCENT', token.span, this.source(token.span))
    }
    return this.unexpected('operand')
  }

  private group(): Expression {
    const opening = this.next.span
    this.index++
    const inner = this.deeper(() => this.either())
    this.close(opening)
    // The span of a node in brackets takes them in, so that a mend that quotes it can be pasted.
    const grouped: Expression = { ...inner, span: this.spanFrom(opening.from) }
    this.bracketed.add(grouped)
    return grouped
  }

  private named(token: Token & { kind: 'name' }): Expression {
    const { name, span } = token
    if (this.isSign('.')) {
      this.index++
      const field = this.next
      if (field.kind !== 'name') return this.unexpected('name')
      this.index++
      return { kind: 'field', list: name, field: field.name, span: this.spanFrom(span.from) }
    }
    if (token.isBracketed || !this.isSign('(')) return { kind: 'name', name, span }
    const known = functionNamed(name)
    if (known === undefined) this.unknownFunction(name, span)
    const operands = this.operands()
    return { kind: 'call', function: known ?? 'SUM', arguments: operands, span: this.spanFrom(span.from) }
  }

  /** 真 and 假, and 且, 或, 非 written as functions. */
  private word(keyword: Keyword, span: Span): Expression {
    if (keyword === 'true' || keyword === 'false') {
      this.index++
      return { kind: 'boolean', value: keyword === 'true', span }
    }
    const after = this.tokens[this.index + 1]
    if (keyword === 'not' || after?.kind !== 'sign' || after.sign !== '(') return this.unexpected('operand')
    this.index++
    const operands = this.operands()
    const whole = this.spanFrom(span.from)
    if (operands.length < 2) {
      const word = this.source(span)
      const form = `${word}(a, b)`
      this.issues.push(
        issue('FORMULA_ARGUMENT_COUNT', { span: whole, expected: { zh: form, en: form }, found: operands.length }),
      )
    }
    return { kind: keyword, operands, span: whole }
  }

  private operands(): Expression[] {
    const opening = this.next.span
    this.index++
    if (this.isSign(')')) {
      this.index++
      return []
    }
    return this.deeper(() => {
      const operands = [this.either()]
      while (this.isSign(',')) {
        this.index++
        operands.push(this.either())
      }
      this.close(opening)
      return operands.slice()
    })
  }

  private close(opening: Span): void {
    if (this.isSign(')')) this.index++
    else if (this.next.kind === 'end') this.fail('FORMULA_UNCLOSED', opening, this.source(opening), ')')
    else this.unexpected('closing')
  }

  private unknownFunction(name: string, span: Span): void {
    // A name such as 执行率（%） reads as a call; the whole of it in brackets is the likely mend.
    const end = this.text.slice(span.to).search(/[)）]/)
    this.nameEnd = end < 0 ? span.to : span.to + end + 1
    const whole = this.text.slice(span.from, this.nameEnd)
    const expected = { function: nearest(name.toUpperCase(), functionWords()) ?? null, name: bracketName(whole) }
    this.issues.push(issue('FORMULA_UNKNOWN_FUNCTION', { span, expected, found: name }))
  }

  private deeper<T>(read: () => T): T {
    if (++this.depth > MAX_DEPTH) this.fail('FORMULA_TOO_DEEP', this.next.span, this.depth, MAX_DEPTH)
    const result = read()
    this.depth--
    return result
  }

  private get next(): Token {
    return this.tokens[this.index]!
  }

  private isSign(sign: Sign): boolean {
    const token = this.next
    return token.kind === 'sign' && token.sign === sign
  }

  private isKeyword(keyword: Keyword): boolean {
    const token = this.next
    return token.kind === 'keyword' && token.keyword === keyword
  }

  /** Takes the next token if it is one of these signs. */
  private sign<S extends Sign>(signs: readonly S[]): S | undefined {
    const token = this.next
    const found = token.kind === 'sign' ? signs.find((each) => each === token.sign) : undefined
    if (found !== undefined) this.index++
    return found
  }

  /** From an offset to the end of the last token taken. */
  private spanFrom(from: number): Span {
    return { from, to: this.tokens[this.index - 1]?.span.to ?? from }
  }

  private source(span: Span): string {
    return this.text.slice(span.from, span.to)
  }

  private unexpected(expected: 'operand' | 'operator' | 'closing' | 'name'): never {
    const { kind, span } = this.next
    if (kind === 'sign' && this.isSign('%')) this.fail('FORMULA_PERCENT', span, this.source(span))
    return this.fail('FORMULA_SYNTAX', span, kind === 'end' ? null : this.source(span).slice(0, 80), expected)
  }

  private fail(code: Issue['code'], span: Span, found: Issue['found'], expected: Issue['expected'] = null): never {
    throw new Unreadable(issue(code, { span, expected, found }))
  }
}

const COMPARISONS: readonly CompareOperator[] = ['=', '<>', '<', '<=', '>', '>=']
