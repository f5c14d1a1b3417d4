import { decodeText } from '@yardstick/exchange/decode-text'
import { type SheetCells, textSheet } from '@yardstick/exchange/read/entry-workbook'
import { readSheets } from '@yardstick/exchange/read/xlsx'
import { isWorkbook } from '@yardstick/exchange/workbook-kind'
import { documentKind, type Issue, issue, readJson, type Submission, validate } from '@yardstick/model'

/** What a file that came back holds: sheets, a submission, or why it cannot be read. */
export type FileContent =
  | { readonly sheets: readonly SheetCells[] }
  | { readonly submission: Submission }
  | { readonly issues: readonly Issue[] }

const MOST_BYTES = 20 * 2 ** 20

/** The bytes decide what a file is; its name is only what it is called. */
export async function contentOf(name: string, bytes: Uint8Array): Promise<FileContent> {
  if (bytes.length > MOST_BYTES) {
    const found = `${Math.ceil(bytes.length / 2 ** 20)} MB`
    return { issues: [issue('FILE_TOO_LARGE', { expected: '20 MB', found })] }
  }
  if (isWorkbook(bytes)) {
    const sheets = await readSheets(bytes)
    return sheets.ok ? { sheets: sheets.value } : { issues: sheets.issues }
  }
  const text = decodeText(bytes)
  if (text === undefined) {
    const found = /\.[^.]{1,8}$/.exec(name)?.[0].toLowerCase() ?? name
    return { issues: [issue('FILE_WORKBOOK_KIND', { expected: '.xlsx', found })] }
  }
  if (/^\s*[{[]/.test(text)) {
    const json = readJson(text)
    // Of what is no submission at all is only said that it is none of ours.
    if (json.ok && documentKind(json.value) !== 'submission') return { sheets: [] }
    const read = json.ok ? validate('submission', json.value) : json
    return read.ok ? { submission: read.value } : { issues: read.issues }
  }
  const sheet = textSheet('CSV', text)
  return sheet === undefined ? { issues: [issue('FILE_WORKBOOK_EMPTY', {})] } : { sheets: [sheet] }
}
