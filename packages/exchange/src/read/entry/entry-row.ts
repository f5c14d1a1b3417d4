import { Exact, type InputRecord, type Item, type Layer, type LayerEntry, readItem } from '@yardstick/model'
import { entryWords } from '../../render/entry/entry-workbook-words.ts'
import { isSameLayer } from '../same-value.ts'
import type { FilledCell } from '../sheet-cells.ts'
import { doubt, type EntryDoubt, type EntryDoubtKind, type EntryProposal, keptBack } from './entry-doubt.ts'
import { wrongWith } from './entry-records.ts'
import type { ScaleClues } from './entry-scale.ts'
import { isFilled } from './entry-sheets.ts'
import { type PlainValue, readValue, written } from './entry-value.ts'
import type { EntryChange, EntryContext } from './entry-workbook-input.ts'
import { stateCalled } from './stated-cell.ts'

const LANGUAGES = Object.values(entryWords)

/** What a file says of one item, or of one item of a subordinate unit. */
export interface Row {
  readonly item: Item
  /** The subordinate unit's. */
  readonly unitName?: string
  readonly place: { readonly at: string; readonly label: string }
  /** What stands in the column of units; undefined where there is none. */
  readonly unit?: string
  readonly value: FilledCell
  readonly state: string
  readonly why: string
  /** What was reported already. */
  readonly before: Layer | undefined
}

type Said = Pick<Layer, 'value' | 'state' | 'why'>

export interface RowSaid {
  /** One where the row is read, several where it is in doubt; none where it says nothing. */
  readonly readings: readonly Said[]
  readonly doubts: readonly EntryDoubt[]
  /** What it comes to, for those that are compared with it. */
  readonly number?: Exact
}

/**
 * What a row says.
 *
 * records  of a list item, which stand elsewhere; undefined where they are in doubt
 */
export function readRow(
  row: Row,
  context: EntryContext,
  records?: (doubts: EntryDoubt[]) => readonly InputRecord[][] | undefined,
): RowSaid {
  const { item, place, state: stateText, why } = row
  const reason = why === '' ? {} : { why }
  const state = stateCalled(stateText)
  const doubts: EntryDoubt[] = []
  const values = records === undefined ? plainValues(row, context, doubts) : records(doubts)
  const inDoubt = (kind: EntryDoubtKind, given: Partial<EntryDoubt>, readings: readonly Said[] = []): RowSaid => ({
    readings,
    doubts: [...doubts, doubt(kind, { ...place, ...given })],
  })
  if (state === undefined && stateText !== '') return inDoubt('state-unknown', { found: stateText })
  if (values === undefined) return { readings: [], doubts }
  if (values.length === 0) {
    if (doubts.length > 0) {
      const isState = doubts.every(({ kind }) => kind === 'state-in-value')
      return { readings: isState ? statesMeant(item, reason) : [], doubts }
    }
    if (state === 'missing' || state === 'not-applicable') return { readings: [{ state, ...reason }], doubts }
    if (state !== undefined) return inDoubt('state-without-value', { found: stateText })
    if (why !== '') return inDoubt('reason-alone', { found: why }, [{ state: 'missing', why }])
    return { readings: [], doubts }
  }
  if (state === 'missing' || state === 'not-applicable') {
    const readings = [...values.map((value) => ({ value, ...reason })), { state, ...reason }]
    return inDoubt('value-with-state', { found: row.value.text, expected: stateText }, readings)
  }
  const verifying = state === 'to-be-verified' ? { state } : {}
  const readings = values.map((value) => ({ value, ...verifying, ...reason }))
  const [first] = values
  const number = typeof first === 'string' ? Exact.parse(first) : undefined
  return { readings, doubts, ...(number === undefined ? {} : { number }) }
}

/** A cell that says 无 or / may mean one of two states, of which the second needs a reason. */
function statesMeant(item: Item, reason: { readonly why?: string }): Said[] {
  const none = item.mayBeNotApplicable === true && reason.why !== undefined
  return [{ state: 'missing', ...reason }, ...(none ? [{ state: 'not-applicable' as const, ...reason }] : [])]
}

/** The values the cell may mean: one where it is read. Empty where it is empty or means none; every doubt is told. */
function plainValues(
  { item, place, value: cell, unit }: Row,
  { period, scheme }: EntryContext,
  doubts: EntryDoubt[],
): readonly PlainValue[] {
  const given = { ...place, found: cell.isPercent === true ? shownPercent(cell) : cell.text }
  if (!isFilled(cell)) return []
  if (cell.isFormula === true) doubts.push(doubt('formula', given))
  if (cell.kind === 'empty') return []
  const beside = unit === undefined ? {} : { unit }
  const read = readValue(item, cell, { ...beside, year: yearOf(period ?? String(scheme.year ?? '')) })
  if ('doubt' in read) {
    doubts.push(doubt(read.doubt, { ...given, expected: read.expected ?? '' }))
    return read.values
  }
  doubts.push(...wrongWith(item, read.value, given))
  return [read.value]
}

const shownPercent = ({ text }: FilledCell): string =>
  `${Exact.parse(text)?.times(Exact.integer(100)).toText() ?? text}%`
/** The year of a period: 2024 of 2024年上半年. */
export const yearOf = (period: string): string | undefined => /^\d{4}/.exec(period)?.[0]

/**
 * What becomes of rows: changes and doubts, in their order; one that says nothing, where nothing was said before, is neither.
 * They are judged together, since one value is a clue to another.
 */
export function judgedRows(
  said: readonly (RowSaid & { readonly row: Row })[],
  clues: (given: ReadonlyMap<string, Exact>) => ScaleClues,
  doubts: EntryDoubt[],
): EntryChange[] {
  const given = new Map(
    said.flatMap(({ row, number }) => (number === undefined ? [] : [[row.item.id, number] as const])),
  )
  const known = clues(given)
  return said.flatMap(({ row, readings, doubts: own }) => {
    const [told, kept] = [true, false].map((isTold) => own.filter((each) => (keptBack(each) === 'nothing') === isTold))
    const outcome = judged(row, readings, kept!, known)
    doubts.push(...told!, ...outcome.doubts)
    return outcome.changes
  })
}

/** What becomes of a row: the same, a change, or doubts with what may be meant. */
function judged(
  { item, unitName, place, value: cell, before }: Row,
  readings: readonly Said[],
  doubts: readonly EntryDoubt[],
  clues: ScaleClues,
): { changes: EntryChange[]; doubts: EntryDoubt[] } {
  const unit = unitName === undefined ? {} : { unit: unitName }
  const entryOf = (said: Said): LayerEntry => ({ of: 'items', id: item.id, ...unit, layer: 'reported', ...said })
  const change = (kind: EntryChange['kind'], said: Said) => ({
    changes: [{ kind, entry: entryOf(said), before, label: place.label, at: place.at }],
    doubts: [],
  })
  const proposals = (all: readonly Said[]): EntryProposal[] =>
    all.map((said) => ({ shown: shownSaid(said), entry: entryOf(said) }))
  const asked = (all: readonly EntryDoubt[], meant: readonly Said[]) => ({
    changes: [],
    doubts: all.map((each, index) => (index === 0 ? { ...each, proposals: proposals(meant) } : each)),
  })
  const same = before === undefined ? undefined : saidBefore(item, readings, doubts, before)
  if (same !== undefined) return change('same', same)
  const [said] = readings
  if (said === undefined) {
    if (doubts.length > 0) return asked(doubts, [])
    if (before === undefined || !saysSomething(before)) return { changes: [], doubts: [] }
    const emptied = doubt('emptied', { ...place, expected: shownSaid(before) })
    return asked([emptied], [{}])
  }
  if (doubts.length > 0) return asked(doubts, fitting(item, readings))
  const { issues } = readItem(item, { layers: [{ layer: 'reported', ...said }] }, [true])
  const [issue] = issues.filter(({ severity }) => severity === 'error')
  if (issue !== undefined) return asked([doubt('issue', { ...place, found: cell.text, issue })], [])
  const number = numberIn(item, said)
  const far = number === undefined ? undefined : clues.farOff(item, number)
  if (number === undefined || far === undefined) return change(before === undefined ? 'new' : 'changed', said)
  const meant = { ...said, value: written(item, far.meant) }
  const clue = item.type === 'rate' ? written(item, Exact.fromText(far.clue)!) : far.clue
  return asked(
    [doubt('scale', { ...place, found: written(item, number), expected: clue })],
    fitting(item, [meant, said]),
  )
}

/**
 * The reading that is there already, so that it is not asked again: without a doubt the one there is; of several that a cell
 * may mean the likeliest; and any where the cell is clear and only its value is remarkable.
 */
function saidBefore(
  item: Item,
  readings: readonly Said[],
  doubts: readonly EntryDoubt[],
  before: Said,
): Said | undefined {
  const isClear = doubts.every(({ kind }) => REMARKABLE.has(kind))
  if (!isClear && !doubts.every(({ kind }) => REMARKABLE.has(kind) || ASKED_ONCE.has(kind))) return undefined
  const [likeliest] = readings
  const considered = isClear ? readings : likeliest === undefined ? [] : [likeliest]
  return considered.find((said) => isSameLayer(item, said, before))
}

const REMARKABLE: ReadonlySet<EntryDoubtKind> = new Set(['digits', 'rate-large', 'date-odd', 'issue', 'formula'])
const ASKED_ONCE: ReadonlySet<EntryDoubtKind> = new Set([
  'rate-bare',
  'unit-typed',
  'date-form',
  'truth-form',
  'choice-form',
])

function numberIn({ type }: Item, { value }: Said): Exact | undefined {
  const isNumber = type === 'number' || type === 'money' || type === 'rate' || type === 'count'
  return isNumber && typeof value === 'string' ? Exact.parse(value) : undefined
}

/** Of what may be meant, what could be taken. */
function fitting(item: Item, readings: readonly Said[]): Said[] {
  return readings.filter((said) => {
    const { issues } = readItem(item, { layers: [{ layer: 'reported', ...said }] }, [true])
    return issues.every(({ severity }) => severity !== 'error')
  })
}

const saysSomething = ({ value, state }: Said): boolean =>
  (value !== undefined && value !== null && value !== '') || (state !== undefined && state !== 'missing')

/** A value or state in the words of the sheet; nothing, for what is taken away. */
function shownSaid({ value, state }: Said): string {
  const [words] = LANGUAGES
  if (Array.isArray(value)) return words!.records(value.length)
  if (typeof value === 'boolean') return value ? words!.yes : words!.no
  if (value !== undefined && value !== null) return String(value)
  return state === undefined ? '' : words!.states[state]
}
