/**
 * How far one half is scrolled when the other one is. A row of their sheet may have given none, one or several rows of
 * ours (一级, 二级 and 三级 begin in one row); in between the two keep pace. Positions are in rows, fractions too.
 */
export interface ScrollMap {
  readonly toOurs: (sheetRow: number) => number
  readonly toTheirs: (treeRow: number) => number
}

/**
 * sourceRows  of each of our rows the row of the sheet it was read from, in our order
 * sheetRows   how many rows the sheet has
 */
export function scrollMap(sourceRows: readonly number[], sheetRows: number): ScrollMap {
  // Of each sheet row the first of ours that comes from it or from below it.
  const firstOf: number[] = []
  let at = 0
  for (let row = 0; row <= sheetRows; row++) {
    while (at < sourceRows.length && sourceRows[at]! < row) at++
    firstOf.push(at)
  }
  const toOurs = (sheetRow: number) => {
    const row = Math.max(0, Math.min(Math.floor(sheetRow), sheetRows))
    const from = firstOf[row]!
    const to = firstOf[Math.min(row + 1, sheetRows)]!
    return from + (to - from) * (Math.max(0, sheetRow) - row)
  }
  const toTheirs = (treeRow: number) => {
    const index = Math.max(0, Math.min(Math.floor(treeRow), sourceRows.length - 1))
    const row = sourceRows[index]
    if (row === undefined) return 0
    // Several of ours share the row: each of them stands for its part of it.
    const from = firstOf[row]!
    const to = Math.max(from + 1, firstOf[Math.min(row + 1, sheetRows)]!)
    return row + Math.min(1, (treeRow - from) / (to - from))
  }
  return { toOurs, toTheirs }
}
