import { foldedText, type Item } from '@yardstick/model'

/** A pasted row: of which unit, and the texts of its items. */
export interface PastedRow {
  /** Undefined where the block has no names: it goes by its place then. */
  readonly name: string | undefined
  readonly texts: readonly { readonly item: Item; readonly text: string; readonly head: string | undefined }[]
}

/**
 * A block from a spreadsheet. With the names of items in its first row its columns are told by them, wherever they stand;
 * without them it goes over the table from the field it was pasted into.
 *
 * column   of that field among the items; −1 is the name of the unit
 * returns  undefined where what was pasted is no block, but a text of one field
 */
export function readUnitBlock(pasted: string, column: number, items: readonly Item[]): PastedRow[] | undefined {
  const block = pasted.replace(/\r?\n$/, '')
  if (!/[\t\n]/.test(block)) return undefined
  const rows = block.split(/\r?\n/).map((line) => line.split('\t').map((text) => text.trim()))
  const [first = []] = rows
  const heads = first.map((text) => headOf(text, items))
  if (heads.some((head) => head !== undefined) && !first.some((text) => /^[\d.,%-]+$/.test(text))) {
    return underHeads(rows.slice(1), first, heads)
  }
  return rows.map((texts) => {
    const values = column < 0 ? texts.slice(1) : texts
    const at = Math.max(column, 0)
    return {
      name: column < 0 ? (texts[0] ?? '') : undefined,
      texts: values.flatMap((text, right) => {
        const item = items[at + right]
        return item === undefined ? [] : [{ item, text, head: undefined }]
      }),
    }
  })
}

interface Head {
  readonly item: Item
  readonly unit: string | undefined
}

/** 实际支出（万元）is 实际支出 in 万元. */
function headOf(text: string, items: readonly Item[]): Head | undefined {
  const folded = foldedText(text)
  const whole = items.find((item) => namesOf(item).includes(folded))
  if (whole !== undefined) return { item: whole, unit: undefined }
  const [, name = '', unit = ''] = /^(.+?)\s*\(([^()]+)\)$/.exec(folded) ?? []
  const item = items.find((each) => namesOf(each).includes(name))
  return item === undefined ? undefined : { item, unit }
}

const namesOf = ({ id, label }: Item): string[] => [id, label ?? id].map(foldedText)

/** The name stands under 单位, or in the first column that is no item's. */
function underHeads(
  rows: readonly (readonly string[])[],
  first: readonly string[],
  heads: readonly (Head | undefined)[],
): PastedRow[] {
  const free = first.flatMap((text, at) => (heads[at] === undefined ? [{ text, at }] : []))
  const named = free.find(({ text }) => /单位|名称|unit|name/i.test(text)) ?? free[0]
  return rows
    .filter((row) => row.some((text) => text !== ''))
    .map((row) => ({
      name: named === undefined ? undefined : (row[named.at] ?? ''),
      texts: heads.flatMap((head, at) => {
        return head === undefined ? [] : [{ item: head.item, text: row[at] ?? '', head: head.unit }]
      }),
    }))
}
