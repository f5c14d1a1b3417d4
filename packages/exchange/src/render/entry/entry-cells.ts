import {
  digitsOf,
  Exact,
  entryOf,
  type InputValue,
  type Item,
  type ItemField,
  type Layer,
  layersOf,
  percentText,
  type Submission,
  stackOf,
} from '@yardstick/model'
import type { Block, CellContent, CellLook, CellRule, WorkbookCell } from '../workbook.ts'
import type { EntryContext } from './entry-workbook-input.ts'
import type { EntryWords } from './entry-workbook-words.ts'

export const cell = (content: CellContent, look: CellLook): WorkbookCell => ({ content, look })
export const textCell = (text: string, look: CellLook): WorkbookCell => cell({ text }, look)

/** What the department itself said of an item, for itself or for one of its units. */
export function reportedLayer(submission: Pick<Submission, 'items'> | undefined, id: string): Layer | undefined {
  return layersOf(entryOf(submission?.items, id)).findLast(({ layer }) => layer === 'reported')
}

/** What stands of last year: the value that counted. */
export function lastValue(last: Pick<Submission, 'items'> | undefined, id: string): InputValue | undefined {
  const { top } = stackOf(entryOf(last?.items, id))
  return top?.state === 'not-applicable' || top?.state === 'missing' ? undefined : top?.value
}

/** A value as its cell holds it, or the empty cell for it, in the format that shows what the item is. */
export function valueContent(of: Item | ItemField, value: InputValue | undefined, words: EntryWords): CellContent {
  const isBlank = value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
  switch (of.type) {
    case 'number':
    case 'money':
    case 'count':
    case 'rate': {
      const digits = digitsOf(of)
      if (isBlank) return { blank: of.type === 'rate' ? { percent: Math.max(0, digits - 2) } : { grouped: digits } }
      const number = typeof value === 'number' ? Exact.fromNumber(value) : Exact.parse(String(value).trim())
      const decimals = number?.decimalDigits
      // A cell keeps 15 digits; a longer number stands in it as text, and is read as one.
      if (number === undefined || decimals === undefined || significant(number) > 15) return { text: String(value) }
      return of.type === 'rate'
        ? { number: number.toText(), percent: Math.max(0, digits - 2, decimals - 2) }
        : { number: number.toText(), grouped: Math.max(digits, decimals) }
    }
    case 'date':
      return isBlank ? { blank: 'date' } : { date: String(value) }
    case 'boolean':
      if (isBlank) return { blank: 'text' }
      return { text: value === true ? words.yes : value === false ? words.no : String(value) }
    default:
      return isBlank ? { blank: 'text' } : { text: String(value) }
  }
}

/** What a cell holds as people write it: a figure with all its digits, a rate with its sign, nothing for an empty one. */
export function contentText(content: CellContent): string {
  if ('text' in content) return content.text
  if ('date' in content) return content.date
  if (!('number' in content)) return ''
  return content.percent === undefined ? content.number : percentText(Exact.of(content.number))
}

function significant(number: Exact): number {
  return number.toText().replace(/^-?0*\.?0*|\./g, '').length
}

/** What may be entered for an item or a field; undefined for texts. */
export function valueRule(of: Item | ItemField, block: Block, { words, choices }: EntryContext): CellRule | undefined {
  const { messages } = words
  const { min, max } = of.range ?? {}
  const ends = { ...(min === undefined ? {} : { min: plain(min) }), ...(max === undefined ? {} : { max: plain(max) }) }
  switch (of.type) {
    case 'number':
    case 'money':
      return { block, allows: { kind: 'number', ...ends }, message: messages.number(of.unit ?? '') }
    case 'count':
      return { block, allows: { kind: 'whole', min: '0', ...ends }, message: messages.whole(of.unit ?? '') }
    case 'rate':
      return { block, allows: { kind: 'number', ...ends }, message: messages.rate }
    case 'date':
      return { block, allows: { kind: 'day' }, message: messages.day }
    case 'boolean':
      return { block, allows: { choices: [words.yes, words.no] }, message: messages.choice, isStrict: true }
    case 'choice':
      if (of.choices === undefined) return undefined
      return { block, allows: choices.of(of.choices), message: messages.choice, isStrict: true }
    default:
      return undefined
  }
}

const plain = (quantity: string): string => Exact.of(quantity).toText()

/** 85% of a rate, 12.5 of others: an end of a range as people read it. */
function shownEnd(of: Item | ItemField, end: string): string {
  return of.type === 'rate' ? percentText(Exact.of(end)) : plain(end)
}

/** What a person should know of an item, in one cell. */
export function itemNotes(item: Item, { notes }: EntryWords): string {
  const { min, max } = item.range ?? {}
  const [low, high] = [min, max].map((end) => (end === undefined ? undefined : shownEnd(item, end)))
  const range =
    low !== undefined && high !== undefined
      ? notes.range(low, high)
      : low !== undefined && min !== '0' && min !== '0%'
        ? notes.atLeast(low)
        : high !== undefined
          ? notes.atMost(high)
          : undefined
  const parts = [
    item.required === true ? notes.required : undefined,
    item.period === 'last-year' ? notes.lastYear : undefined,
    range,
    item.type === 'choice' && item.choices !== undefined ? notes.choices(item.choices.join(notes.comma)) : undefined,
    item.mayBeNotApplicable === true ? notes.mayBeNotApplicable : undefined,
    item.evidence === undefined ? undefined : notes.evidence(item.evidence),
    item.source === undefined ? undefined : notes.source(item.source),
    item.note?.replace(/[。.]$/, ''),
  ]
  return parts.filter((part) => part !== undefined && part !== '').join(notes.semicolon)
}

export function block(row: number, column: number, rowSpan = 1, columnSpan = 1): Block {
  return { row, column, rowSpan, columnSpan }
}
