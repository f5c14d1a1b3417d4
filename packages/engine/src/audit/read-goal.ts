import { CivilDate, type Comparator, Exact, type Target } from '@yardstick/model'
import { readTarget, type TargetReading } from '@yardstick/wording'
import { normalise, type Printed, readPrinted } from './printed.ts'

/**
 * The target cell of a table with its comparator column, as far as it can be held against an actual value. Sentences and
 * judged targets are undefined: nothing can be proved about them. The words are those of `readTarget`; what it is unsure
 * of is either taken with less certainty (no comparator) or left alone (about 50, above and below at once).
 */
export type Goal =
  /** `=` also where no comparator is written: tables put it where they mean ≥ or ≤. */
  | { readonly kind: 'number'; readonly comparator: Comparator; readonly value: Printed }
  | { readonly kind: 'range'; readonly low: Printed; readonly high: Printed }
  /** `isDeadline`: 前 or 以前 is written; a bare date is taken for one. */
  | { readonly kind: 'date'; readonly day: CivilDate; readonly isDeadline: boolean }
  /** A comparator and nothing after it. */
  | { readonly kind: 'no-value'; readonly comparator: string }

export function readGoal(operator: unknown, target: unknown, unit?: unknown): Goal | undefined {
  const said = readOperator(operator)
  if (said === 'judged') return undefined
  const text = typeof target === 'number' ? String(target) : typeof target === 'string' ? target.trim() : ''
  if (text === '') return said === undefined ? undefined : { kind: 'no-value', comparator: String(operator).trim() }
  const reading = readInClause(withUnitText(text, unit))
  if (reading.target === undefined) {
    return lacksValue(reading) ? { kind: 'no-value', comparator: text } : undefined
  }
  return goalOf(reading.target, reading, said, text)
}

/** A day written in full: 2021年12月31日, 2021-12-31; undefined for a month or a year alone. */
export function readDay(cell: unknown): CivilDate | undefined {
  if (typeof cell !== 'string') return undefined
  const { target, confidence } = readTarget(cell)
  if (target === undefined || !('date' in target) || confidence === 'unsure') return undefined
  return /前|[<≤]/.test(cell) ? undefined : CivilDate.parse(target.date)
}

/** A number with the unit of the unit column where it has none of its own. */
export function readAmount(cell: unknown, unit: unknown): Printed | undefined {
  if (typeof cell === 'string') return readPrinted(withUnitText(cell, unit)) ?? readPrinted(cell)
  return typeof cell === 'number' ? (readPrinted(withUnitText(String(cell), unit)) ?? readPrinted(cell)) : undefined
}

/** What the comparator column says; 定性 and everything that is no comparator is judged. */
function readOperator(operator: unknown): Comparator | 'judged' | undefined {
  if (typeof operator !== 'string' || /^[\s\-—–/]*$/.test(operator)) return undefined
  const word = WORDS_OF_DIRECTION.get(normalise(operator))
  if (word !== undefined) return word
  const reading = readTarget(operator)
  const comparator = lacksValue(reading) ? reading.issues[0]?.expected : undefined
  return COMPARATORS.find((each) => each === comparator) ?? 'judged'
}

function lacksValue(reading: TargetReading): boolean {
  return reading.target === undefined && saysOf(reading).has('WORDING_TARGET_NO_VALUE')
}

function saysOf(reading: TargetReading): ReadonlySet<string> {
  return new Set(reading.issues.map((each) => each.code))
}

/** 机制健全在达到95%以上: a clause without numbers before the words of comparison says what is measured, not how much. */
function readInClause(text: string): TargetReading {
  const reading = readTarget(text)
  if (reading.target === undefined || !('text' in reading.target)) return reading
  const clause = /^[^\d不未无非]{1,20}?((?:≥|≦|≧|≤|>=|<=|不低于|不少于|不超过|不高于|至少|达到)\s*\d.*)$/.exec(text)
  const inner = clause?.[1] === undefined ? reading : readTarget(clause[1])
  return inner.target !== undefined && 'comparator' in inner.target ? inner : reading
}

function goalOf(target: Target, reading: TargetReading, said: Comparator | undefined, text: string): Goal | undefined {
  const says = saysOf(reading)
  if (says.has('WORDING_TARGET_ROUGH') || says.has('WORDING_TARGET_SCANNED') || says.has('WORDING_TARGET_CONTRADICTS'))
    return undefined
  const isBare = says.has('WORDING_TARGET_NO_COMPARATOR')
  if ('low' in target) {
    const [low, high] = [printedOf(target.low, target.unit, text), printedOf(target.high, target.unit, text)]
    return low === undefined || high === undefined ? undefined : { kind: 'range', low, high }
  }
  if ('date' in target) {
    const day = CivilDate.parse(target.date)
    const isLatest = target.comparator === '<=' && (said === undefined || said === '=' || said === '<=')
    if (day === undefined || !isLatest) return undefined
    return { kind: 'date', day, isDeadline: reading.confidence === 'certain' || said === '<=' }
  }
  if (!('value' in target)) return undefined
  const value = printedOf(target.value, target.unit, text)
  if (value === undefined) return undefined
  if (isBare) return { kind: 'number', comparator: said ?? '=', value }
  // The comparator column and the words of the cell must not speak against each other.
  if (said !== undefined && said !== '=' && said !== target.comparator) return undefined
  return { kind: 'number', comparator: target.comparator, value }
}

/** `readTarget` turns 10万 into 100000; a bare 10 beside it must still be seen to mean the same. */
function printedOf(value: string, unit: string | undefined, text: string): Printed | undefined {
  const printed = readPrinted(`${value}${unit ?? ''}`)
  if (printed === undefined || !printed.scale.equals(Exact.one)) return printed
  const scale = /\d亿/.test(text) ? HUNDRED_MILLION : /\d万/.test(text) ? TEN_THOUSAND : Exact.one
  return { ...printed, scale }
}

function withUnitText(text: string, unit: unknown): string {
  const hasUnit = typeof unit === 'string' && unit.trim() !== ''
  return hasUnit && /\d$/.test(normalise(text)) && !/年|月|日|\d[-/.]\d+[-/.]\d/.test(text) ? `${text}${unit}` : text
}

/** Words that stand in such a column alone, where in a sentence they follow the number. */
const WORDS_OF_DIRECTION: ReadonlyMap<string, Comparator> = new Map([
  ...['以上', '及以上', '正向', '正向指标'].map((word) => [word, '>='] as const),
  ...['以内', '以下', '及以下', '反向', '逆向', '反向指标', '逆向指标'].map((word) => [word, '<='] as const),
])
const COMPARATORS: readonly Comparator[] = ['>=', '>', '<=', '<', '=']
const TEN_THOUSAND = Exact.power10(4)
const HUNDRED_MILLION = Exact.power10(8)
