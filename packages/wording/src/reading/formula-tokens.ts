import { canonicalDecimal } from '@yardstick/model'
import { roleOf, unitIn } from './formula-names.ts'
import type { Span } from './rule-reading.ts'
import type { Source } from './source.ts'

/**
 * A formula as a Chinese text writes it, in pieces: 预算执行率＝（实际支出资金/实际到位资金）*100%. Names are whole phrases,
 * with brackets of their own (因公出国（境）费) and units behind them (（万元）); brackets of every kind are one kind. It ends
 * where the clause ends. What cannot be a part of a formula stops it, with the place.
 */
export type FormulaToken = Span &
  (
    | { readonly kind: 'number'; readonly text: string }
    | { readonly kind: 'name'; readonly text: string; readonly unit?: string; readonly letter?: string }
    | { readonly kind: 'sign'; readonly text: '+' | '-' | '×' | '÷' }
    | { readonly kind: 'open' | 'close' | 'bar' }
    /** 的绝对值 behind a bracket. */
    | { readonly kind: 'absolute' }
  )

/**
 * Why a formula could not be read
 *
 * operand    a value or a name is missing, or words stand where none can
 * operator   two values without a sign between them
 * brackets   they do not close, and could be closed in ways that mean different things
 * unit       a number with a unit, which a formula cannot hold
 * letter     A, B without the words they stand for
 */
export type FormulaStop = 'operand' | 'operator' | 'brackets' | 'unit' | 'letter'

export interface FormulaTokens {
  readonly tokens: readonly FormulaToken[]
  readonly end: number
  readonly stop?: { readonly reason: FormulaStop; readonly at: number }
}

/** The pieces from this place of the folded text to the end of the formula. */
export function formulaTokens(source: Source, from: number): FormulaTokens {
  const { folded } = source
  const tokens: FormulaToken[] = []
  let at = from
  let depth = 0
  const stopped = (reason: FormulaStop): FormulaTokens => ({ tokens, end: at, stop: { reason, at } })
  while (at < folded.length) {
    const last = tokens.at(-1)
    const isComplete = endsValue(last)
    const letter = folded[at]!
    if (letter === '\n') {
      const next = folded[at + 1] ?? ''
      if (depth === 0 && isComplete && !/[-+×÷)\]}]/.test(next)) break
      at++
      continue
    }
    if (END.test(letter) || (letter === '、' && isComplete)) break
    if (OPEN.test(letter)) {
      if (isComplete) return depth === 0 && isNote(folded, at) ? { tokens, end: at } : stopped('operator')
      tokens.push({ kind: 'open', from: at, to: ++at })
      depth++
      continue
    }
    if (CLOSE.test(letter)) {
      // A closing bracket too many may be that of the sentence around: （得分=A/B×分值）.
      tokens.push({ kind: 'close', from: at, to: ++at })
      depth--
      continue
    }
    if (letter === '|' || letter === '∣') {
      tokens.push({ kind: 'bar', from: at, to: ++at })
      continue
    }
    const sign = matchAt(SIGN_WORD, folded, at) ?? (SIGN.test(letter) ? letter : undefined)
    if (sign !== undefined) {
      tokens.push({ kind: 'sign', text: SIGNS[sign] ?? '×', from: at, to: at + sign.length })
      at += sign.length
      continue
    }
    const absolute = matchAt(ABSOLUTE, folded, at)
    if (absolute !== undefined && last?.kind === 'close') {
      tokens.push({ kind: 'absolute', from: at, to: at + absolute.length })
      at += absolute.length
      continue
    }
    if (isComplete) {
      // Words right behind a percentage or a bracket begin the next clause: ×100%未达到90%的.
      const isClause = depth === 0 && (last?.kind === 'close' || (last?.kind === 'number' && last.text.endsWith('%')))
      const tail = matchAt(TAIL, folded, at)
      if (tail !== undefined && depth === 0) return { tokens, end: at + tail.length }
      return isClause ? { tokens, end: at } : stopped('operator')
    }
    const number = numberAt(folded, at)
    if (number === 'unit') return stopped('unit')
    const value = number ?? nameAt(source, at)
    if (value === undefined) return stopped('operand')
    tokens.push(value)
    at = value.to
  }
  return { tokens, end: at }
}

function endsValue(token: FormulaToken | undefined): boolean {
  return token?.kind === 'number' || token?.kind === 'name' || token?.kind === 'close' || token?.kind === 'absolute'
}

const END = /[,;。:=≥≤<>!?]/
export const OPEN = /[([{]/
export const CLOSE = /[)\]}]/
const SIGN = /[-+×÷]/
const SIGN_WORD = /再?乘以|再?除以|加上|减去|乘(?=[(\d])|除(?=[(\d])|(?<=[)%])[加减](?=[(\d])/y
const SIGNS: Readonly<Record<string, '+' | '-' | '×' | '÷'>> = {
  '+': '+',
  '-': '-',
  '×': '×',
  '÷': '÷',
  乘以: '×',
  乘: '×',
  除以: '÷',
  除: '÷',
  加上: '+',
  加: '+',
  减去: '-',
  减: '-',
}
const ABSOLUTE = /的?绝对值/y
/** What may close a formula and adds nothing to it. */
const TAIL = /(?:计算得分|计算|计分|得分)(?=[,;。)\n]|$)/y

/** （保留两位小数） behind a whole formula. */
function isNote(folded: string, at: number): boolean {
  return /^\((?:保留|四舍五入|精确|小数|注|按|其中|以|百分|结果)/.test(folded.slice(at))
}

const NUMBER = /(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?[%‰]?|百分之百/y
/** A name that begins with digits: 2019年查处案件数量, 1-11月支出, 12345热线办结件数. */
const DIGITS_IN_NAME = /\d+(?:[-~]\d+)?(?=[年月季届]\p{L}|岁|[类级号]|热线|G)/uy

function numberAt(folded: string, at: number): FormulaToken | 'unit' | undefined {
  const digits = matchAt(NUMBER, folded, at)
  if (digits === undefined || matchAt(DIGITS_IN_NAME, folded, at) !== undefined) return undefined
  const plain = digits === '百分之百' ? '100%' : digits.replaceAll(',', '')
  let to = at + digits.length
  const sign = /[%‰]?$/.exec(plain)![0]
  const text = canonicalDecimal(plain.slice(0, plain.length - sign.length)) + sign
  const behind = folded[to] ?? ''
  if (/[分倍]/.test(behind) && !/[\p{L}]/u.test(folded[to + 1] ?? '')) to++
  else if (/\p{L}/u.test(behind) && !/[%‰]$/.test(plain) && !isWordSign(folded, to)) return 'unit'
  return { kind: 'number', text, from: at, to }
}

const isWordSign = (folded: string, at: number) => matchAt(SIGN_WORD, folded, at) !== undefined

const NAME_START = /[\p{L}“"《‘'「]/u
const NAME_LETTER = /[\p{L}\p{M}\p{N}“”"《》‘’'「」_、]/u
/** 签订率=A/B、结案率=…: what follows is the next formula's own name. */
const NEXT_FORMULA = /、[^,;。:、\n=]{2,30}=/y

/** A phrase up to a sign, a bracket that is no part of it, or the end of the clause. */
function nameAt(source: Source, from: number): FormulaToken | undefined {
  const { folded } = source
  const digits = matchAt(DIGITS_IN_NAME, folded, from)
  if (digits === undefined && !NAME_START.test(folded[from] ?? '')) return undefined
  let at = from + (digits?.length ?? 1)
  let unit: string | undefined
  let letter: string | undefined
  let words = source.written(from, at)
  const take = (to: number) => {
    words += source.written(at, to)
    at = to
  }
  while (at < folded.length) {
    const next = folded[at]!
    if (next === '\n') {
      // A cell breaks its lines anywhere, also inside a name.
      if (!NAME_LETTER.test(folded[at + 1] ?? '') || !isOpenBefore(folded, from)) break
      at++
      continue
    }
    if (OPEN.test(next)) {
      const close = closingOf(folded, at)
      const inner = close === undefined ? '' : folded.slice(at + 1, close)
      if (close === undefined || inner === '' || inner.length > 24) break
      unit = unitIn(inner)
      if (unit !== undefined || /^[a-z]\d?$/.test(inner)) {
        if (unit === undefined) letter = inner
        at = close + 1
        break
      }
      if (/[-+×÷=,;。:|]/.test(inner)) break
      take(close + 1)
      continue
    }
    const isDecimal = next === '.' && /^\.\d/.test(folded.slice(at))
    if (!NAME_LETTER.test(next) && !isDecimal) break
    if (isWordSign(folded, at) || matchAt(NEXT_FORMULA, folded, at) !== undefined) break
    if (matchAt(SURE_TAIL, folded, at) !== undefined) break
    if (matchAt(TAIL, folded, at) !== undefined && roleOf(words, { isScore: true }) === 'points') break
    take(at + 1)
  }
  const text = words.replace(/\s+/g, '')
  if (/得\d|不得分|扣\d|未达到|每(?:降|低|少|超|增|高)|\d分|酌情|扣完/.test(text)) return undefined
  return {
    kind: 'name',
    text,
    from,
    to: at,
    ...(unit === undefined ? {} : { unit }),
    ...(letter === undefined ? {} : { letter }),
  }
}

/** Behind any name 计算得分 and 计分 are no part of it; 得分 may be, except behind the points (权重得分). */
const SURE_TAIL = /(?:计算得分|计分|计算)(?=[,;。)\n]|$)/y

/** Whether a bracket opened before this place is still open. */
function isOpenBefore(folded: string, at: number): boolean {
  let depth = 0
  for (let place = at - 1; place >= 0 && !/[。;=]/.test(folded[place]!); place--) {
    if (CLOSE.test(folded[place]!)) depth--
    else if (OPEN.test(folded[place]!) && ++depth > 0) return true
  }
  return false
}

/** The bracket that closes the one at this place, if nothing else is opened between. */
function closingOf(folded: string, at: number): number | undefined {
  for (let place = at + 1; place < folded.length; place++) {
    if (CLOSE.test(folded[place]!)) return place
    if (OPEN.test(folded[place]!)) return undefined
  }
  return undefined
}

function matchAt(form: RegExp, folded: string, at: number): string | undefined {
  form.lastIndex = at
  return form.exec(folded)?.[0]
}
