import { type Issue, issue, type Result } from '@yardstick/model'
import { WordNumbering } from './docx/word-numbering.ts'
import { wordTables } from './docx/word-tables.ts'
import type { FileTable } from './file-table.ts'
import { joinContinued } from './table/continued.ts'
import { readZip } from './zip.ts'
import { zipEntries } from './zip-directory.ts'

/** A report with its pictures; what is unpacked of it is text only. */
const MOST_BYTES = 50 * 2 ** 20
const MOST_UNPACKED = 60 * 2 ** 20

/**
 * The tables of a Word document (.docx), each named by the heading above it; one that a page's end cut in two is one again.
 * Merged cells, 自动编号 and indentation are as people see them; what 修订 struck out is not there.
 */
export function readDocument(bytes: Uint8Array): Result<FileTable[]> {
  const trouble = documentTrouble(bytes)
  if (trouble !== undefined) return refused(trouble)
  const parts = readZip(bytes, (name) => BODY.test(name) || name === NUMBERING)
  const textOf = (isWanted: (name: string) => boolean) =>
    parts.ok ? new TextDecoder().decode(parts.value.find(({ name }) => isWanted(name))?.bytes) : ''
  const body = textOf((name) => BODY.test(name))
  return body === ''
    ? refused(issue('FILE_WORKBOOK_BROKEN', {}))
    : readWordXml(
        body,
        textOf((name) => name === NUMBERING),
      )
}

/** The same of the XML alone: Word can save a document as one such file. */
export function readWordXml(body: string, numbering = body): Result<FileTable[]> {
  const tables = wordTables(body, WordNumbering.read(numbering))
  if (tables === undefined) return refused(issue('FILE_WORKBOOK_BROKEN', {}))
  if (tables === 'too-large')
    return refused(issue('FILE_SHEET_TOO_LARGE', { expected: { rows: 10_000, columns: 256 } }))
  return tables.length > 0 ? { ok: true, value: joinContinued(tables) } : refused(issue('FILE_TABLES_NONE', {}))
}

const BODY = /^word\/document\d*\.xml$/
const NUMBERING = 'word/numbering.xml'

function documentTrouble(bytes: Uint8Array): Issue | undefined {
  const megabytes = (size: number) => `${Math.ceil(size / 2 ** 20)} MB`
  if (bytes.length > MOST_BYTES) {
    return issue('FILE_TOO_LARGE', { expected: megabytes(MOST_BYTES), found: megabytes(bytes.length) })
  }
  const entries = zipEntries(bytes)
  if (entries === undefined) return issue('FILE_WORKBOOK_BROKEN', {})
  if (entries.some(({ isEncrypted }) => isEncrypted)) return issue('FILE_WORKBOOK_LOCKED', {})
  const parts = entries.filter(({ name }) => BODY.test(name) || name === NUMBERING)
  // An entry that says it is empty, and is not, would be unpacked without a bound.
  if (parts.some(({ packed, unpacked }) => unpacked === 0 && packed > 64)) return issue('FILE_WORKBOOK_BROKEN', {})
  const unpacked = parts.reduce((sum, each) => sum + each.unpacked, 0)
  if (unpacked <= MOST_UNPACKED) return undefined
  return issue('FILE_WORKBOOK_TOO_LARGE', { expected: megabytes(MOST_UNPACKED), found: megabytes(unpacked) })
}

const refused = (one: Issue): Result<FileTable[]> => ({ ok: false, issues: [one] })
