import { isOrigin, type Table } from '@yardstick/exchange/table'

/** Widths of a sheet's columns in pixels, by what stands in them: short ones narrow, sentences not wider than a glance. */
export function columnWidths({ rows }: Table): number[] {
  return (rows[0] ?? []).map((_, column) => {
    const lengths = rows.slice(0, LOOKED_AT).flatMap((row, index) => {
      const cell = row[column]!
      const isOwn = isOrigin(cell, index, column) && cell.columnSpan === 1
      return isOwn && cell.text.trim() !== '' ? [lengthOf(cell.text)] : []
    })
    lengths.sort((a, b) => a - b)
    // One long cell among short ones is cut; its whole text is shown where the row is chosen.
    const usual = lengths[Math.ceil((lengths.length - 1) * 0.9)] ?? 0
    return Math.round(Math.min(WIDEST, Math.max(NARROWEST, usual * HALF_LETTER + PADDING)))
  })
}

const LOOKED_AT = 500
const NARROWEST = 76
const WIDEST = 210
const PADDING = 18
/** Of what is as wide as a Latin letter; a Chinese one is twice as wide. */
const HALF_LETTER = 6.3

/** Of the longest line, in letters of half width. */
function lengthOf(text: string): number {
  return Math.max(...text.split('\n').map((line) => [...line].reduce((sum, letter) => sum + widthOf(letter), 0)))
}

const widthOf = (letter: string) => (letter.codePointAt(0)! > 0x2e7f ? 2 : 1)
