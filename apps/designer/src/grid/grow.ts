import { nameOf } from '@yardstick/exchange/leaf-from-row'
import { type Edit, type Language, newId, type Scheme } from '@yardstick/model'
import { type Committed, readChanges } from './commit.ts'
import type { IndicatorRow } from './rows.ts'
import { newLeaf, seatIn } from './structure.ts'

/**
 * Rows beyond the last one, pasted or typed, become leaves beside it, with the texts of their columns; what a target
 * suggests becomes their method.
 */
export function grownRows(
  beyond: readonly (readonly string[])[],
  columns: readonly string[],
  scheme: Scheme,
  rows: readonly IndicatorRow[],
  language: Language,
  newName: string,
): Committed {
  const last = rows.at(-1)
  const seat = last === undefined ? undefined : seatIn(scheme, last.id)
  if (last === undefined || seat === undefined) return { edits: [], suggests: [], refused: [], asked: [], grown: [] }
  const taken = new Set(rows.map((row) => row.id))
  const edits: Edit[] = []
  const all = {
    suggests: [] as string[],
    refused: [] as Committed['refused'][number][],
    asked: [] as Committed['asked'][number][],
    grown: [] as string[],
  }
  beyond.forEach((texts, at) => {
    const name = nameOf(texts[columns.indexOf('name')] ?? '') || newName
    const id = newId(name, { has: (each) => taken.has(each) || seatIn(scheme, each) !== undefined })
    taken.add(id)
    all.grown.push(id)
    const leaf = newLeaf(id, name)
    edits.push({
      type: 'add-indicator',
      parent: seat.parent?.id ?? null,
      index: seat.index + 1 + at,
      indicator: leaf,
    })
    const row: IndicatorRow = { ...last, id, node: leaf }
    const changes = columns.flatMap((column, index) => {
      const text = texts[index] ?? ''
      return text === '' || column === 'name' ? [] : [{ row, column, text }]
    })
    const read = readChanges(changes, scheme, rows, language)
    edits.push(...read.edits)
    all.suggests.push(...read.suggests)
    all.refused.push(...read.refused)
    all.asked.push(...read.asked)
  })
  return { edits, ...all }
}
