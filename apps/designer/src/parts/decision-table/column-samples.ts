import { CivilDate, type ConditionValue, Exact, type TableCell, unitOf } from '@yardstick/model'
import { dateOfDayNumber } from '@yardstick/wording'
import { type Fact, isNumeric } from '../condition/facts.ts'

/**
 * All that a column of a decision table can tell apart, one sample for each: of numbers and days the edges its cells name
 * and the stretches between them, within the item's range and digits; of choices each choice; of texts those that are
 * named, and another one.
 */
export type Sample =
  /** A stretch from `low` to `high`, or a single edge; null is open. `value` lies in it. */
  | { readonly kind: 'number'; readonly low: Edge | null; readonly high: Edge | null; readonly value: Exact }
  | { readonly kind: 'word'; readonly value: string | boolean | null }

/** An end of a stretch, and whether it belongs to it. */
export interface Edge {
  readonly at: Exact
  readonly isHeld: boolean
}

/** Undefined where cells compare with other facts: what holds then is not the column's alone. */
export function samplesOf(fact: Fact, cells: readonly TableCell[]): readonly Sample[] | undefined {
  if (cells.some(({ value }) => typeof value === 'object' && !Array.isArray(value))) return undefined
  const values = cells.flatMap(({ value }) => (Array.isArray(value) ? value : typeof value === 'object' ? [] : [value]))
  if (isNumeric(fact) || fact.type === 'date') return numberSamples(fact, values)
  if (fact.type === 'boolean') return [true, false].map((value): Sample => ({ kind: 'word', value }))
  if (fact.choices !== undefined) return fact.choices.map((value): Sample => ({ kind: 'word', value }))
  const named = [...new Set(values.map(String))].map((value): Sample => ({ kind: 'word', value }))
  return [...named, { kind: 'word', value: null }]
}

export function holds({ operator, value }: TableCell, sample: Sample, fact: Fact): boolean {
  if (sample.kind === 'word') return holdsWord(operator, value, sample.value)
  const literals = (Array.isArray(value) ? value : [value]).map((each) => exactOf(each as string | number, fact))
  const signs = literals.map((each) => (each === undefined ? undefined : sample.value.compare(each)))
  const [sign] = signs
  if (operator === 'in') return signs.includes(0)
  if (operator === 'notIn') return !signs.includes(0)
  if (sign === undefined) return false
  switch (operator) {
    case 'equal':
      return sign === 0
    case 'notEqual':
      return sign !== 0
    case 'lessThan':
      return sign < 0
    case 'lessThanInclusive':
      return sign <= 0
    case 'greaterThan':
      return sign > 0
    default:
      return sign >= 0
  }
}

/** The cells that ask for exactly these samples of a column, which stand side by side; nothing where that is all of them. */
export function cellsFor(samples: readonly Sample[], all: readonly Sample[], fact: Fact): TableCell[] {
  if (samples.length === all.length) return []
  const [first] = samples
  const last = samples.at(-1)
  if (first?.kind === 'number' && last?.kind === 'number') return rangeCells(first, last, fact)
  const words = samples.map((sample) => (sample.kind === 'word' ? sample.value : null))
  if (words.includes(null)) {
    const others = all
      .filter((each) => !samples.includes(each))
      .map((each) => String((each as { value: string }).value))
    return [others.length === 1 ? { operator: 'notEqual', value: others[0]! } : { operator: 'notIn', value: others }]
  }
  const [word] = words
  if (words.length === 1) return [{ operator: 'equal', value: word as string | boolean }]
  return [{ operator: 'in', value: words.map(String) }]
}

function numberSamples(fact: Fact, values: readonly (string | number | boolean)[]): Sample[] {
  const edges = values
    .flatMap((each) => (typeof each === 'boolean' ? [] : (exactOf(each, fact) ?? [])))
    .sort((a, b) => a.compare(b))
    .filter((each, index, sorted) => index === 0 || !each.equals(sorted[index - 1]!))
  const step = fact.type === 'date' ? Exact.one : Exact.one.over(Exact.power10(fact.digits ?? 2))
  const { min, max } = rangeOf(fact)
  const found: Sample[] = []
  const between = (low: Exact | null, high: Exact | null) => {
    // Where the item has no value between two edges, nothing can be asked there.
    const value = low === null ? (high?.minus(step) ?? Exact.zero) : low.plus(step)
    const fits = (low === null || low.lessThan(value)) && (high === null || value.lessThan(high))
    if (!fits || (min !== undefined && value.lessThan(min)) || max?.lessThan(value) === true) return
    const isOnly = low !== null && high !== null && !value.plus(step).lessThan(high)
    const edge = (at: Exact | null): Edge | null =>
      at === null ? null : isOnly ? { at: value, isHeld: true } : { at, isHeld: false }
    found.push({ kind: 'number', low: edge(low), high: edge(high), value })
  }
  between(null, edges[0] ?? null)
  edges.forEach((at, index) => {
    const isInside = (min === undefined || min.atMost(at)) && (max === undefined || at.atMost(max))
    if (isInside) found.push({ kind: 'number', low: { at, isHeld: true }, high: { at, isHeld: true }, value: at })
    between(at, edges[index + 1] ?? null)
  })
  return found
}

function rangeOf({ type, range }: Fact): { min?: Exact | undefined; max?: Exact | undefined } {
  const [min, max] = [range?.min, range?.max].map((each) => (each === undefined ? undefined : Exact.parse(each)))
  return { min: min ?? (type === 'count' ? Exact.zero : undefined), max }
}

type NumberSample = Extract<Sample, { kind: 'number' }>

function rangeCells({ low }: NumberSample, { high }: NumberSample, fact: Fact): TableCell[] {
  if (low !== null && high !== null && low.isHeld && high.isHeld && low.at.equals(high.at))
    return [{ operator: 'equal', value: literalOf(low.at, fact) }]
  const cells: TableCell[] = []
  if (low !== null)
    cells.push({ operator: low.isHeld ? 'greaterThanInclusive' : 'greaterThan', value: literalOf(low.at, fact) })
  if (high !== null)
    cells.push({ operator: high.isHeld ? 'lessThanInclusive' : 'lessThan', value: literalOf(high.at, fact) })
  return cells
}

function exactOf(value: string | number, fact: Fact): Exact | undefined {
  if (fact.type === 'date') {
    const day = CivilDate.parse(String(value))
    return day === undefined ? undefined : Exact.integer(day.dayNumber)
  }
  const number = typeof value === 'number' ? Exact.fromNumber(value) : Exact.parse(value)
  // What is written with % is a ratio, also beside a number that counts in %.
  const isRatio = typeof value === 'string' && value.endsWith('%') && fact.type !== 'rate' && fact.unit !== undefined
  return isRatio ? number?.over(unitOf(fact.unit!).factor) : number
}

function literalOf(value: Exact, fact: Fact): string | number {
  if (fact.type === 'date') return dateOfDayNumber(value)?.text ?? value.toText()
  if (fact.type === 'rate') return `${value.times(Exact.integer(100)).toText()}%`
  const number = Number(value.toText())
  return Exact.fromNumber(number)?.equals(value) === true ? number : value.toText()
}

function holdsWord(operator: TableCell['operator'], value: ConditionValue, word: string | boolean | null): boolean {
  const values = Array.isArray(value) ? value.map(String) : [value]
  switch (operator) {
    case 'equal':
      return word === value
    case 'notEqual':
      return word !== value
    case 'in':
      return values.includes(word as string)
    case 'notIn':
      return !values.includes(word as string)
    case 'contains':
      return word !== null && String(word).includes(String(value))
    default:
      return word === null || !String(word).includes(String(value))
  }
}
