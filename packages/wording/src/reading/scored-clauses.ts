import { FULL_POINTS, ITS_POINTS, NO_POINTS, NUMBER, numberOf, PERCENT } from './lexemes.ts'
import { markLength } from './list-marks.ts'
import { type Match, maybe, maybeSlot, type Pattern, pattern, slot } from './pattern.ts'
import type { Span } from './rule-reading.ts'

/**
 * Words and what they give: 按规定的程序申请设立，得1分; 较健全得50%; 部分落实4-7分. Checklists and judged grades are both lists
 * of these; places are those of the folded text.
 */
export interface ScoredClause {
  /** The words before, without numbers of a list and signs around. */
  readonly text: Span
  readonly score: GivenScore
  readonly scoreSpan: Span
  readonly end: number
}

/** Points or a share of them ("40%"), all, none, or a range whose ends are both points or both shares. */
export type GivenScore =
  | { readonly is: 'points'; readonly score: string }
  | { readonly is: 'full' }
  | { readonly is: 'none' }
  | { readonly is: 'range'; readonly from: string; readonly to: string }

/** The clauses from this place on, each ending where a clause may end; they stop at the first that gives nothing. */
export function scoredClauses(folded: string, from: number, to = folded.length): ScoredClause[] {
  const clauses: ScoredClause[] = []
  let at = from
  while (at < to) {
    while (at < to && BETWEEN.test(folded[at]!)) at++
    const clause = scoredClauseAt(folded, at, to)
    if (clause === undefined) return clauses
    clauses.push(clause)
    at = clause.end
  }
  return clauses
}

/** Whether points were given before this place: what goes on from there is no list of its own. */
export function isWithinScores(folded: string, at: number): boolean {
  return /(?<!满)分(?=[,;。、\n)])|满分(?=[,;。、\n)])|[得计]\d/.test(folded.slice(0, at))
}

/** The clause that begins here; its words do not go past the end of a sentence. */
export function scoredClauseAt(folded: string, at: number, to = folded.length): ScoredClause | undefined {
  const last = Math.min(to, at + LONGEST)
  for (let place = at + 1; place <= last; place++) {
    if (/[;。\n]/.test(folded[place - 1]!)) return undefined
    const given = givenAt(folded, place)
    if (given === undefined || given.end > to) continue
    const start = at + markLength(folded.slice(at, place))
    const text = trimmedSpan(folded, start, place)
    if (text.to <= text.from) return undefined
    return { text, score: given.score, scoreSpan: given.span, end: given.end }
  }
  return undefined
}

/** No sentence of a rule is longer, and whoever pastes a page must not wait for it. */
const LONGEST = 300

/** What is given at this place, where the clause ends with it. */
function givenAt(folded: string, at: number): { score: GivenScore; span: Span; end: number } | undefined {
  for (const [form, meaning] of GIVEN) {
    const match = form.match(folded, at)
    if (match === undefined || !isClauseEnd(folded, match.end)) continue
    const score = meaning(match)
    const span = match.spans['score'] ?? { from: match.from, to: match.end }
    if (score !== undefined) return { score, span, end: match.end }
  }
  return undefined
}

export const BETWEEN = /[,;。、\n]/

/** A sign, or the number of the next item: A.明显改善（5分）B.有所改善（3分）. */
function isClauseEnd(folded: string, at: number): boolean {
  // 良好（80-90分）得4分: what stands in brackets is given only where the clause ends with them.
  if (folded[at] === ')') return isClauseEnd(folded, at + 1)
  return at >= folded.length || /[,;。、\n]/.test(folded[at]!) || markLength(folded.slice(at, at + 4)) > 0
}

/** Without signs at its ends and 的 before what is given. */
function trimmedSpan(folded: string, from: number, to: number): Span {
  let start = from
  let end = to
  while (end > start && /[,:;、\n的=-]/.test(folded[end - 1]!)) end--
  while (start < end && /[,:;、\n。]/.test(folded[start]!)) start++
  return { from: start, to: end }
}

const THEN = `[,:=]?${maybe('的')}[,:]?`
/** 计 of 统计, 评 of 自评 and their like belong to the words before. */
const GIVE = [
  ...['可得', '得到', '得分为', '得分', '可计', '计分', '评分', '赋分', '分值为', '分值', '给予'],
  ...[
    '(?<![取获所])得',
    '(?<![统合会预设估审累共总])计',
    '(?<![登标书])记',
    '(?<![供补])给',
    '赋',
    '占',
    '打',
    '(?<![行作认])为',
  ],
]
const GIVES = `${maybe('则', '可', '均', '该项', '本项', '此项', '该指标', '本指标', '指标')}(?:${GIVE.join('|')})${maybe(':', '为')}`
const INCLUDED = maybe(`\\(不?含(?:${NUMBER}|${PERCENT})?分?\\)`)
const TO = '[-~至到]'
const OF_ITS = `${maybe('的')}${maybe(ITS_POINTS)}`

const asPoints = ({ said }: Match): GivenScore | undefined => {
  const score = numberOf(said['score'] ?? '')
  return score === undefined ? undefined : { is: 'points', score }
}
const asRange = ({ said }: Match): GivenScore | undefined => {
  const ends = [said['from'], said['to']].map((words) => numberOf(words ?? ''))
  const [from, to] = ends
  if (from === undefined || to === undefined) return undefined
  // 0～60%
  const like = (end: string, other: string) => (end === '0' && other.endsWith('%') ? '0%' : end)
  return { is: 'range', from: like(from, to), to: like(to, from) }
}

const GIVEN: readonly (readonly [Pattern, (match: Match) => GivenScore | undefined])[] = [
  [pattern`${THEN}${maybe('则', '本项', '该项', '此项')}${slot('score', NO_POINTS)}`, () => ({ is: 'none' })],
  [pattern`${THEN}${GIVES}${slot('score', FULL_POINTS)}`, () => ({ is: 'full' })],
  [
    pattern`${THEN}${maybe(GIVES)}${maybe('\\(', '\\[')}${slot('from', NUMBER)}${maybe('分')}${INCLUDED}${TO}${slot('to', NUMBER)}${INCLUDED}${maybe('\\)', '\\]')}分${INCLUDED}${maybe('\\)')}`,
    asRange,
  ],
  [pattern`${THEN}${maybe(GIVES)}[[(]${slot('from', NUMBER)},${slot('to', NUMBER)}[)\]]分`, asRange],
  [
    pattern`${THEN}${maybe(GIVES)}${maybe(ITS_POINTS)}${maybe('的')}${slot('from', `(?:${PERCENT}|0)`)}${INCLUDED}${TO}${slot('to', `(?:${PERCENT}|0)`)}${INCLUDED}${OF_ITS}`,
    asRange,
  ],
  [pattern`[,:]?\(${maybe(GIVES)}${slot('score', NUMBER)}分\)`, asPoints],
  [pattern`[,:]?\(${maybe(GIVES)}${maybe(ITS_POINTS)}${maybe('的')}${slot('score', PERCENT)}${OF_ITS}\)`, asPoints],
  [pattern`${THEN}${GIVES}${maybeSlot('whose', ITS_POINTS)}${maybe('的')}${slot('score', PERCENT)}${OF_ITS}`, asPoints],
  [pattern`${THEN}${ITS_POINTS}的?${slot('score', PERCENT)}`, asPoints],
  [pattern`${THEN}${GIVES}${slot('score', '一半|半')}的?${ITS_POINTS}`, () => ({ is: 'points', score: '50%' })],
  [pattern`${THEN}${GIVES}${ITS_POINTS}的${slot('score', '一半|50%')}`, () => ({ is: 'points', score: '50%' })],
  [pattern`${THEN}${GIVES}${slot('score', NUMBER)}分`, asPoints],
  [pattern`${THEN}${slot('score', NUMBER)}分`, asPoints],
  [pattern`[:=]${slot('score', PERCENT)}${OF_ITS}`, asPoints],
  [pattern`,${slot('score', PERCENT)}${OF_ITS}(?=[;。\n]|$)`, asPoints],
]
