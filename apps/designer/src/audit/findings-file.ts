import { writeTsv } from '@yardstick/exchange/table'
import type { Issue, Language } from '@yardstick/model'
import { fileNameOf } from '../parts/download.ts'
import { issueText } from '../parts/issue-text.tsx'
import { summaryText } from './summary-text.ts'
import { auditWords } from './words.ts'

/** One sheet with what was found in it, as it goes into a list. */
export interface ListedSheet {
  readonly title: string
  readonly issues: readonly Issue[]
}

/** For the clipboard: a line for each finding, which Excel and Word take as a table. */
export function findingsText(sheets: readonly ListedSheet[], language: Language): string {
  return writeTsv([headOf(language), ...linesOf(sheets, language)])
}

export interface FindingsFile {
  readonly name: string
  readonly content: Blob
}

/** The same as an Excel file. The library that writes it is fetched when it is first wanted. */
export async function findingsWorkbook(sheets: readonly ListedSheet[], language: Language): Promise<FindingsFile> {
  const { writeWorkbook } = await import('@yardstick/exchange/write/xlsx')
  const w = auditWords[language]
  const bytes = await writeWorkbook({
    title: w.fileName,
    language,
    sheets: [
      {
        name: w.fileName,
        columns: [30, ...WIDTHS],
        rows: rowsOf(headOf(language), linesOf(sheets, language)),
        merges: [],
        frozen: { rows: 1, columns: 0 },
        marked: [],
      },
    ],
  })
  return fileOf(w.fileName, 'xlsx', bytes)
}

/** As a Word file to be sent along: for each sheet what was found, in a sentence and in a table. */
export async function findingsDocument(sheets: readonly ListedSheet[], language: Language): Promise<FindingsFile> {
  const { writeDocument } = await import('@yardstick/exchange/write/docx')
  const w = auditWords[language]
  const [, ...head] = headOf(language)
  const bytes = await writeDocument({
    title: w.fileName,
    language,
    foot: [],
    toFill: [],
    parts: [
      {
        shape: 'landscape',
        blocks: [
          { kind: 'title', text: w.fileName },
          ...sheets.flatMap((sheet) => [
            { kind: 'heading', level: 1, text: sheet.title } as const,
            { kind: 'paragraph', text: summaryText(sheet.issues, language) } as const,
            ...(sheet.issues.length === 0 ? [] : [tableOf(head, linesOf([sheet], language))]),
          ]),
        ],
      },
    ],
  })
  return fileOf(w.fileName, 'docx', bytes)
}

function tableOf(head: readonly string[], lines: readonly (readonly string[])[]) {
  const rows = rowsOf(
    head,
    lines.map(([, ...line]) => line),
  )
  return { kind: 'table', table: { columns: WIDTHS, rows, merges: [], headerRows: 1 } } as const
}

function rowsOf(head: readonly string[], lines: readonly (readonly string[])[]) {
  const row = (texts: readonly string[], look: 'header' | 'text') => texts.map((text) => ({ content: { text }, look }))
  return [row(head, 'header'), ...lines.map((line) => row(line, 'text'))]
}

/** Number, kind, place, sentence; in characters. */
const WIDTHS = [7, 10, 32, 80] as const

const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const

function fileOf(name: string, ending: keyof typeof TYPES, bytes: Uint8Array): FindingsFile {
  const content = new Blob([bytes as Uint8Array<ArrayBuffer>], { type: TYPES[ending] })
  return { name: fileNameOf(name, ending), content }
}

function headOf(language: Language): string[] {
  const { sheet, number, kind, place, sentence } = auditWords[language].columns
  return [sheet, number, kind, place, sentence]
}

function linesOf(sheets: readonly ListedSheet[], language: Language): string[][] {
  const w = auditWords[language]
  return sheets.flatMap(({ title, issues }) =>
    issues.map((issue, index) => [
      title,
      String(index + 1),
      w.severity[issue.severity],
      issue.where.length === 0 ? w.whole : issue.where.join(' / '),
      issueText({ ...issue, where: [] }, language),
    ]),
  )
}
