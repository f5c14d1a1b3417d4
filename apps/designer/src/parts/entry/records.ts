import type { InputRecord, Item, ItemField } from '@yardstick/model'
import { type CellReading, cellText, readCell, type StateWords } from './read-cell.ts'

/** The records of a list item as a table of texts, and back. A field is read as an item of its type is. */
export function recordTexts(fields: readonly ItemField[], records: readonly InputRecord[], w: StateWords): string[][] {
  return records.map((record) => fields.map((field) => cellText(field as Item, record[field.id] ?? undefined, w)))
}

export interface RecordProblem {
  readonly row: number
  readonly field: ItemField
  readonly reading: Exclude<CellReading, { entry: unknown }>
}

/** Rows without any text are no records. */
export function readRecords(
  fields: readonly ItemField[],
  texts: readonly (readonly string[])[],
): { records: InputRecord[]; problems: RecordProblem[] } {
  const problems: RecordProblem[] = []
  const records = texts.flatMap((row, at) => {
    if (row.every((text) => text.trim() === '')) return []
    const values = fields.flatMap((field, index): [string, InputRecord[string]][] => {
      const reading = readCell(field as Item, row[index] ?? '')
      if (!('entry' in reading)) {
        problems.push({ row: at, field, reading })
        return []
      }
      const { entry } = reading
      return entry === undefined || typeof entry === 'object' ? [] : [[field.id, entry]]
    })
    return [Object.fromEntries(values)]
  })
  return { records, problems }
}

/** The fields of a list: those it states, else those its records have. */
export function fieldsOf(item: Item, records: readonly InputRecord[]): readonly ItemField[] {
  if (item.fields !== undefined) return item.fields
  return [...new Set(records.flatMap((record) => Object.keys(record)))].map((id) => ({ id, type: 'text' }))
}

/** The texts with one of them put in another's place. */
export function withText(texts: readonly (readonly string[])[], at: number, index: number, text: string): string[][] {
  return texts.map((row, place) =>
    place === at ? row.map((own, column) => (column === index ? text : own)) : [...row],
  )
}

/**
 * The texts with a block from a spreadsheet put over them from this field on; rows are added as it needs them, what
 * reaches over the right edge is left out. Undefined where what was pasted is no block, but a text of one field.
 */
export function withBlock(
  texts: readonly (readonly string[])[],
  at: number,
  index: number,
  pasted: string,
  width: number,
): string[][] | undefined {
  const block = pasted.replace(/\r?\n$/, '')
  if (!/[\t\n]/.test(block)) return undefined
  const next = texts.map((row) => [...row])
  for (const [down, line] of block.split(/\r?\n/).entries()) {
    next[at + down] ??= Array<string>(width).fill('')
    const row = next[at + down]!
    for (const [right, text] of line.split('\t').entries()) {
      if (index + right < width) row[index + right] = text.trim()
    }
  }
  return next
}
