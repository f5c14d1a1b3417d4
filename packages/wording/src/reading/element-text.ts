import { Exact } from '@yardstick/model'
import { isFamily } from './graded.ts'
import type { Span } from './rule-reading.ts'
import type { GivenScore, ScoredClause } from './scored-clauses.ts'
import type { Source } from './source.ts'
import type { ElementSaid } from './statement.ts'

/**
 * What may be an element of a checklist: a fact that somebody judges. Steps, proportions, discretion and values held against
 * a number make it another rule, and several clauses on one number are its bands.
 */
export function elementOf(source: Source, clause: ScoredClause): ElementSaid | undefined {
  const { folded } = source
  const { text, score, scoreSpan } = clause
  const said = scoreOf(score)
  if (said === undefined || !isFact(folded.slice(text.from, text.to))) return undefined
  return { text: textOf(source, text), span: text, score: said, scoreSpan, ...evidence(folded, text) }
}

/** 存在截留挪用的，本项不得分: a fact beside the list that takes everything. */
export const isNone = ({ score }: ScoredClause) => score.is === 'none'

export function scoreOf(score: GivenScore): string | undefined {
  if (score.is === 'full') return '100%'
  return score.is === 'points' && Exact.of(score.score).sign > 0 ? score.score : undefined
}

/** Words that make it another rule: steps, proportions, discretion, deductions. */
export const OTHER_RULE =
  /每[^,;。]{0,12}(?:扣|加|减)|按比例|酌情|扣\d|扣[一二三四五六七八九十]|扣除|扣减|倒扣|扣$|减$|得分=|满分为止|扣完|得\d|不得分|得满分|按.{0,12}(?:计分|得分)|加\d+分|排名|名次|否则|最高|最低|最多|封顶|上限|下限|以满分/

const NO_FACT = /^(?:其他|其它|否则|反之|[①-⑳])/
export function isFact(words: string): boolean {
  return words.length >= 2 && words.length <= 600 && !OTHER_RULE.test(words) && !NO_FACT.test(words)
}

/** Held against a number: 达到95%, 3次以上, 80%-90%, ≥5; years are none (2021-2023年规划). */
export function isNumeric(words: string): boolean {
  return AGAINST_NUMBER.test(words.replace(/(?:19|20)\d\d(?:[-~至](?:19|20)?\d\d)?年度?/g, ''))
}
const AGAINST_NUMBER =
  /[≥≤<>]|\d[^,;。]{0,6}(?:以上|以下|以内|及以上|之间|以外|内)|(?:达到?|低于|高于|超过|少于|不足|大于|小于|不低于|不少于|不超过|控制在)\d|\d%?[-~至]\d|^\d+%?$|百分之/

/** Facts of different things. Clauses on numbers that speak of one thing are the bands of a value. */
export function isChecklist(source: Source, elements: readonly ElementSaid[], isNumbered = false): boolean {
  const words = elements.map(({ span }) => source.folded.slice(span.from, span.to))
  // 制度完善得2分，不完善得1分: a degree of the one before.
  const isDegree = (each: string, index: number) =>
    index > 0 && /^(?:不|未|无|没有|较|基本|部分|一般|欠)/.test(each) && isFamily([words[index - 1]!, each])
  if (words.some(isDegree)) return false
  const numeric = words.filter(isNumeric)
  if (numeric.length === 0) return !words.every((each) => IS_OF_VALUE.test(each) && each.length < 8)
  // A rate that is held against a number is measured, not judged, unless a number of the list makes it one of its points;
  // a number of times may be a part of a fact.
  if (!isNumbered && numeric.some((each) => /[%≥≤<>]|百分之/.test(each))) return false
  const subjects = numeric.map((each) => each.slice(0, each.search(/[\d≥≤<>]|百分之/)).replace(AGAINST, ''))
  return subjects.every((subject) => subject.length >= 2) && new Set(subjects).size === subjects.length
}

const AGAINST = /(?:达到?|不?低于|不?超过|不少于|控制在|在|为|大于|小于)+$/
const EVIDENCE = /(?:佐证|证明)(?:材料|资料)?(?:齐全)?$|附.{0,10}(?:材料|文件|资料)$/
export const evidence = (folded: string, { from, to }: Span): { isEvidence?: true } =>
  EVIDENCE.test(folded.slice(from, to)) ? { isEvidence: true } : {}

export function trimmed(folded: string, from: number, to: number): Span {
  let start = from
  let end = to
  while (end > start && /[,;。:、\n]/.test(folded[end - 1]!)) end--
  while (start < end && /[,;。:、\n]/.test(folded[start]!)) start++
  return { from: start, to: end }
}

/** The words on one line; a cell breaks its lines anywhere. */
export function textOf(source: Source, { from, to }: Span): string {
  return source
    .written(from, to)
    .replace(/\s*\n\s*/g, '')
    .replace(/(?<=[\p{Script=Han}，；、])[ \t]+(?=[\p{Script=Han}\d])/gu, '')
    .replace(/[ \t]+/g, ' ')
}

/** Words that hold a value against another one. */
export const COMPARED = /[超高低多少大小早晚]于|超(?!编)|增[长加]|下降|降低|提高|减少|发生|出现\d|持平|不变/

/** What is said of the value of the row rather than of a fact; these words are read with the row. */
export const IS_OF_VALUE =
  /达标|^(?:达到|达|完成)?(?:年度|预期|绩效|既定|规定|全部)?(?:目标|指标|标准|要求|预期|任务|计划)*(?:值|数|数量|的)?$|目标值$|指标值$|^(?:不|未)?超(?!编)过?|^(?:不|未)低于|^其[他余]/
