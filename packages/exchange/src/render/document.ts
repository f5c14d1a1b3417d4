import { CivilDate, Exact, type Language } from '@yardstick/model'
import { showExact, showRate } from '@yardstick/wording'
import type { Block } from './workbook.ts'

/**
 * A document of text and tables as plain data: what stands in it and what each piece is for. Fonts, sizes and the file are
 * the matter of `write/docx.ts`; a page may show the same data.
 */
export interface TextDocument {
  readonly title: string
  readonly language: Language
  /** When it was made, ISO 8601; shown in the file's properties. */
  readonly madeAt?: string
  /** Small, at the foot of every page but a cover's. */
  readonly foot: readonly string[]
  readonly parts: readonly DocumentPart[]
  /** What is left for a person to fill in: names of the marked places, or of empty fields of a form. */
  readonly toFill: readonly string[]
}

/** Pages of one shape, a form's with narrow margins; each part begins on a new page. Pages are counted behind the cover. */
export interface DocumentPart {
  readonly shape: 'cover' | 'portrait' | 'landscape' | 'form'
  readonly blocks: readonly DocumentBlock[]
}

/**
 * paragraph  a line of it is a paragraph of its own
 * signature  who answers for it and the date, a line each, on the right, with room for the seal
 * place      a marked place: a person writes here before the document is final
 *            `field` names what a person fills in there, or below a heading
 * chart      shares of a whole, 0 to 1, as the table beside it has them in full
 */
export type DocumentBlock =
  | { readonly kind: 'title' | 'subtitle' | 'paragraph' | 'note' | 'caption' | 'signature'; readonly text: string }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly text: string; readonly field?: string }
  | { readonly kind: 'place'; readonly name: string; readonly text: string; readonly field?: string }
  | { readonly kind: 'table'; readonly table: DocumentTable }
  | { readonly kind: 'chart'; readonly chart: DocumentChart }

export interface DocumentChart {
  readonly title: string
  readonly series: string
  readonly bars: readonly { readonly name: string; readonly share: string }[]
}

/** A table in which a merged cell stands once, at its first position; what it covers is null. */
export interface DocumentTable {
  /** Widths in characters. */
  readonly columns: readonly number[]
  readonly rows: readonly (readonly (DocumentCell | null)[])[]
  readonly merges: readonly Block[]
  /** Rows from the top that stand again on every page. */
  readonly headerRows: number
}

/** As a cell of a workbook, but that nothing is reckoned or entered in it. */
export interface DocumentCell {
  readonly content:
    | { readonly text: string }
    | { readonly number: string; readonly percent?: number }
    | { readonly date: string }
  readonly look: 'title' | 'header' | 'text' | 'figure' | 'sum' | 'aside' | 'plain'
}

/** As a person reads it: at most 6 digits after the point. */
export function cellText({ content }: DocumentCell): string {
  if ('text' in content) return content.text
  if ('date' in content) return CivilDate.parse(content.date)?.text ?? content.date
  const value = Exact.fromText(content.number)
  if (value === undefined) return content.number
  return content.percent === undefined ? showExact(value, 6) : showRate(value, content.percent + 2)
}
