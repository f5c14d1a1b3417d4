import {
  conversion,
  type Entry,
  Exact,
  type Issue,
  type Item,
  issue,
  type Layer,
  type Leaf,
  type Mapping,
  percentText,
  type Result,
  rateReadings,
  type Scheme,
  type Subject,
  type Submission,
  typedNumber,
} from '@yardstick/model'
import { doubt, type EntryDoubt, type EntryDoubtKind } from '../entry/entry-doubt.ts'
import { wordEntryDoubt } from '../entry/entry-doubt-words.ts'
import { localCell } from '../entry/entry-local.ts'
import { yearOf } from '../entry/entry-row.ts'
import { readValue, written } from '../entry/entry-value.ts'
import { type StatedCell, stateCalled, statedIn } from '../entry/stated-cell.ts'
import type { FilledCell } from '../sheet-cells.ts'
import {
  ELEMENTS,
  elementsIn,
  type JudgedCells,
  judgedEntry,
  levelIn,
  levelWords,
  truthIn,
  type Words,
} from './judged-cells.ts'
import type { TableHeads } from './read-heads.ts'
import { RATIO, type TableColumn } from './table-column.ts'

export interface TableContext {
  readonly heads: TableHeads
  readonly scheme: Scheme
  readonly mapping?: Mapping
  /** Where no column says it. */
  readonly period: string
}

/**
 * One row → the submission it is, by the rules for cells of returned workbooks: what can be meant in one way only is read.
 * Unlike there, figures with more digits than the item has are taken as they stand, since nobody is asked; 1 and 0 are yes
 * and no. An empty cell says nothing.
 *
 * whose   names the row where no column does
 * issues  TABLE_CELL for each cell in doubt: then nothing of the row is used
 */
export function readTableRow(cells: readonly string[], context: TableContext, whose: string): Result<Submission> {
  const { heads, period: stated } = context
  const issues: Issue[] = []
  const row = new RowReader(cells, context, issues)
  const surplus = cells.slice(heads.columns.length).some((text) => text.trim() !== '')
  if (surplus) issues.push(issue('TABLE_ROW_CELLS', { expected: heads.columns.length, found: cells.length }))
  const subject: { -readonly [K in keyof Subject]: Subject[K] } = { department: whose }
  const attributes: { [name: string]: string } = {}
  let period = stated
  heads.columns.forEach((column, at) => {
    const text = cells[at]?.trim() ?? ''
    if (column === undefined || text === '') return
    if (column.kind === 'subject') subject[column.part] = line(text)
    else if (column.kind === 'attribute') attributes[column.name] = line(text)
    else if (column.kind === 'period') period = line(text)
  })
  if (subject.regionCode !== undefined && !/^\d{6,12}$/.test(subject.regionCode)) {
    row.refuse(
      heads.columns.findIndex((each) => each?.kind === 'subject' && each.part === 'regionCode'),
      REGION,
    )
  }
  if (Object.keys(attributes).length > 0) subject.attributes = attributes
  const entries = row.entries(period)
  if (issues.length > 0) return { ok: false, issues }
  return { ok: true, value: { yardstick: 'submission/1', subject, period, ...entries } }
}

/** As long as a line of a document may be. */
const line = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 500)

const REGION = { zh: '应为 6 至 12 位数字；请改正', en: 'expected 6 to 12 digits; correct it' }

class RowReader {
  private year: string | undefined

  constructor(
    private readonly cells: readonly string[],
    private readonly context: TableContext,
    private readonly issues: Issue[],
  ) {}

  entries(period: string): Pick<Submission, 'items' | 'judgements' | 'evidence'> {
    this.year = yearOf(period)
    const items: { [id: string]: Entry } = {}
    const evidence: NonNullable<Submission['evidence']> = {}
    const judged = new Map<string, JudgedCells>()
    const why = new Map<string, string>()
    this.context.heads.columns.forEach((column, at) => {
      const text = this.cells[at] ?? ''
      if (column === undefined || text.trim() === '') return
      if (column.kind === 'item-why') why.set(column.item.id, text.trim())
      else if (column.kind === 'evidence') {
        if (this.truth(at) === true) evidence[column.item] = [{ name: text.trim().slice(0, 200) }]
      } else if ('leaf' in column) {
        const cells = judged.get(column.leaf.id) ?? { leaf: column.leaf, elements: {} }
        judged.set(column.leaf.id, cells)
        this.judge(column, at, cells)
      }
    })
    this.context.heads.columns.forEach((column, at) => {
      if (column?.kind !== 'item') return
      const reason = why.get(column.item.id)
      const entry = this.item(column.item, column.beside, at, reason)
      if (entry !== undefined) items[column.item.id] = entry
    })
    const judgements = Object.fromEntries(
      [...judged.values()].flatMap((cells): [string, Entry][] => {
        const entry = judgedEntry(cells)
        return entry === undefined ? [] : [[cells.leaf.id, entry]]
      }),
    )
    return {
      items,
      ...(judged.size === 0 ? {} : { judgements }),
      ...(Object.keys(evidence).length === 0 ? {} : { evidence }),
    }
  }

  refuse(at: number, words: Words): undefined {
    const { heads } = this.context
    const found = this.cells[at] ?? ''
    this.issues.push(issue('TABLE_CELL', { where: [heads.heads[at] ?? ''], expected: { ...words }, found }))
    return undefined
  }

  private doubted(at: number, kind: EntryDoubtKind, more: Partial<EntryDoubt> = {}): undefined {
    const said = doubt(kind, { found: this.cells[at]!.trim(), ...more })
    return this.refuse(at, { zh: wordEntryDoubt(said, 'zh'), en: wordEntryDoubt(said, 'en') })
  }

  private item(item: Item, beside: string | undefined, at: number, reason: string | undefined): Entry | undefined {
    const text = this.cells[at] ?? ''
    if (text.trim() === '') return undefined
    const said = this.stated(text)
    const why = said.why === '' ? reason : said.why
    const state = said.state === '' ? undefined : stateCalled(said.state)
    if (said.value.kind === 'empty') return layered({ layer: 'reported', ...stateOf(state), ...whyOf(why) })
    const value = this.value(item, beside, said.value, at)
    if (value === undefined) return undefined
    const isBare = state === undefined && why === undefined
    return isBare ? value : layered({ layer: 'reported', value, ...stateOf(state), ...whyOf(why) })
  }

  private stated(text: string): StatedCell {
    return statedIn({ kind: 'text', text })
  }

  private value(item: Item, beside: string | undefined, cell: FilledCell, at: number): string | boolean | undefined {
    const { mapping, scheme } = this.context
    if (item.type === 'rate') return this.rate(item, beside, cell, at)
    if (item.type === 'boolean') return this.truth(at, cell.text)
    if (item.type === 'number' || item.type === 'money' || item.type === 'count') {
      return this.amount(item, beside, cell, at)
    }
    const isLocal = mapping !== undefined && Object.hasOwn(mapping.items, item.id)
    const own = isLocal ? localCell(item, mapping, scheme, { value: cell, unit: '' }).value : cell
    const read = readValue(item, own, { year: this.year })
    return 'value' in read ? read.value : this.doubted(at, read.doubt, { expected: read.expected ?? '' })
  }

  private rate(item: Item, beside: string | undefined, cell: FilledCell, at: number): string | undefined {
    const typed = typedNumber(cell.text)
    if (typed === undefined) return this.noNumber(item, cell, at)
    if (beside === RATIO && typed.unit === '') return written(item, typed.number)
    const unit = typed.unit === '' && beside === '‰' ? { ...typed, unit: '‰' } : typed
    const readings = rateReadings(unit, beside)
    if (readings === undefined) return this.doubted(at, 'unit-typed', { expected: '%' })
    return readings.length === 1 ? percentText(readings[0]!) : this.doubted(at, 'rate-bare')
  }

  private amount(item: Item, beside: string | undefined, cell: FilledCell, at: number): string | undefined {
    const typed = typedNumber(cell.text)
    if (typed === undefined) return this.noNumber(item, cell, at)
    const { number, unit } = typed
    if (unit === '%' || unit === '‰') return this.doubted(at, 'percent-for-number')
    const given = unit === '' ? (beside ?? item.unit) : unit
    const isOwn = unit === '' || unit === (beside ?? item.unit)
    if (!isOwn) return this.doubted(at, 'unit-typed', { expected: beside ?? item.unit ?? '' })
    const factor = conversion(given, item.unit) ?? Exact.one
    const value = number.times(factor)
    // 10 分钟 are a sixth of an hour, which no decimal holds.
    if (value.decimalDigits === undefined || value.isTooLarge)
      return this.doubted(at, 'unit-typed', { expected: item.unit ?? '' })
    return written(item, value)
  }

  private noNumber(item: Item, cell: FilledCell, at: number): undefined {
    const read = readValue(item, cell, { year: this.year })
    return this.doubted(at, 'doubt' in read ? read.doubt : 'not-a-number')
  }

  private truth(at: number, text = this.cells[at]!): boolean | undefined {
    const found = truthIn(text)
    return found ?? this.doubted(at, 'truth-form')
  }

  private judge(column: TableColumn & { readonly leaf: Leaf }, at: number, cells: JudgedCells): void {
    const text = this.cells[at]!
    if (column.kind === 'leaf-why') {
      cells.why = text.trim()
      return
    }
    const said = column.kind === 'element' ? undefined : this.stated(text)
    if (said !== undefined && said.state !== '') {
      cells.state = stateCalled(said.state)
      if (said.why !== '') cells.why = said.why
      if (said.value.kind === 'empty') return
    }
    const own = said?.value.text ?? text
    switch (column.kind) {
      case 'element': {
        const met = this.truth(at)
        if (met !== undefined) cells.elements[column.element] = met
        return
      }
      case 'elements': {
        const elements = elementsIn(column.leaf, own)
        if (elements === undefined) this.refuse(at, ELEMENTS)
        else Object.assign(cells.elements, elements)
        return
      }
      case 'level':
        this.level(column.leaf, own, at, cells)
        return
      case 'share':
        cells.share = own.trim()
        return
      default: {
        const typed = typedNumber(own)
        if (typed === undefined || (typed.unit !== '' && typed.unit !== '分')) this.doubted(at, 'not-a-number')
        else cells.value = typed.number.toText()
      }
    }
  }

  private level(leaf: Leaf, text: string, at: number, cells: JudgedCells): void {
    const found = levelIn(leaf, text)
    if (found === undefined) this.refuse(at, levelWords(leaf, text.trim()))
    else Object.assign(cells, found)
  }
}

const stateOf = (state: Layer['state']): Pick<Layer, 'state'> => (state === undefined ? {} : { state })
const whyOf = (why: string | undefined): Pick<Layer, 'why'> => (why === undefined ? {} : { why })
const layered = (layer: Layer): Entry => ({ layers: [layer] })
