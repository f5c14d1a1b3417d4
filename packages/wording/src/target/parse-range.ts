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
  const inWords = parseBetween(said)
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

/** 100%±5%, 50±2个; in 100±5% the tolerance is a share of the middle. */
function parseTolerance(said: string, start: number): TargetReading | undefined {
  const folded = foldText(said)
  const middle = readNumeral(folded, skipSpaces(said, start))
  if (middle === undefined) return undefined
  const sign = skipSpaces(said, middle.end)
  if (said[sign] !== '±') return undefined
  const width = readNumeral(folded, skipSpaces(said, sign + 1))
  if (width === undefined) return undefined
  const unit = said.slice(width.end).trim()
  if (!mayBeUnit(unit)) return undefined
  const isShare = width.text.endsWith('%') && !middle.text.endsWith('%')
  const isBare = middle.text.endsWith('%') && !width.text.endsWith('%')
  const percent = middle.text.endsWith('%')
  const [at, by] = [exactOf(middle.text), exactOf(width.text)]
  const distance = isShare ? at.times(by).abs() : isBare ? by.over(HUNDRED) : by
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
