import type { Comparator } from '@yardstick/model'
import { readNumeral } from '../numeral.ts'
import { foldText } from '../phrase/input.ts'
import { unquote } from '../phrase/quote.ts'
import { tables } from '../words/index.ts'
import { readLead } from './lead.ts'
import { isUsual, mayBeUnit, scaled, withUnit } from './measured.ts'
import { certain, doubt, likely, longestFirst, skipSpaces, type TargetReading, unsure } from './reading.ts'

/** ≥50个, 不低于95%, 达到60%以上, 控制在3.5%以内, 100%. */
export function parseNumberTarget(said: string): TargetReading | undefined {
  const folded = foldText(said)
  const lead = readLead(folded)
  if (lead.comparator !== undefined && lead.end === said.length) {
    return { confidence: 'unsure', issues: [doubt('WORDING_TARGET_NO_VALUE', said, lead.comparator)] }
  }
  const { comparator: before, leaning, end: place } = lead
  const hasCurrency = /[¥￥]/.test(said[place] ?? '')
  const numeral = readNumeral(folded, hasCurrency ? skipSpaces(said, place + 1) : place)
  if (numeral === undefined) return undefined
  const tail = readTail(said.slice(numeral.end).trim())
  const isRough = lead.isRough || tail.isRough
  const unit = tail.unit === '' && hasCurrency ? '元' : tail.unit
  if (!tail.isQuoted) {
    if (!mayBeUnit(unit) || (numeral.text.endsWith('%') && unit !== '')) return undefined
    // 一般, 三公经费: signs that count only where a unit or a comparator says so.
    if (numeral.isInWords && !numeral.text.endsWith('%') && !isUsual(unit) && !unit.startsWith('成')) return undefined
    if (
      numeral.isInWords &&
      !numeral.text.endsWith('%') &&
      unit === '' &&
      before === undefined &&
      tail.comparator === undefined
    )
      return undefined
  }
  const numbers = scaled([numeral.text], tail.isQuoted ? undefined : unit, unit)
  if (numbers === undefined) return undefined
  const [value = ''] = numbers.values
  const isBare = before === undefined && tail.comparator === undefined && leaning === undefined
  // Nobody aims at nothing or more: 0次 is none at all.
  const comparator =
    before ?? tail.comparator ?? leaning ?? (isRough || Number(value.replace('%', '')) === 0 ? '=' : '>=')
  const target = withUnit({ comparator, value }, numbers.unit)
  const scanned = isBare && numbers.unit === undefined ? scannedShare(value) : undefined
  if (scanned !== undefined && !isRough) {
    return unsure({ comparator: '>=', value: scanned }, doubt('WORDING_TARGET_SCANNED', said, `≥${scanned}`))
  }
  if (isRough) return unsure(target, doubt('WORDING_TARGET_ROUGH', said, comparator + value))
  if (before !== undefined && tail.comparator !== undefined && before !== tail.comparator) {
    return unsure(target, doubt('WORDING_TARGET_CONTRADICTS', said, comparator + value))
  }
  if (isBare) {
    return unsure(target, doubt('WORDING_TARGET_NO_COMPARATOR', said, comparator + value))
  }
  return (isUsual(numbers.unit) || tail.isQuoted) && !tail.isDone && !numbers.isTenths
    ? certain(target)
    : likely(target)
}

/** 290%: a scanner reads ≥ as 2, and hardly a share is meant to be nearly three times the whole. */
function scannedShare(value: string): string | undefined {
  const share = /^2((?:[6-9]\d|100)(?:\.\d+)?%)$/.exec(value)?.[1]
  return share === '00%' ? undefined : share
}

interface Tail {
  unit: string
  isQuoted: boolean
  comparator?: Comparator
  isRough: boolean
  isDone: boolean
}

/** What follows a number: 多, a unit, 以上, 完成. */
function readTail(text: string): Tail {
  const quotedUnit = unquote(text, 0)
  if (quotedUnit?.end === text.length) return { unit: quotedUnit.text, isQuoted: true, isRough: false, isDone: false }
  const tail: Tail = { unit: text, isQuoted: false, isRough: false, isDone: false }
  const cut = (word: string) => {
    tail.unit = tail.unit.slice(0, tail.unit.length - word.length).trimEnd()
  }
  let folded = foldText(tail.unit)
  const done = DOINGS.find(([word]) => folded.endsWith(word))
  if (done !== undefined) {
    cut(done[0])
    tail.isDone = true
    folded = foldText(tail.unit)
  }
  const after = AFTER.find(([word]) => folded.endsWith(word))
  if (after !== undefined) {
    cut(after[0])
    tail.comparator = after[1]
  }
  const rough = [...ROUGHLY].find(
    (word) => tail.unit.endsWith(word) || (word.length === 1 && tail.unit.startsWith(word)),
  )
  if (rough !== undefined) {
    tail.isRough = true
    if (tail.unit.endsWith(rough)) cut(rough)
    else tail.unit = tail.unit.slice(rough.length)
  }
  return tail
}

const AFTER = longestFirst<Comparator>(
  tables.flatMap((table) =>
    Object.entries(table.comparatorsAfter).map(([comparator, words]) => [words, comparator as Comparator] as const),
  ),
)
const ROUGHLY = new Set(tables.flatMap((table) => table.roughly))
const DOINGS = longestFirst(tables.map((table) => [table.doings, true] as const))
