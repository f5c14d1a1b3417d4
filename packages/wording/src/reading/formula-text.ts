import { namesIn, printFormula, writeName } from '@yardstick/formula'
import { Exact } from '@yardstick/model'
import { balanced, type Piece } from './formula-brackets.ts'
import { isMeasuredAsRate, isQuantity, roleOf } from './formula-names.ts'
import { explanationsOf } from './formula-notes.ts'
import {
  cleanName,
  type FormulaContext,
  type FormulaOperand,
  isByTableLetters,
  type NameToken,
  type Naming,
  namingOf,
  operandOf,
  SCORE,
  SCORE_NAME,
  type WrittenFormula,
} from './formula-operands.ts'
import { CLOSE, type FormulaStop, type FormulaToken, formulaTokens, OPEN } from './formula-tokens.ts'
import type { Span } from './rule-reading.ts'
import { Source } from './source.ts'

/**
 * Formulas as Chinese texts write them → the language of formulas: 预算执行率＝（实际支出资金/实际到位资金）*100% is
 * 实际支出资金 ÷ 实际到位资金 × 100% with the name 预算执行率. Names stay the words of the text; those that mean the row's
 * 分值, 目标值, 实际完成值 or its own value stand under these words, with their role. What is given always parses.
 */
export type FormulaTextReading =
  | { readonly ok: true; readonly formula: WrittenFormula }
  /** Where it stops, in the text as given, and why. */
  | { readonly ok: false; readonly reason: FormulaStop; readonly at: number }

/** One formula, alone: 得分=实际值÷目标值×分值. Spans are places of the text as it was given. */
export function readFormulaText(text: string, context: FormulaContext = {}): FormulaTextReading {
  const source = new Source(text)
  const read = formulaAt(source, 0, context)
  if (read === undefined) return { ok: false, reason: 'operand', at: 0 }
  if (!read.ok) return { ...read, at: source.span(read.at, read.at).from }
  if (!/^[,;。\n]*$/.test(source.folded.slice(read.formula.to)))
    return { ok: false, reason: 'operator', at: source.span(read.formula.to, read.formula.to).from }
  return { ok: true, formula: inText(withNotes(read.formula, source), source) }
}

/** The formula that begins at this place of the folded text, if one does and can be read: a clause of a rule. */
export function formulasAt(source: Source, at: number, context: FormulaContext = {}): WrittenFormula[] {
  const read = formulaAt(source, at, context)
  return read?.ok === true ? [withNotes(read.formula, source)] : []
}

/** The formula whose items have as note what the text says of them. */
export function withNotes(formula: WrittenFormula, source: Source): WrittenFormula {
  const said = new Map(explanationsOf(formula, source).map(({ name, note }) => [name, note]))
  const operands = formula.operands.map((operand): FormulaOperand => {
    const note = operand.role === 'item' ? said.get(operand.name) : undefined
    return note === undefined || note === operand.name ? operand : { ...operand, note }
  })
  return { ...formula, operands }
}

/** The same, telling why where it cannot be read; undefined where no formula begins here. */
export function formulaAt(source: Source, at: number, context: FormulaContext): FormulaTextReading | undefined {
  const { folded } = source
  const start = at + (matchAt(LEAD, folded, at)?.length ?? 0)
  const opened = OPEN.test(folded[start] ?? '') && matchAt(NAMED, folded, start + 1) !== undefined ? start + 1 : start
  const named = matchAt(NAMED, folded, opened)
  if (named !== undefined) {
    const head = nameOf(source, opened, opened + named.length - 1)
    if (head === undefined) return undefined
    const read = formulaFrom(source, opened + named.length, head, context)
    if (!read?.ok) return read
    const to = opened > start && CLOSE.test(folded[read.formula.to] ?? '') ? read.formula.to + 1 : read.formula.to
    return { ok: true, formula: { ...read.formula, from: at, to } }
  }
  const by = matchAt(BY, folded, start)
  // Not in the middle of a name: 合格|率×分值.
  if (by === undefined && /\p{L}/u.test(folded[start - 1] ?? '')) return undefined
  const read = formulaFrom(source, start + (by?.length ?? 0), UNNAMED, context)
  if (read?.ok !== true) return undefined
  // Without a name in front it is a formula only where it reckons with the points, or is announced as one.
  const isAnnounced = start > at && FORMULA_LEAD.test(folded.slice(at, start))
  const isOfPoints =
    read.formula.operands.some(({ role }) => role === 'points') ||
    endsWithPoints(folded.slice(start, read.formula.to), context)
  if (!isOfPoints && !isAnnounced) return undefined
  return { ok: true, formula: { ...read.formula, isScore: isOfPoints, from: at } }
}

/** 执行率×10分, of 10 points. */
function endsWithPoints(words: string, { points }: FormulaContext): boolean {
  const last = /×(\d+(?:\.\d+)?)分?$/.exec(words)?.[1]
  return last !== undefined && points !== undefined && Exact.of(last).equals(Exact.of(points))
}

const FORMULA_LEAD = /公式|方法|方式/
const LEAD =
  /(?:[①-⑳]|\(?[1-9]\)|[1-9][.、](?!\d))?(?:(?:具体)?(?:指标)?(?:评分|计分|得分|计算|考核|评价)?(?:公式|方法|方式)(?:如下|为|是)?[:,]?\n?|其中[:,]?|即[:,]?)?/y
const NAMED = /[^,;。:=\n÷×|≥≤<>]{1,40}=+/y
/** 按资金实际到位率*指标权重得分; 得分为A/B×分值. */
const BY = /(?:按照?|根据|以)|(?:该项|本项|此项|该指标|本指标|指标|则)?(?:得分|分值)(?:为|是|:)/y

interface Head {
  readonly name?: string
  readonly span?: Span
  readonly is: 'score' | 'deduction' | 'value'
}
const UNNAMED: Head = { is: 'score' }

const DEDUCTION_NAME = /^(?:该|本|此|应|实际)?(?:项|指标)?(?:扣分|扣分值|扣减分值|扣减分|应扣分值|应扣分|扣分数)$/u
const NO_NAME = /^(?:当|若|如|每|按|若是)|得\d|\d分|不得分|^\d+%?$|[()[\]{}]$(?<![)\]}])/u

/** The name before =, with its place; undefined for what is no name (a condition: 当…时控制率=0). */
function nameOf(source: Source, from: number, to: number): Head | undefined {
  const start = from + (matchAt(HEAD_LEAD, source.folded, from)?.length ?? 0)
  const end = to - (/(?:\((?:%|‰|单位[:为]?%)\))$/.exec(source.folded.slice(start, to))?.[0].length ?? 0)
  const folded = source.folded.slice(start, end)
  if (folded === '' || !/^[\p{L}“"《(]/u.test(folded) || NO_NAME.test(folded)) return undefined
  const name = cleanName(source.written(start, end))
  if (name === '' || /^[(（[]/.test(name)) return undefined
  const is = DEDUCTION_NAME.test(folded) ? 'deduction' : SCORE_NAME.test(folded) ? 'score' : 'value'
  return { name, span: { from: start, to: end }, is }
}
const HEAD_LEAD = /(?:其中|即|且|则|公式为|为|用)?(?:[①-⑳]|\(?[1-9]\)|[1-9][.、])?/y

function formulaFrom(
  source: Source,
  from: number,
  head: Head,
  context: FormulaContext,
): FormulaTextReading | undefined {
  const { folded } = source
  const read = formulaTokens(source, from)
  const { tokens, end } = trimmed(read.tokens, read.end)
  if (read.stop !== undefined) return { ok: false, ...read.stop }
  if (folded[end] === '=') return { ok: false, reason: 'operator', at: end }
  const isAlone = tokens.length < 2 || !tokens.some(({ kind }) => kind === 'sign' || kind === 'name')
  const hasSum = tokens.some((token) => token.kind === 'name' && SUM_WORDS.test(token.text))
  // 预算控制率=0 is a condition, A=实际值 an explanation.
  if (isAlone && !hasSum) return undefined
  const isScore =
    head.is !== 'value' ||
    tokens.some((token) => token.kind === 'name' && roleOf(folded.slice(token.from, token.to), SCORE) === 'points') ||
    (/^[a-z]$/i.test(head.name ?? '') && isPointsFirst(tokens, context))
  const naming = namingOf(source, tokens, isScore, head.name, context)
  if (isScore && isOnOtherScale(tokens, context)) return undefined
  const settled = percented(tokens, head, isScore)
  const expanded = settled.flatMap((token) => expandedSum(source, token))
  const made = piecesOf(source, expanded, naming)
  if ('reason' in made) return { ok: false, ...made }
  const { pieces, operands } = made
  const before = expanded.at(-1)
  if (before?.kind === 'sign' || before === undefined) return { ok: false, reason: 'operand', at: end }
  const closed = balanced(
    head.is === 'deduction'
      ? [{ kind: 'value', text: '分值' }, { kind: 'sign', text: '-' }, ...grouped(pieces)]
      : pieces,
  )
  if (closed === undefined) return { ok: false, reason: 'brackets', at: from }
  const names = new Set(namesIn(closed.expression))
  const found = [...operands.values()].filter(({ name }) => names.has(name))
  if (found.length === 0) return undefined
  if (head.is === 'deduction' && !operands.has('分值'))
    found.unshift({ name: '分值', role: 'points', span: head.span ?? { from, to: from } })
  return {
    ok: true,
    formula: {
      kind: 'formula',
      ...(head.name === undefined ? {} : { name: head.name }),
      isScore,
      formula: printFormula(closed.expression, 'zh'),
      type: isScore ? 'number' : typeOf(head, settled, found),
      operands: found,
      ...(closed.isMended || isByTableLetters(found) ? { isMended: true } : {}),
      from,
      to: end,
      spans: { name: head.span, formula: { from, to: end } },
    },
  }
}

/** The formula in the signs of our language, with what its names are. */
function piecesOf(
  source: Source,
  tokens: readonly FormulaToken[],
  naming: Naming,
): { pieces: Piece[]; operands: Map<string, FormulaOperand> } | { reason: FormulaStop; at: number } {
  const operands = new Map<string, FormulaOperand>()
  const pieces: Piece[] = []
  let bar: number | undefined
  for (const token of tokens) {
    switch (token.kind) {
      case 'name': {
        const operand = operandOf(source, token, naming)
        if (operand === undefined) return { reason: 'letter', at: token.from }
        if (!operands.has(operand.name)) operands.set(operand.name, operand)
        pieces.push({ kind: 'value', text: writeName(operand.name), isPoints: operand.role === 'points' })
        break
      }
      case 'number':
        pieces.push({ kind: 'value', text: inPercent(token.text) })
        break
      case 'sign':
        pieces.push({ kind: 'sign', text: token.text })
        break
      case 'bar':
        pieces.push(bar === undefined ? { kind: 'open', text: 'ABS(' } : { kind: 'close', text: ')' })
        bar = bar === undefined ? token.from : undefined
        break
      case 'absolute': {
        const open = openOf(pieces)
        if (open === undefined) return { reason: 'brackets', at: token.from }
        pieces[open] = { kind: 'open', text: 'ABS(' }
        break
      }
      default:
        pieces.push({ kind: token.kind, text: token.kind === 'open' ? '(' : ')' })
    }
  }
  return bar === undefined ? { pieces, operands } : { reason: 'brackets', at: bar }
}

/** 得分=完成率×100 of 5 points speaks of a hundred points that nobody scales. */
function isOnOtherScale(tokens: readonly FormulaToken[], { points }: FormulaContext): boolean {
  const [name, sign, last] = tokens
  const isHundred = tokens.length === 3 && name?.kind === 'name' && sign?.kind === 'sign' && sign.text === '×'
  return isHundred && last?.kind === 'number' && last.text === '100' && points !== undefined && points !== '100'
}

const grouped = (pieces: readonly Piece[]): Piece[] => [
  { kind: 'open', text: '(' },
  ...pieces,
  { kind: 'close', text: ')' },
]

/** Brackets at the end that nothing opened belong to the sentence around. */
function trimmed(tokens: readonly FormulaToken[], end: number): { tokens: readonly FormulaToken[]; end: number } {
  let depth = 0
  for (const { kind } of tokens) depth += kind === 'open' ? 1 : kind === 'close' ? -1 : 0
  let last = tokens.length
  while (depth < 0 && tokens[last - 1]?.kind === 'close') {
    last--
    depth++
  }
  return last === tokens.length ? { tokens, end } : { tokens: tokens.slice(0, last), end: tokens[last]!.from }
}

/** 满意人数÷总人数×100 of a 率 gives its percents: the value is the same with ×100%. */
function percented(tokens: readonly FormulaToken[], head: Head, isScore: boolean): readonly FormulaToken[] {
  const [sign, last] = tokens.slice(-2)
  const isPercents = sign?.kind === 'sign' && sign.text === '×' && last?.kind === 'number' && last.text === '100'
  if (!isPercents || isScore || head.name === undefined || !isMeasuredAsRate(head.name)) return tokens
  return [...tokens.slice(0, -1), { ...last, text: '100%' }]
}

/** 1000‰ is 100%. */
function inPercent(text: string): string {
  return text.endsWith('‰') ? `${Exact.of(text.slice(0, -1)).over(Exact.integer(10)).toText()}%` : text
}

function isPointsFirst(tokens: readonly FormulaToken[], { points }: FormulaContext): boolean {
  const [first, second] = tokens
  return (
    points !== undefined &&
    first?.kind === 'number' &&
    Exact.parse(first.text)?.equals(Exact.of(points)) === true &&
    second?.kind === 'sign' &&
    second.text === '-'
  )
}

const SUM_WORDS = /(?:之和|的和|之差|的差|的差额|之差额|之比|的比率|的比值|的比例|的比重)$/u

/** 上年结转资金与本年收入之和 → (上年结转资金 + 本年收入), where each part is the name of a quantity. */
function expandedSum(source: Source, token: FormulaToken): readonly FormulaToken[] {
  if (token.kind !== 'name') return [token]
  const words = source.folded.slice(token.from, token.to)
  const close = /(?:之和|的和|之差|的差|的差额|之差额)$/u.exec(words)
  if (close === null) return [token]
  const isSum = close[0].endsWith('和')
  const body = words.slice(0, close.index)
  const parts: { from: number; to: number }[] = []
  let from = 0
  for (const found of body.matchAll(/以及|[、与和及]/g)) {
    parts.push({ from, to: found.index })
    from = found.index + found[0].length
  }
  parts.push({ from, to: body.length })
  if (parts.length < 2 || (!isSum && parts.length > 2)) return [token]
  if (!parts.every((part) => isQuantity(body.slice(part.from, part.to)))) return [token]
  const at = token.from
  const names = parts.flatMap((part, index): FormulaToken[] => {
    const span = { from: at + part.from, to: at + part.to }
    const name: NameToken = { kind: 'name', text: source.written(span.from, span.to).replace(/\s+/g, ''), ...span }
    return index === 0 ? [name] : [{ kind: 'sign', text: isSum ? '+' : '-', from: span.from, to: span.from }, name]
  })
  return [{ kind: 'open', from: at, to: at }, ...names, { kind: 'close', from: token.to, to: token.to }]
}

function openOf(pieces: readonly Piece[]): number | undefined {
  let depth = 0
  for (let index = pieces.length - 1; index >= 0; index--) {
    if (pieces[index]!.kind === 'close') depth++
    else if (pieces[index]!.kind === 'open' && --depth === 0) return index
  }
  return undefined
}

function typeOf(
  head: Head,
  tokens: readonly FormulaToken[],
  operands: readonly FormulaOperand[],
): WrittenFormula['type'] {
  const last = tokens.at(-1)
  if (last?.kind === 'number' && /[%‰]$/.test(last.text)) return 'rate'
  // 孕产妇死亡率=…×100000 is so many in 100000.
  const isScaled = last?.kind === 'number' && tokens.at(-2)?.kind === 'sign' && tokens.some((each) => isSign(each, '÷'))
  if (head.name !== undefined && isMeasuredAsRate(head.name) && !isScaled) return 'rate'
  const types = new Set(operands.map(({ type }) => type))
  const [only] = types
  const isSum = !tokens.some((each) => isSign(each, '÷') || isSign(each, '×'))
  if (types.size === 1 && isSum && (only === 'money' || only === 'count' || only === 'rate')) return only
  return 'number'
}

const isSign = (token: FormulaToken, sign: string) => token.kind === 'sign' && token.text === sign

/** A statement with its places in the text as it was given. */
export function inText(formula: WrittenFormula, source: Source): WrittenFormula {
  const place = (span: Span): Span => source.span(span.from, span.to)
  const spans = Object.entries(formula.spans).map(([part, span]) => [
    part,
    span === undefined ? undefined : place(span),
  ])
  return {
    ...formula,
    ...place(formula),
    spans: Object.fromEntries(spans),
    operands: formula.operands.map((operand) => ({ ...operand, span: place(operand.span) })),
  }
}

function matchAt(form: RegExp, folded: string, at: number): string | undefined {
  form.lastIndex = at
  return form.exec(folded)?.[0]
}
