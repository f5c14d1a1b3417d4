import { extentsAt, LINK } from './extent.ts'
import { givenAt } from './given.ts'
import { amountOf, FULL_POINTS, GIVES, NUMBER, THEN, VALUE } from './lexemes.ts'
import { maybe, oneOf, pattern, slot } from './pattern.ts'
import type { Extent, Statement, StepsStatement } from './statement.ts'
import { stepsAt } from './steps-clause.ts'

/**
 * 资金使用符合规定得3分，每发现一处不符合扣0.5分: words without a number that give the points from which a deduction begins. A
 * single number in them is what has to be reached: 完成机房2套精密维保服务得满分，每减少1套扣….
 */
export function describedAt(folded: string, at: number): Statement[] {
  const base = BASE.match(folded, at)
  const edge = base?.said['value'] === undefined ? undefined : amountOf(base.said['value'])
  if (base !== undefined && edge !== undefined) {
    const only = { value: edge.value, unit: edge.unit, end: 'in' } as const
    return [
      {
        kind: 'score',
        extent: { is: 'between', low: only, high: only },
        gives: 'full',
        from: at,
        to: base.end,
        spans: { low: base.spans['value'] },
      },
    ]
  }
  const match = DESCRIBED.match(folded, at)
  const text = match?.said['text']
  if (match === undefined || text === undefined) return []
  const given = givenAt(folded, match.end)
  if (given === undefined || given.gives === 'none' || given.gives.startsWith('-')) return []
  const next = NEXT.match(folded, given.end)
  const steps = next === undefined ? undefined : stepsBehind(folded, next.end)
  if (steps === undefined || steps.isBonus) return []
  const numbers = [...text.matchAll(new RegExp(VALUE, 'gu'))].filter(([words]) => /\d/.test(words))
  const amount = numbers.length === 1 ? amountOf(numbers[0]![0]) : undefined
  if (numbers.length > 1 || (numbers.length === 1 && (amount === undefined || steps.side !== 'below'))) return []
  const extent: Extent =
    amount === undefined
      ? { is: 'described', text }
      : { is: 'between', low: { value: amount.value, unit: amount.unit, end: 'in' } }
  return [{ kind: 'score', extent, gives: given.gives, from: at, to: given.end, spans: { gives: given.span } }]
}

function stepsBehind(folded: string, at: number): StepsStatement | undefined {
  const alone = stepsAt(folded, at)
  if (alone !== undefined) return alone
  const leads = extentsAt(folded, at).flatMap(({ end }) => stepsAt(folded, LINK.match(folded, end)?.end ?? end) ?? [])
  return leads[0]
}

/** 以95%为基准 says where a deduction begins. */
const BASE = pattern`以${slot('value', VALUE)}为${oneOf('基准', '标准', '目标', '基数', '起点', '标准值', '基准值', '目标值', '基础', '达标线')}${maybe('值', '线')}(?=[,;。])`
const DESCRIBED = pattern`${slot('text', String.raw`(?:[^;。\n≥≤<>=%每扣]|每[年月季周人户]){2,80}?`)}${`(?=${THEN}${maybe(GIVES)}(?:${FULL_POINTS}|${NUMBER}分)[,;。\\n])`}`
const NEXT = pattern`[,;。\n]+${maybe('[①-⑳]', '\\(?[1-9]\\)', '[1-9][.、](?!\\d)')}${maybe('如', '若', '但', '如有', '经查实', '发现', '经检查')}(?<!发现)`
