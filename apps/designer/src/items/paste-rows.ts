import type { Edit, Item, Measure, Scheme } from '@yardstick/model'
import { freeName, namedIn } from './rename.ts'
import { type Side, withFields } from './side.ts'
import { itemWords } from './words.ts'

/**
 * Rows of a table from Excel that go below the last row of the dictionary. The columns are those they were pasted over,
 * or, where the first row holds their titles, those it names.
 */
export interface PastedRows {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

const TITLES: ReadonlyMap<string, string> = new Map(
  (['zh', 'en'] as const).flatMap((language) =>
    Object.entries(itemWords[language].columns).map(([id, title]): [string, string] => [title.toLowerCase(), id]),
  ),
)

/** The rows without their titles, and the columns that the titles name; undefined where the first row is no titles. */
export function withTitles(rows: readonly (readonly string[])[]): PastedRows | undefined {
  const [first = [], ...rest] = rows
  const columns = first.map((each) => TITLES.get(each.normalize('NFKC').trim().toLowerCase()) ?? '')
  const known = columns.filter((each) => each !== '')
  const isTitles = known.includes('id') && known.length === first.filter((each) => each.trim() !== '').length
  return isTitles ? { columns, rows: rest } : undefined
}

/** New rows at the end. One without a name gets a free one; a text that means nothing is left out. */
export function rowsPasted<R extends Item | Measure>(
  side: Side<R>,
  scheme: Scheme,
  { columns, rows }: PastedRows,
  freshName: string,
): Edit[] {
  const taken = [...namedIn(scheme)]
  const readable = columns.filter((each) => each !== '' && !NOT_READ.has(each))
  // The type first: what the other texts may mean depends on it.
  const order = [...readable].sort((a, b) => Number(b === 'type') - Number(a === 'type'))
  const filled = rows.filter((row) => row.some((each) => each.trim() !== ''))
  return filled.map((row, index) => {
    const textAt = (column: string) => row[columns.indexOf(column)] ?? ''
    const id = freeName(taken, cleanName(textAt('id')) || freshName)
    taken.push({ id })
    let made = side.blank(id)
    for (const column of order) {
      const meaning = textAt(column).trim() === '' ? undefined : side.read(made, column, textAt(column))
      if (meaning !== undefined && 'fields' in meaning) made = withFields(made, meaning.fields)
    }
    return side.add(side.list(scheme).length + index, made)
  })
}

/** The name is given, the last two are computed. */
const NOT_READ: ReadonlySet<string> = new Set(['id', 'value', 'uses'])

/** A name is one line without square brackets, which are a formula's. */
export function cleanName(text: string): string {
  return text.replace(/[[\]]/g, '').replace(/\s+/g, ' ').trim().slice(0, 200)
}
