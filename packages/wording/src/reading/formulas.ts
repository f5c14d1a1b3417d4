import { writeName } from '@yardstick/formula'
import { isMeasuredAsRate, isQuantity, typeOfName } from './formula-names.ts'
import { explanationsOf, sentenceEnd } from './formula-notes.ts'
import type { FormulaContext, FormulaOperand, WrittenFormula } from './formula-operands.ts'
import { type FormulaTextReading, formulaAt, inText, withNotes } from './formula-text.ts'
import { type Match, maybe, maybeSlot, oneOf, pattern, slot } from './pattern.ts'
import type { Span } from './rule-reading.ts'
import { Source } from './source.ts'
import type { Statement } from './statement.ts'

/**
 * The formulas in a longer text, as a cell of 指标解释 or 计算公式 holds them, with what the text says about their figures:
 * 其中：实际到位资金：一定时期内落实到具体项目的资金。 becomes the note of 实际到位资金. Where no formula is written with signs, one
 * in words is taken: 实际到位资金与计划投入资金的比率, 重点项目支出占项目总支出的比重.
 */
export interface FoundFormulas {
  readonly formulas: readonly WrittenFormula[]
  /** What begins as a formula and cannot be read, with the place where it stops. */
  readonly broken: readonly Broken[]
  /** The explanations, understood and part of no rule. */
  readonly notes: readonly Span[]
}

/** Every place is one of the text as it was given. */
export function findFormulas(text: string, context: FormulaContext = {}): FoundFormulas {
  const source = new Source(text)
  const { formulas, broken } = formulasIn(source, context)
  return {
    formulas: formulas.map((formula) => inText(formula, source)),
    broken: broken.map((each) => ({
      ...each,
      at: source.span(each.at, each.at).from,
      ...source.span(each.from, each.to),
    })),
    notes: formulas.flatMap((formula) => explanationsOf(formula, source)).map(({ at }) => source.span(at.from, at.to)),
  }
}

/** An explanation of a figure of the formulas of this text: understood, and no part of the rule. */
export function explanationsAt(source: Source, at: number): Statement[] {
  const start = at + (/^(?:其中|注|说明|式中|公式中)[:,]?/.exec(source.folded.slice(at))?.[0].length ?? 0)
  for (const formula of formulasOnce(source)) {
    const found = explanationsOf(formula, source).find((each) => each.at.from === start)
    if (found !== undefined) return [{ kind: 'note', from: at, to: found.at.to, spans: {} }]
  }
  const to = partExplained(source, start)
  return to === undefined ? [] : [{ kind: 'note', from: at, to, spans: {} }]
}

/** “三公经费”包括…, where a figure is called “三公经费”实际支出数: words about a part of a name, and nothing about points. */
function partExplained(source: Source, at: number): number | undefined {
  const { folded } = source
  if (!isStart(folded, at)) return undefined
  const said = /^([\p{L}“”"]{2,24}?)(?:,?(?:是指|系指|主要指|指的是|指|主要包括|包括):?|:)/u.exec(folded.slice(at))
  const name = said?.[1]?.replace(/["”]/g, '”').replace(/^["“”]/, '“')
  if (said === null || name === undefined) return undefined
  const names = formulasOnce(source).flatMap((formula) => [
    formula.name ?? '',
    ...formula.operands.map((each) => each.name),
  ])
  if (!names.some((each) => each.includes(name))) return undefined
  const to = sentenceEnd(folded, at, /[;。\n]/)
  return /\d分|满分|得分|不得|扣|[=÷×]/.test(folded.slice(at, to)) ? undefined : to
}

/** A text is asked at every place of it. */
function formulasOnce(source: Source): readonly WrittenFormula[] {
  const found = READ.get(source) ?? formulasIn(source, {}).formulas
  READ.set(source, found)
  return found
}
const READ = new WeakMap<Source, readonly WrittenFormula[]>()

type Broken = Extract<FormulaTextReading, { ok: false }> & Span

/** In places of the folded text. */
function formulasIn(source: Source, context: FormulaContext): { formulas: WrittenFormula[]; broken: Broken[] } {
  const { folded } = source
  const formulas: WrittenFormula[] = []
  const broken: Broken[] = []
  let at = 0
  while (at < folded.length) {
    const read = isStart(folded, at) ? formulaAt(source, at, context) : undefined
    if (read?.ok === true) {
      formulas.push(withNotes(read.formula, source))
      at = read.formula.to
      continue
    }
    if (read?.ok === false && /[-+×÷]/.test(folded.slice(at, clauseEnd(folded, at)))) {
      const to = clauseEnd(folded, at)
      broken.push({ ...read, from: at, to })
      at = to
      continue
    }
    at++
  }
  if (formulas.length === 0 && broken.length === 0) {
    const inWords = ratioInWords(source, context)
    if (inWords !== undefined) formulas.push(inWords)
  }
  return { formulas, broken }
}

const isStart = (folded: string, at: number) => at === 0 || /[,;。:、\n(=]/.test(folded[at - 1]!)

function clauseEnd(folded: string, at: number): number {
  let place = at
  while (place < folded.length && !/[,;。\n]/.test(folded[place]!)) place++
  return place
}

// In words

const PHRASE = '[\\p{L}\\p{N}“”"、()]{2,60}?'
const RATIO = pattern`${maybeSlot('name', '[\\p{L}“”"]{2,24}?(?=是指|指|为|即|=|:)')}${maybe('是指', '指', '为', '即', '=', ':')}${slot('over', PHRASE)}${slot('join', oneOf('与', '和', '同', '占'))}${slot('under', PHRASE)}${oneOf('的', '之')}${slot('kind', oneOf('比率', '比值', '比例', '比重', '百分比', '占比', '比', '变动比率'))}(?=[,;。:\n)]|$)`

/** 部门本年度预算完成数与预算数的比率: one 与 only, and both sides the names of quantities. */
function ratioInWords(source: Source, context: FormulaContext): WrittenFormula | undefined {
  const { folded } = source
  for (let at = 0; at < folded.length; at++) {
    const match = isStart(folded, at) ? RATIO.match(folded, at) : undefined
    const found = match === undefined ? undefined : quotientOf(source, match, context)
    if (found !== undefined) return found
  }
  return undefined
}

function quotientOf(source: Source, { said, spans, end }: Match, context: FormulaContext): WrittenFormula | undefined {
  const { over, under } = spans
  if (over === undefined || under === undefined) return undefined
  const joint = said['join'] === '占' ? /占/ : /[与同和]/
  if ([said['over'], said['under']].some((each) => each === undefined || !isQuantity(each) || joint.test(each)))
    return undefined
  const [first, second] = [operandIn(source, over), operandIn(source, under)]
  const [a, b] = [writeName(first.name), writeName(second.name)]
  const ownName = context.name !== undefined && isMeasuredAsRate(context.name) ? context.name : undefined
  const name = spans['name'] === undefined ? ownName : operandIn(source, spans['name']).name
  const span = { from: over.from, to: end }
  return {
    kind: 'formula',
    ...(name === undefined ? {} : { name }),
    isScore: false,
    formula: said['kind'] === '变动比率' ? `（${a} − ${b}）÷ ${b} × 100%` : `${a} ÷ ${b} × 100%`,
    type: 'rate',
    operands: [first, second],
    ...span,
    spans: { formula: span, name: spans['name'] },
  }
}

function operandIn(source: Source, span: Span): FormulaOperand {
  const name = source.written(span.from, span.to).replace(/\s+/g, '')
  return { name, role: 'item', type: typeOfName(name), span }
}
