import type { StepCount } from '@yardstick/model'
import { amountOf, ITS_POINTS, NUMBER, numberOf, PERCENT, PERCENT_POINTS, UNIT } from './lexemes.ts'
import { type Match, maybe, maybeSlot, oneOf, pattern, slot } from './pattern.ts'
import type { Span } from './rule-reading.ts'
import { settledAt } from './settled.ts'
import type { Extent, StepsStatement } from './statement.ts'
import { ADDS, DEDUCTS, GOAL, isOneOf, LATE, LESS, MORE, OCCURS, OFF, PIECE } from './step-words.ts'

/** A deduction by steps with its place. */
export type StepsRead = StepsStatement & Span & { readonly spans: Match['spans'] }

const CHECKED = maybe(
  oneOf(
    '抽查',
    '检查',
    '检查中',
    '抽查中',
    '经检查',
    '经核查',
    '核查中',
    '评价中',
    '现场检查',
    '日常检查中',
    '日常检查',
    '审计中',
    '巡查中',
    '巡查',
    '经查',
    '经抽查',
    '检查时',
    '督查中',
    '若',
    '如',
    '凡',
    '以上三项',
    '上述内容',
    '以上各项',
    '各项',
  ),
)

const STEPS = pattern`${CHECKED}${slot('each', maybe('每'))}${maybe('(?:再|又|比|较)?')}${slot('verb', `(?:${OFF}|${LATE}|${LESS}|${MORE}|${OCCURS}|)`)}${maybe('了')}${maybeSlot('against', `(?:${GOAL}|${PERCENT}(?=${NUMBER}))`)}${maybe('的')}${maybe(',')}${maybe('每')}${maybeSlot('size', `(?:${PERCENT}|${NUMBER})`)}${maybeSlot('unit', `(?:${PERCENT_POINTS}|‰|${UNIT}|[^\\d,;。:扣减加得计每()①-⑳]{1,4})`)}${maybeSlot('counted', '[^,;。:扣每()\\n]{1,24}?')}${maybeSlot('aside', String.raw`\([^()]{3,24}\)`)}${maybe('的', '以上的')}[,:]?${maybe('就', '则', '应', '将', '在满分基础上', '从基准分中', '在基准分基础上', '从满分中', '在该项分值基础上', '在标准分基础上', '从该项分值中', '在总分基础上', '予以', '在此基础上', '相应')}${slot('deducts', `(?:${DEDUCTS}|${ADDS})`)}${maybe(ITS_POINTS)}${maybe('的')}${slot('points', `(?:${PERCENT}|${NUMBER})`)}${maybe('个')}${slot('ending', `(?:分|的?${ITS_POINTS}|)`)}`

/** Each step and what it takes or gives: 每降低1个百分点扣0.5分, 每超过目标值5%扣分值的10%, 每发现1起加2分. */
export function stepsAt(folded: string, at: number): StepsRead | undefined {
  const match = STEPS.match(folded, at)
  if (match === undefined) return undefined
  const { each, verb = '', against, size, unit, counted, deducts, points, ending, aside } = match.said
  // 每少1-5场, 每少1场以上.
  if (counted !== undefined && NO_NOUN.test(counted)) return undefined
  const side = sideOf(verb, size, unit)
  if (side === undefined) return undefined
  // 少1份扣2分 is every one; 低于5%扣2分 is once.
  if (each === undefined && (!isOneOf(unit, PIECE) || (size !== undefined && numberOf(size) !== '1'))) return undefined
  // 扣2%: of its points; 扣2 without 分 is nothing that can be told from 扣2项.
  if (ending === undefined && points?.endsWith('%') !== true && /\d/.test(folded[match.end] ?? '')) return undefined
  const width =
    size === undefined ? (isOneOf(unit, PIECE) ? { size: '1', unit: unit! } : undefined) : widthOf(size, unit)
  const deduct = points === undefined ? undefined : numberOf(points)
  if (width === undefined || deduct === undefined) return undefined
  const edge = against !== undefined && /[%\d]/.test(against) ? amountOf(against) : undefined
  return {
    kind: 'steps',
    side,
    ...width,
    deduct,
    isBonus: !isOneOf(deducts, DEDUCTS),
    ...(counted === undefined ? {} : { counted }),
    ...(aside === undefined ? {} : { count: countIn(aside) }),
    verb,
    ...(edge === undefined ? {} : { extent: { is: 'between', low: { value: edge.value, end: 'in' } } as Extent }),
    from: at,
    to: match.end,
    spans: { size: match.spans['size'], deduct: match.spans['points'], verb: match.spans['verb'] },
  }
}

/** What stands behind a size and is no noun. */
const NO_NOUN = /^[-~至到\d]|以上|以下|以内|之内|左右/

/** （不足5%的按5%计算） within the deduction itself. */
function countIn(aside: string): StepCount | undefined {
  const said = settledAt(aside, 1).find(({ kind, to }) => kind === 'count' && to === aside.length - 1)
  return said?.kind === 'count' ? said.count : undefined
}

function sideOf(verb: string, size: string | undefined, unit: string | undefined): StepsStatement['side'] | undefined {
  if (isOneOf(verb, OFF)) return 'off'
  if (isOneOf(verb, LATE)) return size?.endsWith('%') || isOneOf(unit, PERCENT_POINTS) ? 'below' : 'late'
  if (isOneOf(verb, LESS)) return 'below'
  if (isOneOf(verb, MORE)) return 'above'
  if (isOneOf(verb, OCCURS)) return 'occurrence'
  if (verb !== '') return undefined
  // 超出范围的，每1%扣: on which side the clause before says.
  if (size?.endsWith('%') || isOneOf(unit, PERCENT_POINTS)) return 'off'
  // 每1次, 每一例.
  return unit !== undefined && /^(?:次|例|起|处|项|件|人次|人|个|宗|条|笔)/.test(unit) ? 'occurrence' : undefined
}

function widthOf(size: string, unit: string | undefined): { size: string; unit: string } | undefined {
  const number = numberOf(size)
  if (number === undefined) return undefined
  if (number.endsWith('%')) return { size: number, unit: '%' }
  if (unit === undefined) return undefined
  if (isOneOf(unit, PERCENT_POINTS)) return { size: `${number}%`, unit: 'points' }
  return { size: number, unit }
}
