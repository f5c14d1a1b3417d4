/**
 * The text of one cell or paragraph of a Word file from its runs: paragraphs and breaks are lines, formulas one line with
 * their fractions as divisions, signs of the Symbol font the signs they show.
 */
export class WordText {
  private text = ''
  private isBegun = false

  /** `head`: indentation and number that Word puts before the paragraph. */
  paragraph(head: string): void {
    if (this.isBegun) this.text += '\n'
    this.isBegun = true
    this.text += head
  }

  add(text: string): void {
    this.isBegun = true
    this.text += text
  }

  get isEmpty(): boolean {
    return this.text.trim() === ''
  }

  /** Empty lines at the ends are dropped; leading spaces are kept, since they show levels. */
  finish(): string {
    return this.text
      .replaceAll('\u{A0}', ' ')
      .replace(/[^\P{Cc}\t\n]/gu, '')
      .replace(/^(?:[^\S\n]*\n)+/, '')
      .trimEnd()
  }
}

/** A run set as 上标: m² is typed as m and a raised 2. */
export function raised(text: string): string {
  return [...text].every((letter) => letter in RAISED) ? [...text].map((letter) => RAISED[letter]).join('') : text
}

const RAISED: Readonly<Record<string, string>> = { '2': '²', '3': '³' }

/** What a sign of an old font shows; empty where it shows a picture nobody needs. */
export function symbolOf(font: string, code: string): string {
  const low = Number.parseInt(code, 16) & 0xff
  return (/^symbol$/i.test(font) ? SYMBOL[low] : /^wingdings/i.test(font) ? WINGDINGS[low] : undefined) ?? ''
}

const SYMBOL: Readonly<Record<number, string>> = {
  43: '+',
  45: '−',
  60: '<',
  61: '=',
  62: '>',
  163: '≤',
  176: '°',
  177: '±',
  179: '≥',
  180: '×',
  184: '÷',
  185: '≠',
  187: '≈',
  229: '∑',
}

/** Boxes with and without a tick, circled numbers. */
const WINGDINGS: Readonly<Record<number, string>> = {
  111: '☐',
  118: '☒',
  168: '☐',
  252: '✓',
  254: '☑',
  ...Object.fromEntries(Array.from({ length: 10 }, (_, at) => [0x81 + at, String.fromCodePoint(0x2460 + at)])),
}
