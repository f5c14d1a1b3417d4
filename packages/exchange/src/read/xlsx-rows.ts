import { Exact, percentText } from '@yardstick/model'
import { plainText, shownAs } from './cell-format.ts'

/**
 * The rows of a sheet of any length, from the text of its part as it is unpacked: only the row that is being read is held.
 * `readXlsx` holds a whole workbook, which is right for the forms people fill in and not for a million rows; the stream of
 * rows of its library gives values without the formats of their cells, by which 0.95 is 95 %.
 *
 * A cell comes as the text that people see, with every digit that it holds: 95% for 0.95 in a format of percent, 2024-12-31
 * for a day, 12元 for a format that says so. A formula comes as what it was when the file was saved.
 */
export interface SheetPart {
  readonly name: string
  /** In the package: xl/worksheets/sheet1.xml. */
  readonly path: string
  readonly isHidden: boolean
}

/** Sheets in their order, from the two parts that name them. */
export function sheetParts(workbook: string, relations: string): { sheets: SheetPart[]; is1904: boolean } {
  const targets = new Map(
    [...relations.matchAll(/<(?:\w+:)?Relationship\s([^>]*)/g)].map(([, attributes = '']) => [
      attribute(attributes, 'Id') ?? '',
      attribute(attributes, 'Target') ?? '',
    ]),
  )
  const sheets = [...workbook.matchAll(/<(?:\w+:)?sheet\s([^>]*)/g)].flatMap(([, attributes = '']): SheetPart[] => {
    const target = targets.get(attribute(attributes, '\\w+:id') ?? '')
    if (target === undefined) return []
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`
    const isHidden = /hidden$/i.test(attribute(attributes, 'state') ?? '')
    return [{ name: decoded(attribute(attributes, 'name') ?? ''), path, isHidden }]
  })
  return { sheets, is1904: /<(?:\w+:)?workbookPr\s[^>]*date1904="(?:1|true)"/.test(workbook) }
}

/** What a style makes of the number in a cell. */
export type NumberLook = { readonly isDay: true } | ReturnType<typeof shownAs>

/** By the number of the style that cells name. */
export function numberLooks(styles: string): NumberLook[] {
  const formats = new Map(
    [...styles.matchAll(/<(?:\w+:)?numFmt\s([^>]*)/g)].map(([, attributes = '']) => [
      Number(attribute(attributes, 'numFmtId')),
      decoded(attribute(attributes, 'formatCode') ?? ''),
    ]),
  )
  const [, cells = ''] = /<(?:\w+:)?cellXfs[\s>]([\s\S]*?)<\/(?:\w+:)?cellXfs>/.exec(styles) ?? []
  return [...cells.matchAll(/<(?:\w+:)?xf\s([^>]*)/g)].map(([, attributes = '']) => {
    const id = Number(attribute(attributes, 'numFmtId') ?? '0')
    const format = formats.get(id)
    if (format === undefined) return DAY_FORMATS(id) ? { isDay: true } : shownAs(id === 9 || id === 10 ? '0%' : '')
    return isDayFormat(format) ? { isDay: true } : shownAs(format)
  })
}

/** Built-in formats of days; those from 27 on are East Asian. */
const DAY_FORMATS = (id: number) =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)

function isDayFormat(format: string): boolean {
  const bare = format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '')
  return /[yd年日]|m{3}/i.test(bare) && !/[0#?]/.test(bare)
}

/** The texts that cells refer to by number. */
export class SharedTexts {
  readonly texts: string[] = []
  private rest = ''

  push(text: string): void {
    this.rest += text
    let from = 0
    for (;;) {
      const end = ENTRY_END.exec(this.rest.slice(from))
      if (end === null) break
      const until = from + end.index + end[0].length
      this.texts.push(textIn(this.rest.slice(from, until)))
      from = until
    }
    this.rest = this.rest.slice(from)
  }

  /** Characters that wait for the rest of their text. */
  get waiting(): number {
    return this.rest.length
  }
}

const ENTRY_END = /<\/(?:\w+:)?si>|<(?:\w+:)?si\s*\/>/

export interface SheetRow {
  /** As the sheet counts, from 1. */
  readonly number: number
  readonly cells: readonly string[]
}

export class SheetRows {
  /** How many rows there are, where the sheet says so. */
  total: number | undefined
  private rest = ''
  private number = 0

  constructor(
    private readonly texts: readonly string[],
    private readonly looks: readonly NumberLook[],
    private readonly is1904: boolean,
  ) {}

  /** The rows that are whole now. */
  push(text: string): SheetRow[] {
    this.rest += text
    const rows: SheetRow[] = []
    let from = 0
    ROW.lastIndex = 0
    for (let found = ROW.exec(this.rest); found !== null; found = ROW.exec(this.rest)) {
      const [, attributes = '', content = ''] = found
      this.number = Number(attribute(attributes, 'r') ?? this.number + 1)
      rows.push({ number: this.number, cells: this.cells(content) })
      from = ROW.lastIndex
    }
    if (this.total === undefined) {
      const [, last] = /<(?:\w+:)?dimension\s[^>]*ref="(?:[A-Z]+\d+:)?[A-Z]+(\d+)"/.exec(this.rest) ?? []
      if (last !== undefined) this.total = Number(last)
    }
    this.rest = this.rest.slice(from)
    return rows
  }

  get waiting(): number {
    return this.rest.length
  }

  private cells(content: string): string[] {
    const cells: string[] = []
    for (const [, attributes = '', inside = ''] of content.matchAll(CELL)) {
      const letters = /(?:^|\s)r="([A-Z]{1,3})\d+"/.exec(attributes)?.[1]
      const column = letters === undefined ? cells.length : columnOf(letters)
      while (cells.length < column) cells.push('')
      cells[column] = this.cell(attributes, inside)
    }
    return cells
  }

  private cell(attributes: string, inside: string): string {
    const type = attribute(attributes, 't') ?? 'n'
    if (type === 'inlineStr') return textIn(inside)
    const value = /<(?:\w+:)?v(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?v>/.exec(inside)?.[1] ?? ''
    if (type === 's') return this.texts[Number(value)] ?? ''
    if (type === 'b') return value === '1' ? 'true' : 'false'
    if (type !== 'n' || value === '') return decoded(value)
    const number = Number(value)
    if (!Number.isFinite(number)) return decoded(value)
    return shownText(number, this.looks[Number(attribute(attributes, 's') ?? '0')], this.is1904)
  }
}

function shownText(number: number, look: NumberLook | undefined, is1904: boolean): string {
  const text = plainText(number)
  if (look === undefined) return text
  if ('isDay' in look) {
    const serial = Math.floor(number) + (is1904 ? 1462 : 0)
    // Excel has a 29 February 1900, and no days before 1900.
    if (serial < 61 || serial > 2_958_465) return text
    return new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10)
  }
  // What people see is another number than the cell holds: nobody can tell which is meant.
  if (look.isScaled === true) return `${text}（?）`
  if (look.isPercent === true) return percentText(Exact.of(text))
  return look.suffix === undefined ? text : `${text}${look.suffix}`
}

const ROW = /<(?:\w+:)?row(?:\s([^>]*?))?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?row>)/g
const CELL = /<(?:\w+:)?c(?:\s([^>]*?))?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g

function columnOf(letters: string): number {
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}

function attribute(attributes: string, name: string): string | undefined {
  return new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1]
}

/** All runs of a text; how it is pronounced stands beside it and is no part of it. */
function textIn(xml: string): string {
  const own = xml.replace(/<(?:\w+:)?rPh\b[\s\S]*?<\/(?:\w+:)?rPh>/g, '')
  let text = ''
  for (const [, run = ''] of own.matchAll(/<(?:\w+:)?t(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?t>/g)) text += decoded(run)
  return text
}

function decoded(text: string): string {
  if (!text.includes('&') && !text.includes('_x')) return text
  return text
    .replace(
      /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/gi,
      (_, hex?: string, decimal?: string, name = '') => {
        const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
        return name === ''
          ? code <= 0x10ffff
            ? String.fromCodePoint(code)
            : ''
          : ENTITIES[(name as string).toLowerCase()]!
      },
    )
    .replace(/_x([\dA-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

const ENTITIES: { readonly [name: string]: string } = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }
