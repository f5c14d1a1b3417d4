/**
 * The rows of a CSV as bytes, so that a file of any length is read piece by piece: UTF-8, or any encoding in which a comma,
 * a quote and a line break are these bytes and nothing else (GB 18030 is one). As in `readTextTable`, a cell is in quotes
 * where it begins with one and a separator or line break follows the one that closes it; what only looks so is taken as it
 * stands. A quote that is not closed within 256 KB, more than a cell of a spreadsheet holds, closes nothing either: a stray one cannot swallow the rest of the file.
 */
export const QUOTE = 0x22
const NEWLINE = 0x0a
const RETURN = 0x0d
const MOST_QUOTED = 262_144

/**
 * Where the row that begins at `from` ends: behind its line break, or at `to` where `isLast`.
 *
 * returns  −1 where more bytes are needed to tell
 */
export function rowEnd(bytes: Uint8Array, from: number, to: number, separator: number, isLast: boolean): number {
  let at = from
  while (at < to) {
    if (bytes[at] === QUOTE) {
      const end = quotedEnd(bytes, at, to, separator)
      if (end === UNKNOWN && !isLast) return -1
      if (end > 0) at = end
    }
    while (at < to && bytes[at] !== separator && bytes[at] !== NEWLINE) at++
    if (at < to && bytes[at++] === NEWLINE) return at
  }
  return isLast ? to : -1
}

const PLAIN = -1
const UNKNOWN = -2

/** Behind the quote that closes the one at `from`; negative where none does. */
export function quotedEnd(bytes: Uint8Array, from: number, to: number, separator: number): number {
  const most = Math.min(to, from + MOST_QUOTED)
  for (let at = from + 1; at < most; at++) {
    if (bytes[at] !== QUOTE) continue
    if (at + 1 >= to) return to
    const next = bytes[at + 1]
    if (next === separator || next === NEWLINE || next === RETURN) return at + 1
    if (next !== QUOTE) return PLAIN
    at++
  }
  return most < to ? PLAIN : UNKNOWN
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** The cells of one row of UTF-8, with or without its line break; the ' that guards a text from being a formula is dropped. */
export function rowCells(bytes: Uint8Array, from: number, end: number, separator: number): string[] {
  let to = end
  if (to > from && bytes[to - 1] === NEWLINE) to--
  if (to > from && bytes[to - 1] === RETURN) to--
  const cells: string[] = []
  for (let at = from; ; at++) {
    const quoted = bytes[at] === QUOTE && at < to ? quotedEnd(bytes, at, to, separator) : PLAIN
    let next = quoted > 0 ? quoted : at
    while (next < to && bytes[next] !== separator) next++
    const text =
      quoted > 0
        ? decoder
            .decode(bytes.subarray(at + 1, quoted - 1))
            .replaceAll('""', '"')
            .replace(/\r\n?/g, '\n')
        : decoder.decode(bytes.subarray(at, next))
    cells.push(/^'+[=+\-@\t]/.test(text) ? text.slice(1) : text)
    if (next >= to) return cells
    at = next
  }
}

/** Tabs where the first row has any and no comma, as “Unicode text” has; else commas. */
export function separatorOf(bytes: Uint8Array): number {
  const end = rowEnd(bytes, 0, bytes.length, COMMA, true)
  const row = bytes.subarray(0, end)
  return row.includes(TAB) && !row.includes(COMMA) ? TAB : COMMA
}

const COMMA = 0x2c
const TAB = 0x09
