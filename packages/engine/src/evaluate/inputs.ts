import { evaluateFormula, type Formula } from '@yardstick/formula'
import {
  CivilDate,
  canBeJoined,
  digitsOf,
  Exact,
  entryOf,
  type InputTrace,
  type Item,
  type ItemReading,
  issue,
  type Language,
  missing,
  type Reading,
  RecordList,
  readItem,
  type Submission,
  type UnitEntries,
  worstState,
} from '@yardstick/model'
import { showValue } from '@yardstick/wording'
import type { CompiledScheme, ShownAs } from '../compile/compiled.ts'
import { placed } from './outcome.ts'

/**
 * What one submission says, read once: items from their top layer, or brought together from subordinate units; measures
 * recomputed from them, never averaged (`design.md` 5).
 */
export class Inputs {
  private readonly itemReadings = new Map<string, Aggregated>()
  private readonly measureReadings = new Map<string, Reading>()

  constructor(
    private readonly compiled: CompiledScheme,
    private readonly entries: Pick<Submission, 'items' | 'evidence' | 'units'>,
  ) {}

  /** An item, a measure or `evidence:<item>`; what the compiler has let through is always found. */
  readonly read = (name: string): Reading => {
    if (this.compiled.itemByName.has(name)) return this.item(name).reading
    if (name.startsWith('evidence:'))
      return { state: 'present', value: this.hasEvidence(name.slice('evidence:'.length)) }
    return this.measure(name)
  }

  evaluate(formula: Formula): Reading {
    return evaluateFormula(formula, this.read)
  }

  hasEvidence(item: string): boolean {
    const own = entryOf(this.entries.evidence, item)?.length ?? 0
    return own > 0 || (this.entries.units ?? []).some((unit) => (entryOf(unit.evidence, item)?.length ?? 0) > 0)
  }

  /** Whether the item's value is not its own but brought together from the units'. */
  isBroughtTogether(item: string): boolean {
    return this.item(item).units !== undefined
  }

  private item(name: string): Aggregated {
    let found = this.itemReadings.get(name)
    if (found === undefined) {
      found = this.readItem(this.compiled.itemByName.get(name)!)
      this.itemReadings.set(name, found)
    }
    return found
  }

  private readItem(item: Item): Aggregated {
    const units = this.entries.units ?? []
    const ofUnits = units.filter((unit) => entryOf(unit.items, item.id) !== undefined)
    const own = entryOf(this.entries.items, item.id)
    if (ofUnits.length === 0 || own !== undefined) return readItem(item, own, entryOf(this.entries.evidence, item.id))
    const readings = units.map((unit) => ({ unit, reading: readUnitItem(item, unit) }))
    const reading = this.aggregate(item, readings)
    return { reading, top: undefined, below: [], issues: [], units: readings }
  }

  /** A missing unit value makes the aggregate missing; units to which the item does not apply are left out. */
  private aggregate(item: Item, readings: readonly UnitReading[]): Reading {
    const rule = item.aggregate?.rule ?? 'refuse'
    if (!canBeJoined(item)) {
      return {
        state: 'error',
        issue: issue('SUBMISSION_AGGREGATE', {
          pointer: `/items/${item.id}`,
          where: [item.id],
          expected: null,
          found: readings.length,
        }),
      }
    }
    const applicable = readings.filter(({ reading }) => reading.state !== 'not-applicable')
    const first = readings[0]
    if (applicable.length === 0 && first !== undefined) return first.reading
    const weightOf = item.aggregate?.rule === 'weighted' ? this.compiled.itemByName.get(item.aggregate.by) : undefined
    const parts = applicable.map(({ unit, reading }) => ({
      value: withUnit(reading, unit),
      weight: weightOf === undefined ? ONE : withUnit(readUnitItem(weightOf, unit), unit),
    }))
    const all = parts.flatMap(({ value, weight }) => [value, weight])
    const absent = worstState(all)
    if (absent !== undefined) return absent
    const provisional = all.some((each) => each.state === 'present' && each.provisional === true)
    const numbers = parts.map(({ value, weight }) => ({ value: numberOf(value), weight: numberOf(weight) }))
    const value =
      item.type === 'date'
        ? latestOrEarliest(rule, applicable)
        : item.type === 'list'
          ? allRecords(applicable)
          : combine(rule, numbers)
    if (value === undefined) {
      return {
        state: 'error',
        issue: issue('SUBMISSION_AGGREGATE_WEIGHT', {
          pointer: `/items/${item.id}`,
          where: [item.id],
          expected: '> 0',
          found: '0',
        }),
      }
    }
    return { state: 'present', value, ...(provisional ? { provisional: true } : {}) }
  }

  private measure(name: string): Reading {
    let reading = this.measureReadings.get(name)
    if (reading === undefined) {
      const compiled = this.compiled.measureByName.get(name)
      if (compiled === undefined) throw new Error(`Inputs: no item or measure ${name}`)
      const { measure, formula } = compiled
      reading = 'broken' in formula ? { state: 'error', issue: formula.broken } : evaluateFormula(formula, this.read)
      if (measure.rounded === true && reading.state === 'present' && reading.value instanceof Exact) {
        reading = { ...reading, value: reading.value.round(digitsOf(measure)) }
      }
      if (reading.state === 'error') {
        reading = { ...reading, issue: placed(reading.issue, `/measures/${compiled.index}/formula`, [name]) }
      }
      this.measureReadings.set(name, reading)
    }
    return reading
  }

  /** The items a formula comes down to, as the trace shows them, each once. */
  trace(names: Iterable<string>, language: Language): InputTrace[] {
    const traces = new Map<string, InputTrace>()
    const visit = (name: string): void => {
      if (traces.has(name)) return
      const measure = this.compiled.measureByName.get(name)
      if (measure !== undefined) {
        if (!('broken' in measure.formula)) for (const read of measure.formula.names) visit(read)
      } else if (this.compiled.itemByName.has(name)) traces.set(name, this.traceItem(name, language))
    }
    for (const name of names) visit(name)
    return [...traces.values()]
  }

  private traceItem(name: string, language: Language): InputTrace {
    const item = this.compiled.itemByName.get(name)!
    const { reading, top, below, units } = this.item(name)
    return {
      name,
      state: reading.state,
      ...(reading.state === 'present' && reading.provisional ? { provisional: true } : {}),
      ...(reading.state === 'present' ? { shown: showReading(reading, shownAsItem(item), language) } : {}),
      ...(item.source === undefined ? {} : { source: item.source }),
      ...(top === undefined ? {} : layerTrace(top)),
      ...(below.length === 0
        ? {}
        : {
            below: below.map((layer) => ({
              layer: layer.layer,
              shown: layer.value === undefined || layer.value === null ? '—' : shownRaw(layer.value),
              ...(layer.who === undefined ? {} : { who: layer.who }),
              ...(layer.why === undefined ? {} : { why: layer.why }),
            })),
          }),
      ...(units === undefined
        ? {}
        : {
            units: units.map(({ unit, reading: each }) => ({
              unit: unit.name,
              shown: showReading(each, shownAsItem(item), language),
            })),
            ...(item.aggregate === undefined || item.aggregate.rule === 'refuse'
              ? {}
              : { aggregate: item.aggregate.rule }),
          }),
    }
  }
}

type Aggregated = ItemReading & { readonly units?: readonly UnitReading[] }
interface UnitReading {
  readonly unit: UnitEntries
  readonly reading: Reading
}

function readUnitItem(item: Item, unit: UnitEntries): Reading {
  return readItem(item, entryOf(unit.items, item.id), entryOf(unit.evidence, item.id)).reading
}

const ONE: Reading = { state: 'present', value: Exact.one }

/** What a unit has not given is named with the unit. */
function withUnit(reading: Reading, { name }: UnitEntries): Reading {
  return reading.state === 'missing' ? missing(...reading.names.map((each) => `${name} ${each}`)) : reading
}

function allRecords(readings: readonly UnitReading[]): RecordList {
  return new RecordList(
    readings.flatMap(({ reading }) =>
      reading.state === 'present' && reading.value instanceof RecordList ? reading.value.rows : [],
    ),
  )
}

function numberOf(reading: Reading): Exact {
  return reading.state === 'present' && reading.value instanceof Exact ? reading.value : Exact.zero
}

function combine(
  rule: NonNullable<Item['aggregate']>['rule'],
  numbers: readonly { value: Exact; weight: Exact }[],
): Exact | undefined {
  const values = numbers.map(({ value }) => value)
  switch (rule) {
    case 'sum':
      return values.reduce((total, each) => total.plus(each), Exact.zero)
    case 'max':
      return values.reduce((best, each) => best.max(each))
    case 'min':
      return values.reduce((best, each) => best.min(each))
    case 'weighted':
      return weightedMean(numbers)
    case 'refuse':
      return undefined
  }
}

/** Dates have an earliest (min) and a latest (max), and no sum. */
function latestOrEarliest(rule: string, readings: readonly UnitReading[]): CivilDate | undefined {
  if (rule !== 'max' && rule !== 'min') return undefined
  const dates = readings.flatMap(({ reading }) =>
    reading.state === 'present' && reading.value instanceof CivilDate ? [reading.value] : [],
  )
  const sign = rule === 'max' ? 1 : -1
  return dates.reduce((best, date) => ((date.dayNumber - best.dayNumber) * sign > 0 ? date : best), dates[0]!)
}

/** Σ value × weight ÷ Σ weight; undefined where the weights add up to 0. */
export function weightedMean(numbers: readonly { value: Exact; weight: Exact }[]): Exact | undefined {
  const weights = numbers.reduce((total, { weight }) => total.plus(weight), Exact.zero)
  if (weights.sign === 0) return undefined
  return numbers.reduce((total, { value, weight }) => total.plus(value.times(weight)), Exact.zero).over(weights)
}

function layerTrace(top: NonNullable<ItemReading['top']>): Pick<InputTrace, 'layer' | 'who' | 'when' | 'why'> {
  return {
    layer: top.layer,
    ...(top.who === undefined ? {} : { who: top.who }),
    ...(top.when === undefined ? {} : { when: top.when }),
    ...(top.why === undefined ? {} : { why: top.why }),
  }
}

/** An item's type, unit and digits for showing its value. */
export function shownAsItem(item: Item): ShownAs {
  return {
    type: item.type === 'choice' || item.type === 'list' ? 'text' : item.type,
    unit: item.unit,
    digits: digitsOf(item),
  }
}

/** A reading as a person reads it: "145.6 万元", "91%", "是", "—". */
export function showReading(
  reading: Reading,
  shown: ShownAs,
  language: Language,
  edges: readonly Exact[] = [],
): string {
  if (reading.state !== 'present') return '—'
  const { value } = reading
  if (value instanceof Exact) return showValue(value, shown, language, edges)
  if (typeof value === 'boolean') return language === 'zh' ? (value ? '是' : '否') : value ? 'yes' : 'no'
  if (typeof value === 'string') return value
  if ('rows' in value) return language === 'zh' ? `${value.rows.length} 条` : `${value.rows.length} records`
  return value.text
}

function shownRaw(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
