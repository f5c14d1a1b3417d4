import { Exact } from '@yardstick/model'
import { readNumeral } from '../numeral.ts'
import { foldText } from '../phrase/input.ts'
import { unquote } from '../phrase/quote.ts'
import { tables } from '../words/index.ts'
import { readLead } from './lead.ts'
import { exactOf, isUsual, mayBeUnit, scaled, withUnit } from './measured.ts'
import { certain, doubt, likely, skipSpaces, type TargetReading } from './reading.ts'

/** 80%-120%, 50~60人, 介于5%与10%之间, 100%±5%. */
export function parseRangeTarget(said: string): TargetReading | undefined {
  const inWords = parseBetween(said) ?? parseBounds(said) ?? parseDeviation(said)
  if (inWords !== undefined) return inWords
  const lead = readLead(foldText(said))
  if (lead.comparator !== undefined || lead.isRough) return undefined
  const start = lead.end
  const tolerance = parseTolerance(said, start)
  if (tolerance !== undefined) return tolerance
  for (const after of AFTER) {
    const ends = parseEnds(said, start, TO, after)
    if (ends !== undefined) return ends
  }
  return undefined
}

function parseBetween(said: string): TargetReading | undefined {
  const folded = foldText(said)
  for (const [before = '', middle = '', after = ''] of BETWEEN) {
    if (!folded.startsWith(before)) continue
    const found = parseEnds(said, before.length, [middle.trim()], after, true)
    if (found !== undefined) return found
  }
  return undefined
}

/**
 * Two numbers with a word between. Loosely, as with a dash, one percent sign or unit serves both and the ends may stand
 * the wrong way round (`likely`); in full words both are taken as they stand.
 */
function parseEnds(
  said: string,
  start: number,
  betweens: readonly string[],
  after: string,
  isStrict = false,
): TargetReading | undefined {
  const folded = foldText(said)
  const first = readNumeral(folded, skipSpaces(said, start))
  if (first === undefined) return undefined
  for (const between of betweens) {
    const middle = folded.indexOf(between, first.end)
    if (middle < 0) continue
    const firstUnit = said.slice(first.end, middle).trim()
    const second = readNumeral(folded, skipSpaces(said, middle + between.length))
    if (second === undefined || /\d/.test(foldText(firstUnit))) continue
    if (!folded.endsWith(after)) continue
    const tail = said.slice(second.end, said.length - after.length).trim()
    const quotedUnit = unquote(tail, 0)
    const unit = quotedUnit?.end === tail.length ? quotedUnit.text : tail
    if (quotedUnit === undefined && !mayBeUnit(unit)) continue
    // 1-12月, 2021—2025年 say when, and are no amounts.
    if (!isStrict && quotedUnit === undefined && isPeriod(first.text, second.text, unit)) return undefined
    if (firstUnit !== '' && firstUnit !== unit) continue
    const isPercent = (text: string) => text.endsWith('%')
    const shared = !isStrict && isPercent(second.text) && !isPercent(first.text) ? `${first.text}%` : first.text
    const numbers = scaled([shared, second.text], quotedUnit === undefined ? unit : undefined, unit)
    if (numbers === undefined || (!isStrict && isPercent(shared) !== isPercent(second.text))) continue
    const [low = '', high = ''] = numbers.values
    const isTurned = !isStrict && exactOf(high).lessThan(exactOf(low))
    const target = withUnit(isTurned ? { low: high, high: low } : { low, high }, numbers.unit)
    if (isTurned) return likely(target, doubt('WORDING_TARGET_RANGE_TURNED', said, `${low} ≤ ${high}`))
    return isUsual(numbers.unit) || quotedUnit !== undefined ? certain(target) : likely(target)
  }
  return undefined
}

function isPeriod(low: string, high: string, unit: string): boolean {
  const within = (text: string, from: number, to: number) =>
    /^\d+$/.test(text) && Number(text) >= from && Number(text) <= to
  if (/^(?:月|月份|季度|日|号)$/.test(unit)) return within(low, 1, 31) && within(high, 1, 31)
  const isYears = within(low, 1990, 2100) && within(high, 1990, 2100)
  return isYears && (unit === '年' || unit === '年度')
}

/** ≥50%且≤80%: both ends with their own sign. */
function parseBounds(said: string): TargetReading | undefined {
  const parts = said.split(/[且，,、；;]|并且|(?<=[\d%％\p{L}])\s?(?=[≤<＜≦])/u).map((part) => part.trim())
  if (parts.length !== 2) return undefined
  const [one, other] = parts.map((part) => {
    const folded = foldText(part)
    const lead = readLead(folded)
    const value = readNumeral(folded, lead.end)
    const unit = value === undefined ? '' : part.slice(value.end).trim()
    return value === undefined || !mayBeUnit(unit) || !isUsual(unit) ? undefined : { lead, value: value.text, unit }
  })
  if (one === undefined || other === undefined) return undefined
  const [low, high] = one.lead.comparator === '>=' ? [one, other] : [other, one]
  if (low.lead.comparator !== '>=' || high.lead.comparator !== '<=') return undefined
  const unit = high.unit || low.unit
  if (low.value.endsWith('%') !== high.value.endsWith('%') || (low.unit !== '' && low.unit !== unit)) return undefined
  if (exactOf(high.value).lessThan(exactOf(low.value))) return undefined
  return certain(withUnit({ low: low.value, high: high.value }, unit || undefined))
}

/** ±5%以内, 偏差在±5%以内: as far to either side of nothing. */
function parseDeviation(said: string): TargetReading | undefined {
  const folded = foldText(said).trim()
  const found = /^(?:误差|偏差率?|偏离度)?(?:控制)?在?(?:±|正负)(\d{1,6}(?:\.\d{1,6})?%?)(?:之?以?内|范围内)?$/.exec(
    folded,
  )
  const width = found?.[1]
  return width === undefined ? undefined : likely({ low: `-${width}`, high: width })
}

/** 100%±5%, 100%（±5%）, 50±2个; in 100±5% the tolerance is a share of the middle. */
function parseTolerance(said: string, start: number): TargetReading | undefined {
  const folded = foldText(said)
  const middle = readNumeral(folded, skipSpaces(said, start))
  if (middle === undefined) return undefined
  const behind = skipSpaces(said, middle.end)
  const isInBrackets = folded[behind] === '('
  const sign = isInBrackets ? skipSpaces(said, behind + 1) : behind
  if (said[sign] !== '±') return undefined
  const width = readNumeral(folded, skipSpaces(said, sign + 1))
  if (width === undefined) return undefined
  const close = skipSpaces(said, width.end)
  if (isInBrackets && folded[close] !== ')') return undefined
  const unit = said.slice(isInBrackets ? close + 1 : width.end).trim()
  if (!mayBeUnit(unit)) return undefined
  const [at, by] = [exactOf(middle.text), exactOf(width.text)]
  const isShare = width.text.endsWith('%') && !middle.text.endsWith('%')
  const isBare = middle.text.endsWith('%') && !width.text.endsWith('%')
  // 0±5%: a share of nothing would be no range, so the percents are the value's own.
  const isAroundNothing = isShare && at.sign === 0
  const percent = middle.text.endsWith('%') || isAroundNothing
  const distance = isShare && !isAroundNothing ? at.times(by).abs() : isBare ? by.over(HUNDRED) : by
  const show = (value: Exact) => (percent ? `${value.times(HUNDRED).toText()}%` : value.toText())
  const numbers = scaled([show(at.minus(distance)), show(at.plus(distance))], unit, unit)
  if (numbers === undefined) return undefined
  const [low = '', high = ''] = numbers.values
  const target = withUnit({ low, high }, numbers.unit)
  return isShare || isBare || !isUsual(numbers.unit) ? likely(target) : certain(target)
}

const BETWEEN = tables.flatMap((table) => table.between).map((template) => foldText(template).split('{}'))
/** What may close a range, the longest first. */
const AFTER = [...tables.flatMap((table) => table.closing), '']
const TO = tables.flatMap((table) => table.to).map(foldText)

const HUNDRED = Exact.integer(100)
