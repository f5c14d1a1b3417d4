/**
 * The texts of a table of records beside those that were reported: which of them are other. Records have no names: each
 * is held against the reported one in its place, once those that were taken out are left aside.
 */
export interface RecordRow {
  readonly texts: readonly string[]
  /** The place it was reported at; undefined for a record that was not. */
  readonly reported: number | undefined
}

/** Rows as they were reported, each in its place, or as a corrected table that has the same records in order. */
export function rowsBeside(
  texts: readonly (readonly string[])[],
  reported: readonly (readonly string[])[],
): RecordRow[] {
  const free = new Set(reported.keys())
  const alike = texts.map((row) => {
    const at = [...free].find((index) => isSame(row, reported[index]!))
    if (at !== undefined) free.delete(at)
    return at
  })
  return texts.map((row, index) => {
    if (alike[index] !== undefined) return { texts: row, reported: alike[index] }
    // What is left over stands for the reported one in its place, where that is still free.
    const isFree = free.delete(index)
    return { texts: row, reported: isFree ? index : undefined }
  })
}

/** Cells that differ from what was reported; a record that is new, or gone, counts once. */
export function countChanges(rows: readonly RecordRow[], reported: readonly (readonly string[])[]): number {
  const kept = new Set(rows.map((row) => row.reported))
  const gone = reported.filter((_, index) => !kept.has(index)).length
  return rows.reduce((count, { texts, reported: at }) => {
    if (at === undefined) return texts.every((text) => text.trim() === '') ? count : count + 1
    return count + texts.filter((text, index) => text !== reported[at]?.[index]).length
  }, gone)
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, index) => text === b[index])
}
