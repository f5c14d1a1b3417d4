import { Exact } from '@yardstick/model'

export type SortKey = Exact | string | number | null

export interface Sort {
  readonly column: string
  readonly isDown: boolean
}

const names = new Intl.Collator('zh')

/** Rows in order of a key; what has none stays last, and equals keep their order. */
export function sorted<R>(rows: readonly R[], keyOf: (row: R) => SortKey, isDown: boolean): R[] {
  const keyed = rows.map((row) => ({ row, key: keyOf(row) }))
  const sign = isDown ? -1 : 1
  keyed.sort((a, b) => {
    if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null)
    return sign * compare(a.key, b.key)
  })
  return keyed.map(({ row }) => row)
}

function compare(a: Exclude<SortKey, null>, b: Exclude<SortKey, null>): number {
  if (a instanceof Exact && b instanceof Exact) return a.compare(b)
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return names.compare(String(a), String(b))
}

/** A number of an answer as what it is put in order by. */
export function exactOf(text: string | null | undefined): Exact | null {
  return text == null ? null : (Exact.fromText(text) ?? null)
}
