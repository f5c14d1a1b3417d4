import type { PlacedTable } from '../table/continued.ts'
import { headingOf } from '../table/heading.ts'
import { type WordToken, wordElements } from './word-elements.ts'
import { layOutWord, type WordCell, type WordRow } from './word-grid.ts'
import type { WordNumbering } from './word-numbering.ts'
import { raised, symbolOf, WordText } from './word-text.ts'

/**
 * The tables in the XML of a document's body, in their order. A table inside a cell is one of its own, and its text is also
 * the cell's. What was struck out under 修订 and what is hidden is not there. Undefined where there is no document in it.
 */
export function wordTables(xml: string, numbering: WordNumbering): PlacedTable[] | 'too-large' | undefined {
  const reader = new WordReader(numbering)
  for (const token of wordElements(xml)) reader.take(token)
  if (!reader.isDocument) return undefined
  const tables: PlacedTable[] = []
  for (const { widths, rows, name, isNext } of reader.finish()) {
    const table = layOutWord({ widths, rows })
    if (table === undefined) return 'too-large'
    if (table.rows.some((row) => row.some(({ text }) => text.trim() !== ''))) tables.push({ name, table, isNext })
  }
  return tables
}

interface OpenTable {
  readonly widths: number[]
  readonly rows: WordRow[]
  readonly name: string | undefined
  readonly isNext: boolean
  row: { before: number; readonly cells: WordCell[]; isStruck: boolean } | undefined
  cell: { text: WordText; span: number; isBelow: boolean; isBeside: boolean } | undefined
}

interface Paragraph {
  indent: number
  list: string | undefined
  depth: number
}

class WordReader {
  isDocument = false
  private readonly done: OpenTable[] = []
  private readonly stack: OpenTable[] = []
  /** Paragraphs before the next table. */
  private headings: string[] = []
  private outside = new WordText()
  private isFirst = true
  private paragraph: Paragraph | undefined
  private isHeadOwed = false
  /** How deep in what is not part of the text: the form before a change, what was moved away, tab stops, a field's code. */
  private skipped = 0
  private run: { isHidden: boolean; isRaised: boolean } | undefined
  private isText = false

  constructor(private readonly numbering: WordNumbering) {}

  take(token: WordToken): void {
    if (token.kind === 'text') this.text(token.text)
    else if (SKIPPED.has(token.name)) this.skipped += token.kind === 'open' ? 1 : -1
    else if (this.skipped === 0) {
      if (token.kind === 'open') this.open(token.name, token.value)
      else this.close(token.name)
    } else if (token.name === 'del' || token.name === 'ins') return
  }

  finish(): OpenTable[] {
    while (this.stack.length > 0) this.close('tbl')
    return this.done
  }

  private get at(): OpenTable | undefined {
    return this.stack.at(-1)
  }

  private get target(): WordText {
    return this.at?.cell?.text ?? this.outside
  }

  private put(text: string): void {
    if (text === '' || this.run?.isHidden === true) return
    this.settleHead()
    this.target.add(text)
  }

  /** A number is counted where its paragraph has a text: Word shows none before an empty cell of a form either way. */
  private settleHead(): void {
    if (!this.isHeadOwed || this.paragraph === undefined) return
    this.isHeadOwed = false
    const { indent, list, depth } = this.paragraph
    const number = list === undefined || list === '0' ? '' : this.numbering.next(list, depth)
    // 一、 and （一） are parted from the name by themselves.
    const space = /[\d\p{L}.．]$/u.test(number) ? ' ' : ''
    const spaces = Math.min(MOST_INDENT, Math.round(indent / LETTER))
    this.target.add(`${'\u{3000}'.repeat(Math.max(0, spaces))}${number}${space}`)
  }

  private text(text: string): void {
    if (!this.isText || this.skipped > 0) return
    this.put(this.run?.isRaised === true ? raised(text) : text)
  }

  private open(name: string, value: (attribute: string) => string | undefined): void {
    const flag = () => !/^(?:0|false|off)$/.test(value('val') ?? '')
    const { at, paragraph } = this
    switch (name) {
      case 'body':
        this.isDocument = true
        break
      case 'tbl':
        this.openTable()
        break
      case 'gridcol':
        if (at !== undefined && at.rows.length === 0) at.widths.push(Number(value('w') ?? 0))
        break
      case 'tr':
        if (at !== undefined) at.row = { before: 0, cells: [], isStruck: false }
        break
      case 'gridbefore':
        if (at?.row !== undefined) at.row.before = spanIn(value('val'))
        break
      case 'del':
        if (at?.row !== undefined && at.cell === undefined) at.row.isStruck = true
        break
      case 'tc':
        if (at?.row !== undefined) at.cell = { text: new WordText(), span: 1, isBelow: false, isBeside: false }
        break
      case 'gridspan':
        if (at?.cell !== undefined) at.cell.span = spanIn(value('val'))
        break
      case 'vmerge':
        if (at?.cell !== undefined) at.cell.isBelow = value('val') !== 'restart'
        break
      case 'hmerge':
        if (at?.cell !== undefined) at.cell.isBeside = value('val') !== 'restart'
        break
      case 'p':
        this.paragraph = { indent: 0, list: undefined, depth: 0 }
        this.isHeadOwed = true
        this.target.paragraph('')
        break
      case 'ind':
        if (paragraph !== undefined) paragraph.indent = indentIn(value)
        break
      case 'ilvl':
        if (paragraph !== undefined) paragraph.depth = Number(value('val') ?? 0)
        break
      case 'numid':
        if (paragraph !== undefined) paragraph.list = value('val')
        break
      case 'r':
        this.run = { isHidden: false, isRaised: false }
        break
      case 'vanish':
        if (this.run !== undefined) this.run.isHidden = flag()
        break
      case 'vertalign':
        if (this.run !== undefined) this.run.isRaised = value('val') === 'superscript'
        break
      case 't':
        this.isText = true
        break
      case 'sym':
        this.put(symbolOf(value('font') ?? '', value('char') ?? ''))
        break
      default:
        this.put(SIGNS[name] ?? '')
    }
  }

  private close(name: string): void {
    const { at } = this
    if (name === 'tbl' && at !== undefined) this.closeTable(at)
    else if (name === 'tr' && at?.row !== undefined) {
      const { before, cells, isStruck } = at.row
      if (!isStruck && cells.length > 0) at.rows.push({ before, cells })
      at.row = undefined
    } else if (name === 'tc' && at?.cell !== undefined) {
      const { text, span, isBelow, isBeside } = at.cell
      at.row?.cells.push({ text: text.finish(), span, isBelow, isBeside })
      at.cell = undefined
    } else if (name === 'p') {
      this.paragraph = undefined
      if (at === undefined) this.closeHeading()
    } else if (name === 'r') this.run = undefined
    else if (name === 't') this.isText = false
    else if (name in CLOSINGS) this.put(CLOSINGS[name]!)
  }

  private closeHeading(): void {
    const text = this.outside.finish().trim()
    this.outside = new WordText()
    // 续表 says that the table before goes on.
    if (text !== '' && !/^[(（]?(?:接?上表?|续表?)\s*[\d一二三四五六]*[)）]?$/.test(text)) this.headings.push(text)
  }

  private openTable(): void {
    const isInside = this.at !== undefined
    const name = isInside ? this.at?.name : headingOf(this.headings)
    const isNext = !isInside && !this.isFirst && this.headings.length === 0
    this.stack.push({ widths: [], rows: [], name, isNext, row: undefined, cell: undefined })
    if (!isInside) this.headings = []
    this.isFirst = false
  }

  private closeTable(table: OpenTable): void {
    this.stack.pop()
    this.done.push(table)
    const outside = this.at?.cell?.text
    if (outside === undefined) return
    for (const { cells } of table.rows) {
      const line = cells.map(({ text }) => text).filter((text) => text !== '')
      if (line.length === 0) continue
      outside.paragraph('')
      outside.add(line.join(' '))
    }
  }
}

const SKIPPED: ReadonlySet<string> = new Set([
  'pprchange',
  'rprchange',
  'tblprchange',
  'trprchange',
  'tcprchange',
  'tblgridchange',
  'tblprexchange',
  'sectprchange',
  'movefrom',
  'deltext',
  'instrtext',
  'tabs',
  'sdtpr',
])

/** A fraction on one line: (实际支出)/(预算数). */
const SIGNS: Readonly<Record<string, string>> = {
  tab: '\t',
  br: '\n',
  cr: '\n',
  nobreakhyphen: '-',
  num: '(',
  den: '/(',
}
const CLOSINGS: Readonly<Record<string, string>> = { num: ')', den: ')' }

const MOST_SPAN = 256

function spanIn(text: string | undefined): number {
  const span = Number(text ?? 1)
  return Number.isInteger(span) && span >= 0 ? Math.min(span, MOST_SPAN) : 1
}

/** A letter of the usual print in twentieths of a point, by which indentation is told. */
const LETTER = 210
const MOST_INDENT = 20

/** From the left edge, the first line not looked at: 首行缩进 is how people set paragraphs, not levels. */
function indentIn(value: (attribute: string) => string | undefined): number {
  const letters = value('leftchars') ?? value('startchars')
  const hanging = Number(value('hanging') ?? 0)
  const own =
    letters === undefined ? Number(value('left') ?? value('start') ?? 0) - hanging : Number(letters) * (LETTER / 100)
  return Number.isFinite(own) ? own : 0
}
