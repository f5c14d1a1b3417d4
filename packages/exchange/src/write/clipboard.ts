/**
 * Tables for the clipboard, in the two forms Excel and WPS take. What is text stays text there: no number is made of
 * 001 or 1-2, and no formula of what begins with =.
 */

/**
 * Rows ended by a line break, cells parted by tabs; a cell with either, with a quote, or with a comma in a table of one
 * column stands in quotes. A text that would be taken for a formula is guarded with ', as in every text we hand out.
 * `readTextTable` gives the same cells back, with \n for every kind of line break.
 */
export function writeTsv(rows: readonly (readonly string[])[]): string {
  const isSingle = rows.every((row) => row.length <= 1)
  const cell = (text: string) => {
    const safe = guarded(text.replace(/\r\n?/g, '\n'))
    return /[\t\n"]/.test(safe) || (isSingle && safe.includes(',')) ? `"${safe.replaceAll('"', '""')}"` : safe
  }
  return rows.map((row) => `${row.map(cell).join('\t')}\r\n`).join('')
}

/**
 * The same with commas between, as a file: it begins with a byte order mark, without which Excel takes Chinese for something
 * else. Tabs, by which `readTextTable` would tell another kind of file, become spaces.
 */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return `\u{FEFF}${rows.map(csvRow).join('')}`
}

/** One row of it, with its line break. */
export function csvRow(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

/** One cell of it. */
export function csvCell(text: string): string {
  const safe = guarded(text.replace(/\r\n?/g, '\n').replaceAll('\t', ' '))
  return /[,\n"]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A guard is also put before what already looks guarded, so that reading takes off just one. Numbers need none. */
function guarded(text: string): string {
  return /^'*[=+\-@\t]/.test(text) && !/^[+-]?\d+(\.\d+)?%?$/.test(text) ? `'${text}` : text
}

/** A cell to write; spans make it a merged one, and the positions it covers are then left out of their rows. */
export interface HtmlCell {
  readonly text: string
  /** A plain decimal in it is a number, which can be added up there; else everything is text. */
  readonly isNumber?: boolean
  readonly rowSpan?: number
  readonly columnSpan?: number
}

/**
 * An HTML table whose cells are typed as text, numbers excepted that are said to be some. `readHtmlTable` gives the same cells back; no-break spaces come back as
 * plain ones, and control characters, which HTML cannot hold, are dropped.
 */
export function writeHtmlTable(rows: readonly (readonly (string | HtmlCell)[])[]): string {
  const body = rows.map((row) => `<tr>${row.map((cell) => writeCell(asCell(cell))).join('')}</tr>`)
  return `<html><head><meta charset="utf-8"></head><body><table border="1">\n${body.join('\n')}\n</table></body></html>`
}

const asCell = (cell: string | HtmlCell): HtmlCell => (typeof cell === 'string' ? { text: cell } : cell)

function writeCell({ text, isNumber = false, rowSpan = 1, columnSpan = 1 }: HtmlCell): string {
  const spans = (rowSpan > 1 ? ` rowspan="${rowSpan}"` : '') + (columnSpan > 1 ? ` colspan="${columnSpan}"` : '')
  const format = isNumber && isKeptAsNumber(text) ? '' : ` style="mso-number-format:'\\@'"`
  return `<td${spans}${format}>${escaped(text)}</td>`
}

/** Written as Excel writes it, and of no more digits than it keeps. */
function isKeptAsNumber(text: string): boolean {
  return /^-?(0|[1-9]\d*)(\.\d*[1-9])?$/.test(text) && text.replace(/\D/g, '').length <= 15
}

/** Spaces that HTML would swallow go into the span Excel uses for them; a line break stays inside the cell. */
function escaped(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\t\n]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/^ | $|(?<=\n) | (?=\n)| {2,}|\t+| (?=\t)|(?<=\t) /g, hardSpaces)
    .replaceAll('\n', '<br style="mso-data-placement:same-cell">')
}

function hardSpaces(spaces: string): string {
  const written = spaces.replaceAll('\t', '&#9;').replaceAll(' ', '&nbsp;')
  return `<span style="mso-spacerun:yes">${written}</span>`
}
