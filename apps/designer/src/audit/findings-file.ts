import { writeTsv } from '@yardstick/exchange/table'
import type { Issue, Language } from '@yardstick/model'
import { fileNameOf } from '../parts/download.ts'
import { issueText } from '../parts/issue-text.tsx'
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

/** The same as an Excel file. The library that writes it is fetched when it is first wanted. */
export async function findingsFile(
  sheets: readonly ListedSheet[],
  language: Language,
): Promise<{ readonly name: string; readonly content: Blob }> {
  const { writeWorkbook } = await import('@yardstick/exchange/write/xlsx')
  const w = auditWords[language]
  const cell = (text: string, look: 'header' | 'text') => ({ content: { text }, look }) as const
  const lines = linesOf(sheets, language)
  const bytes = await writeWorkbook({
    title: w.fileName,
    language,
    sheets: [
      {
        name: w.fileName,
        columns: [30, 7, 10, 32, 80],
        rows: [
          headOf(language).map((text) => cell(text, 'header')),
          ...lines.map((line) => line.map((text) => cell(text, 'text'))),
        ],
        merges: [],
        frozen: { rows: 1, columns: 0 },
        marked: [],
      },
    ],
  })
  return {
    name: fileNameOf(w.fileName, 'xlsx'),
    content: new Blob([bytes as Uint8Array<ArrayBuffer>], { type: XLSX_TYPE }),
  }
}

const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

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
