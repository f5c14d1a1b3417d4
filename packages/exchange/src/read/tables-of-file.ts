import { type Issue, issue, type Result } from '@yardstick/model'
import { decodeText } from './decode-text.ts'
import { fileKind } from './file-kind.ts'
import type { FileTable } from './file-table.ts'
import { readHtmlTables } from './table/html-table.ts'
import { readPlainTable } from './table/plain-table.ts'

export type { FileTable } from './file-table.ts'

/**
 * The tables of any file that people keep tables in, in their order, at least one: workbooks, Word documents, pages saved
 * from a browser, text. The bytes decide what a file is (a page called .xls is a page), its name only what a refusal calls
 * it. What reads a kind of file is loaded with the first file of that kind; rejects where it could not be fetched.
 */
export async function readTables(bytes: Uint8Array, name: string): Promise<Result<FileTable[]>> {
  const kind = fileKind(bytes)
  switch (kind) {
    case 'xlsx':
      return (await import('./xlsx.ts')).readWorkbook(bytes)
    case 'xls':
      return (await import('./xls.ts')).readOldWorkbook(bytes)
    case 'docx':
      return (await import('./docx.ts')).readDocument(bytes)
    case 'text':
      return readText(bytes, name)
    default:
      return refused(kind)
  }
}

async function readText(bytes: Uint8Array, name: string): Promise<Result<FileTable[]>> {
  const text = bytes.length > MOST_TEXT ? undefined : decodeText(bytes)
  if (text === undefined) {
    const found = /\.[^.]{1,8}$/.exec(name)?.[0].toLowerCase() ?? name
    return refused(issue('FILE_WORKBOOK_KIND', { expected: '.xlsx', found }))
  }
  const head = text.slice(0, 2_000)
  if (/<\?mso-application progid="Word\.Document"/i.test(head)) return (await import('./docx.ts')).readWordXml(text)
  if (/<\?mso-application progid="Excel\.Sheet"/i.test(head)) return (await import('./xls.ts')).readOldWorkbook(bytes)
  if (/^\s*</.test(head) && /<(?:table|tr)[\s>]|<\/html>/i.test(text)) {
    const tables = readHtmlTables(text)
    return tables.length > 0 ? { ok: true, value: tables } : refused(issue('FILE_TABLES_NONE', {}))
  }
  const table = readPlainTable(text)
  return table === undefined
    ? refused(issue('FILE_TABLES_NONE', {}))
    : { ok: true, value: [{ name: undefined, table }] }
}

/** More than any page or text with a table in it. */
const MOST_TEXT = 50 * 2 ** 20

const refused = (one: Issue): Result<FileTable[]> => ({ ok: false, issues: [one] })
