import { type LooseCell, layOut, type Table } from './grid.ts'

/**
 * Plain text in which a table was drawn: with bars between the cells (also ├─┼─┤ of terminals and the | of chats), or with
 * cells that stand below each other, two spaces or more between them. A letter of Chinese is as wide as two others.
 *
 * returns undefined where most lines are not drawn so
 */
export function readDrawnTable(text: string): Table | undefined {
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== '')
  return readBars(lines) ?? readSpaces(lines)
}

/**
 * A cell to a line behind a tab, a row to a paragraph, as a Word table comes out of programs that keep its text only.
 * Undefined where lines are otherwise, or rows are of many lengths.
 */
export function readStackedTable(text: string): Table | undefined {
  const rows: string[][] = [[]]
  for (const line of text.split(/\r\n?|\n/)) {
    if (line === '') rows.push([])
    else if (line.startsWith('\t') && !line.includes('\t', 1)) rows.at(-1)!.push(line.slice(1))
    // A cell's second line stands at the left.
    else if (rows.at(-1)!.length > 0 && !line.includes('\t')) rows.at(-1)!.push(`${rows.at(-1)!.pop()}\n${line}`)
    else return undefined
  }
  const filled = rows.filter((row) => row.length > 0)
  const width = filled[0]?.length ?? 0
  const alike = filled.filter((row) => row.length === width).length
  if (width < 2 || filled.length < 2 || alike * 10 < filled.length * 7) return undefined
  return layOut(filled.map((row) => row.map((cell) => ({ text: cell.trim() }))))
}

const BAR = /[|│┃║]/
const RULE = /^[\s|│┃║+\-–—─━═:=┌┐└┘├┤┬┴┼┏┓┗┛┣┫┳┻╋╔╗╚╝╠╣╦╩╬]+$/

function readBars(lines: readonly string[]): Table | undefined {
  const rows = lines.filter((line) => !RULE.test(line))
  if (rows.length === 0 || rows.filter((line) => BAR.test(line)).length * 2 < rows.length) return undefined
  return layOut(
    rows.map((line) => {
      const inner = line
        .trim()
        .replace(/^[|│┃║]/, '')
        .replace(/[|│┃║]$/, '')
      return inner.split(BAR).map((cell) => ({ text: cell.trim() }))
    }),
  )
}

interface Piece {
  readonly text: string
  /** Where it stands, in widths of a letter. */
  readonly from: number
  readonly to: number
}

function readSpaces(lines: readonly string[]): Table | undefined {
  const rows = lines.map(piecesOf)
  const parted = rows.filter((pieces) => pieces.length > 1)
  if (parted.length < 2 || parted.length * 2 < lines.length) return undefined
  const columns = columnsOf(parted)
  return layOut(rows.map((pieces) => inColumns(pieces, columns)))
}

const GAP = / {2,}|[ ]*\u{3000}[ \u{3000}]*/gu

function piecesOf(line: string): Piece[] {
  const pieces: Piece[] = []
  const add = (text: string, from: number) => {
    if (text.trim() !== '') pieces.push({ text: text.trim(), from, to: from + widthOf(text) })
  }
  let [start, at] = [0, 0]
  for (const gap of line.matchAll(GAP)) {
    const text = line.slice(start, gap.index)
    add(text, at)
    at += widthOf(text) + widthOf(gap[0])
    start = gap.index + gap[0].length
  }
  add(line.slice(start), at)
  return pieces
}

function widthOf(text: string): number {
  let width = 0
  for (const letter of text)
    width +=
      /[\u{1100}-\u{115F}\u{2E80}-\u{303F}\u{3040}-\u{A4CF}\u{AC00}-\u{D7A3}\u{F900}-\u{FAFF}\u{FE30}-\u{FE6F}\u{FF00}-\u{FF60}\u{FFE0}-\u{FFE6}]/u.test(
        letter,
      )
        ? 2
        : 1
  return width
}

/** What overlaps stands in one column. */
function columnsOf(rows: readonly (readonly Piece[])[]): { from: number; to: number }[] {
  const pieces = rows.flat().sort((a, b) => a.from - b.from)
  const columns: { from: number; to: number }[] = []
  for (const { from, to } of pieces) {
    const last = columns.at(-1)
    if (last !== undefined && from < last.to) last.to = Math.max(last.to, to)
    else columns.push({ from, to })
  }
  return columns
}

function inColumns(pieces: readonly Piece[], columns: readonly { from: number; to: number }[]): LooseCell[] {
  const texts = columns.map(() => '')
  // A line alone is a title, a total or a note, wherever it stands.
  if (pieces.length === 1 && pieces[0]!.to > columns[0]!.to)
    return [{ text: pieces[0]!.text, columnSpan: columns.length }]
  for (const { text, from, to } of pieces) {
    const at = Math.max(
      0,
      columns.findIndex((column) => from < column.to && to > column.from),
    )
    texts[at] = texts[at] === '' ? text : `${texts[at]} ${text}`
  }
  return texts.map((text) => ({ text }))
}
