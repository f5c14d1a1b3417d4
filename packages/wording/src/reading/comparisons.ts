import { exactOf } from '../target/measured.ts'
import { AFTER_GE, AFTER_GT, AFTER_LE, AFTER_LOW, AFTER_LT, BEFORE, EQ, GE, GT, LE, LT } from './comparing-words.ts'
import { amountOf } from './lexemes.ts'
import type { Match } from './pattern.ts'
import type { Edge, Extent } from './statement.ts'

/** What comparisons say, as ends of an extent. */

/** What a bracket behind a number says of it; undefined where there is none. */
export const isIn = (mark: string | undefined) => (mark === undefined ? undefined : !mark.includes('不'))

/** A number as an end; `like` gives its % to a number that shares it (80-90%). */
export function edge(words: string | undefined, end: Edge['end'], like?: string | undefined): Edge | undefined {
  const amount = words === undefined ? undefined : amountOf(words)
  if (amount === undefined) return undefined
  // 80-90%: the sign stands once for both.
  const isShared = like?.endsWith('%') && !amount.value.endsWith('%') && amount.unit === undefined
  return { value: isShared ? `${amount.value}%` : amount.value, unit: amount.unit, end }
}

/** What a bracket says, else what the words beside it do. */
export const endOf = (isIncluded: boolean | undefined, unsaid: Edge['end']): Edge['end'] =>
  isIncluded === undefined ? unsaid : isIncluded ? 'in' : 'out'

/** Whether these words are one of a table. */
export const isOf = (words: string | undefined, source: string) =>
  words !== undefined && new RegExp(`^${source}$`, 'u').test(words)

/** 95%以上, 不低于95%, 低于60%, 等于0. */
export function oneSided({ said }: Match): Extent | undefined {
  const { before, value, after } = said
  const marked = isIn(said['mark'] ?? said['mark2'])
  if (before === undefined && after === undefined) return undefined
  const isBelow = isOf(before, LT) || isOf(before, LE)
  const isAbove = isOf(before, GT) || isOf(before, GE)
  if (isOf(before, LE)) return between(undefined, edge(value, endOf(marked, 'in')))
  if (isOf(before, LT)) return between(undefined, edge(value, endOf(marked, 'out')))
  if (isOf(before, GT)) return between(edge(value, endOf(marked, 'out')), undefined)
  if (isOf(after, AFTER_GE)) return isBelow ? undefined : between(edge(value, endOf(marked, 'in')), undefined)
  if (isOf(after, AFTER_GT)) return isBelow ? undefined : between(edge(value, 'out'), undefined)
  if (isOf(after, AFTER_LE))
    return isAbove && !isOf(before, '在') ? undefined : between(undefined, edge(value, endOf(marked, 'in')))
  if (isOf(after, AFTER_LT)) return isAbove && !isOf(before, '在') ? undefined : between(undefined, edge(value, 'out'))
  if (isOf(after, AFTER_LOW))
    return isAbove && !isOf(before, '在') ? undefined : between(undefined, edge(value, endOf(marked, 'unsaid')))
  if (isOf(before, '在')) return undefined
  if (isOf(before, GE) || isOf(before, BEFORE)) return between(edge(value, endOf(marked, 'in')), undefined)
  if (isOf(before, EQ)) {
    const only = edge(value, 'in')
    return only === undefined ? undefined : { is: 'between', low: only, high: only }
  }
  return undefined
}

/** From the lower end to the upper one, whichever is said first. */
export function between(low: Edge | undefined, high: Edge | undefined): Extent | undefined {
  if (low === undefined && high === undefined) return undefined
  if (low !== undefined && high !== undefined && exactOf(high.value).lessThan(exactOf(low.value))) {
    return { is: 'between', low: high, high: low }
  }
  return { is: 'between', ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) }
}

/** Whether a sign includes its number. */
export const sign = (words: string | undefined): Edge['end'] => (words === '≤' || words === '≥' ? 'in' : 'out')

/** 80%-90%, 80%（含）至90%之间, 80%以上90%以下. */
export function range({ said }: Match): Extent | undefined {
  const { low, high, lowAfter, highAfter } = said
  // 90%-100%（含90%）: the bracket names its end.
  const behind = said['highMark'] ?? said['highMark2']
  const isOfLow =
    behind !== undefined && low !== undefined && behind.slice(0, -1).endsWith(low) && !low.endsWith(high ?? ' ')
  const lowEnd = endOf(
    isIn(said['lowMark'] ?? (isOfLow ? behind : undefined)),
    lowAfter === undefined ? 'unsaid' : isOf(lowAfter, AFTER_GT) ? 'out' : 'in',
  )
  const highEnd = endOf(
    isIn(isOfLow ? undefined : behind),
    highAfter === undefined
      ? 'unsaid'
      : isOf(highAfter, AFTER_LE) && highAfter !== '以内'
        ? 'in'
        : isOf(highAfter, AFTER_LT)
          ? 'out'
          : 'unsaid',
  )
  const upper = edge(high, highEnd)
  const lower = edge(low, lowEnd, upper?.value)
  return upper === undefined || lower === undefined ? undefined : between(lower, upper)
}

/** 大于等于80%小于90%, 低于95%但不低于90%. */
export function twoSided({ said }: Match): Extent | undefined {
  const edges = [
    [said['one'], said['low'], isIn(said['lowMark'])],
    [said['other'], said['high'], isIn(said['highMark'])],
  ] as const
  let low: Edge | undefined
  let high: Edge | undefined
  for (const [comparator, value, marked] of edges) {
    if (isOf(comparator, GE) && comparator !== '在') low = edge(value, endOf(marked, 'in'))
    else if (isOf(comparator, GT)) low = edge(value, endOf(marked, 'out'))
    else if (isOf(comparator, LE)) high = edge(value, endOf(marked, 'in'))
    else if (isOf(comparator, LT)) high = edge(value, endOf(marked, 'out'))
  }
  return low === undefined || high === undefined ? undefined : between(low, high)
}

/** 100%±5%, ±10%以内, ±10-15%以内, ±20%以外. */
export function zone({ said }: Match): Extent | undefined {
  const { centre, low, high, after, lead } = said
  const marked = isIn(said['mark'])
  const isOutside =
    (after !== undefined && /外/.test(after)) || (lead !== undefined && /^(?:超出|超过|超|大于|高于|>|≥)/.test(lead))
  const upper = edge(high, endOf(marked, 'unsaid'))
  if (upper === undefined) return undefined
  const lower = edge(low, endOf(isIn(said['lowMark']), 'unsaid'), upper.value)
  const middle = centre === undefined ? '0' : (amountOf(centre)?.value ?? 'target')
  if (middle === undefined) return undefined
  if (isOutside)
    return lower === undefined
      ? { is: 'off', centre: middle, low: { ...upper, end: endOf(marked === undefined ? undefined : !marked, 'out') } }
      : undefined
  if (lower !== undefined) return { is: 'off', centre: middle, low: lower, high: upper }
  const isWithin = after !== undefined || lead !== undefined
  return {
    is: 'off',
    centre: middle,
    high: { ...upper, end: endOf(marked, isWithin || centre !== undefined ? 'in' : 'unsaid') },
  }
}

/** 超过±1%但不超过±2%. */
export function zoneTwoSided({ said }: Match): Extent | undefined {
  const low = edge(said['low'], 'out')
  const high = edge(said['high'], 'in')
  return low === undefined || high === undefined ? undefined : { is: 'off', centre: '0', low, high }
}
