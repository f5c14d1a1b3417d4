import { REFERENCE, referenced } from './html-tokens.ts'

/**
 * The text of one cell from the HTML inside it: white space of the source collapses, line breaks and blocks end lines,
 * no-break spaces become plain spaces that stay. Inside the span in which Office keeps runs of spaces (`mso-spacerun`),
 * every space stays.
 */
export class CellText {
  private text = ''
  /** Source white space that counts only once something follows it. */
  private isSpaceOwed = false
  /** A block ended: what follows begins a line of its own. */
  private isLineOwed = false
  /** Something besides the spaces and breaks that editors put into empty cells. */
  private isFilled = false
  private readonly spans: boolean[] = []

  add(source: string): void {
    if (this.spans.includes(true)) {
      this.put(referenceless(source.replace(/[\t\f ]*[\r\n]+[\t\f\r\n ]*/g, ' ')))
      this.isFilled = true
      return
    }
    for (const piece of source.split(PIECES)) {
      if (piece === '') continue
      if (/^[ \t\r\n\f]/.test(piece)) this.isSpaceOwed = true
      else this.put(referenceless(piece))
    }
  }

  /** A line of its own, taken over as it stands. */
  addLine(text: string): void {
    if (text === '') return
    this.isLineOwed = true
    this.put(text)
  }

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    if (name === 'br') {
      this.isSpaceOwed = false
      this.settleLine()
      this.text += '\n'
      if (attributes.get('style')?.includes('mso-data-placement')) this.isFilled = true
    } else if (name === 'span') this.spans.push(/mso-spacerun\s*:\s*yes/i.test(attributes.get('style') ?? ''))
    else if (BLOCKS.has(name)) this.isLineOwed = true
  }

  close(name: string): void {
    if (name === 'span') this.spans.pop()
    else if (BLOCKS.has(name)) this.isLineOwed = true
  }

  finish(): string {
    return this.isFilled ? this.text : ''
  }

  private put(text: string): void {
    if (text === '') return
    this.settleLine()
    if (this.isSpaceOwed && this.text !== '' && !this.text.endsWith('\n')) this.text += ' '
    this.isSpaceOwed = false
    this.text += text
    if (/[^ \u{A0}]/u.test(text)) this.isFilled = true
  }

  private settleLine(): void {
    if (this.isLineOwed && this.text !== '' && !this.text.endsWith('\n')) {
      this.text += '\n'
      this.isSpaceOwed = false
    }
    this.isLineOwed = false
  }
}

const BLOCKS: ReadonlySet<string> = new Set(['p', 'div', 'li', 'ul', 'ol', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'pre'])
const PIECES = /([ \t\r\n\f]+)/

function referenceless(source: string): string {
  const text = source.replace(REFERENCE, (whole, body: string) => referenced(body) ?? whole)
  return text.replaceAll('\u{A0}', ' ')
}
