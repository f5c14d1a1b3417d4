import { FULL_POINTS, GIVES, ITS_POINTS, NO_POINTS, NUMBER, numberOf, PERCENT, THEN } from './lexemes.ts'
import { maybe, oneOf, pattern, slot } from './pattern.ts'
import type { Span } from './rule-reading.ts'
import type { Given } from './statement.ts'

/** Points behind a condition, and the words that say them. */
export interface GivenRead {
  readonly gives: Given
  readonly end: number
  readonly span: Span
}

/** What a condition gives: 得满分, 计8分, 得分值的80%, 扣2分, 不得分. */
export function givenAt(folded: string, at: number): GivenRead | undefined {
  for (const [form, meaning] of GIVEN) {
    const match = form.match(folded, at)
    if (match === undefined) continue
    const gives = meaning(match.said['points'])
    const span = match.spans['points'] ?? match.spans['words']
    if (gives !== undefined && span !== undefined) return { gives, end: match.end, span }
  }
  return undefined
}

const END = String.raw`(?=[,;。:\n)]|$|[^\d.%分])`
/** 达到目标值的90%得满分: the share is the condition's. */
const NO_EDGE = '(?!的?(?:以上|以下|以内|及以|[(]?含|得|计满|记满|不得))'
const asPoints = (words: string | undefined) => (words === undefined ? undefined : numberOf(words))
const BASE_POINTS = `${GIVES}${oneOf('基础分', '基本分', '基准分', '该项分数基础分', '基础分值')}`
const GIVEN: readonly (readonly [ReturnType<typeof pattern>, (points: string | undefined) => Given | undefined])[] = [
  [
    pattern`${THEN}${maybe('则', '均')}${slot('words', oneOf('不扣分', '不予扣分', '不作扣分', '不减分'))}`,
    () => 'full',
  ],
  [
    pattern`${THEN}${BASE_POINTS}[(]?${maybe('为', ':')}${maybe(ITS_POINTS)}${maybe('的')}${slot('points', PERCENT)}[)]?`,
    asPoints,
  ],
  [pattern`${THEN}${BASE_POINTS}[(]?${maybe('为', ':')}${slot('points', NUMBER)}分[)]?`, asPoints],
  [
    pattern`${THEN}${maybe('则', '本项', '该项', '此项', '该栏', '该指标', '一律', '均', '整项', '本指标')}${slot('words', NO_POINTS)}`,
    () => 'none',
  ],
  [pattern`${THEN}${GIVES}${slot('words', FULL_POINTS)}${maybe('的100%')}(?!的)`, () => 'full'],
  [
    pattern`${THEN}${maybe(GIVES)}${maybe(ITS_POINTS)}${maybe('的', '×')}${slot('points', PERCENT)}${NO_EDGE}${maybe('的')}${maybe(ITS_POINTS)}${maybe('计算', '计分')}${END}`,
    asPoints,
  ],
  [
    pattern`${THEN}${maybe('按', '按照')}${ITS_POINTS}${maybe('的')}${slot('points', PERCENT)}${maybe('计分', '得分', '计算', '赋分', '给分')}${END}`,
    asPoints,
  ],
  [pattern`${THEN}${slot('points', '(?:一半|50%)')}${ITS_POINTS}`, () => '50%'],
  [pattern`${THEN}${GIVES}${slot('points', '一半|半')}${ITS_POINTS}`, () => '50%'],
  [pattern`${THEN}${maybe(GIVES)}${slot('points', NUMBER)}分${maybe('以上')}(?!钟|之)`, asPoints],
  [pattern`的?[(]${maybe(GIVES)}${slot('points', NUMBER)}分?[)]`, asPoints],
  [pattern`${THEN}${oneOf('得', '计', '记', '给', '赋', '为')}${slot('points', NUMBER)}${END}`, asPoints],
  [
    pattern`${THEN}${oneOf('扣', '扣除', '扣减', '减', '倒扣')}${slot('points', NUMBER)}分`,
    (words) => minus(asPoints(words)),
  ],
  [
    pattern`${THEN}${oneOf('扣', '扣除', '扣减')}${maybe(ITS_POINTS)}${maybe('的')}${slot('points', PERCENT)}${maybe('的')}${maybe(ITS_POINTS)}`,
    (words) => minus(asPoints(words)),
  ],
  [pattern`${THEN}${slot('words', oneOf('扣除全部', '全扣', '扣完', '扣光'))}${maybe(ITS_POINTS)}`, () => 'none'],
]
const minus = (points: string | undefined) => (points === undefined ? undefined : `-${points}`)
