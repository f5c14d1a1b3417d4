import type { Doubt } from '../doubt.ts'
import type { Cell, Table } from '../table/grid.ts'
import { pointsIn } from './points-text.ts'
import type { Roles } from './row-texts.ts'

/**
 * Tables that were turned into text lose cells: where an empty or merged one fell out, or one too many came in, all that
 * follows stands a column beside where it belongs. A row whose figures fit much better when it is moved is moved, and said
 * to be. Rows with merged cells are sure of their columns.
 */
export function straightRows(table: Table, roles: Roles, body: readonly number[], doubts: Doubt[]): Table {
  if (!roles.includes('points') || !roles.includes('level')) return table
  const moved = new Map<number, readonly Cell[]>()
  for (const row of body) {
    const cells = table.rows[row]!
    if (cells.some(({ rowSpan, columnSpan }) => rowSpan > 1 || columnSpan > 1)) continue
    const texts = cells.map(({ text }) => text.trim())
    const asIs = fitOf(texts, roles)
    if (asIs >= FITS) continue
    const tries = [1, -1].flatMap((by) => {
      const other = shifted(texts, by)
      return other === undefined ? [] : [{ other, fit: fitOf(other, roles) }]
    })
    const best = tries.find(({ fit }) => fit >= FITS && fit >= asIs + 2)
    if (best === undefined) continue
    moved.set(
      row,
      best.other.map((text, column) => ({ text, row, column, rowSpan: 1, columnSpan: 1 })),
    )
    doubts.push({ kind: 'row-moved', row, text: texts.filter((text) => text !== '').join(' ') })
  }
  return moved.size === 0 ? table : { rows: table.rows.map((cells, row) => moved.get(row) ?? cells) }
}

/** Points and what stands in the last column of names are both as they should be. */
const FITS = 3

/** How well a row's texts are what their columns hold. */
function fitOf(texts: readonly string[], roles: Roles): number {
  let fit = 0
  const last = roles.lastIndexOf('level')
  for (const [column, role] of roles.entries()) {
    const text = texts[column]!
    const number = pointsIn(text)
    const isNumber = number !== undefined && !number.isPercent
    if (role === 'points') fit += isNumber ? 2 : text === '' ? 0 : -1
    else if (role === 'score' && text !== '') fit += isNumber ? 1 : -1
    else if (column === last && text !== '') fit += looksMeasured(text) ? -1 : 1
    else if (role === 'reason' && isNumber) fit -= 1
  }
  return fit
}

/** 达到100%, ≥95%, 100%: what a target is, and no name. */
function looksMeasured(text: string): boolean {
  return text.length < 20 && /^(?:[≥≤≧≦<>＜＞=＝═]|达到?\d|不[低高少多超]于?\d|[\d.]+[%％]?$)/.test(text)
}

/** With an empty cell more at the head (by 1), as of a merged one that fell out; or with one fewer (by -1). */
function shifted(texts: readonly string[], by: number): readonly string[] | undefined {
  if (by > 0) return texts.at(-1) === '' && texts[0] !== '' ? ['', ...texts.slice(0, -1)] : undefined
  return texts[0] === '' && texts[1] !== '' ? [...texts.slice(1), ''] : undefined
}
