import { type Issue, type IssueCode, issue } from '@yardstick/model'
import { zipEntries } from './zip-directory.ts'

/** What a file may be before it is unpacked, and what all of it may become. */
const MOST_BYTES = 20 * 2 ** 20
const MOST_UNPACKED = 100 * 2 ** 20

/**
 * Why these bytes are no workbook that can be read, told before anything is unpacked; undefined for an .xlsx of a size that
 * fits in memory. What a file is goes by its bytes: people rename .xls to .xlsx.
 */
export function workbookTrouble(bytes: Uint8Array): Issue | undefined {
  if (bytes.length > MOST_BYTES) return tooLarge('FILE_TOO_LARGE', MOST_BYTES, bytes.length)
  if (isCompound(bytes)) {
    const isLocked = holdsName(bytes, 'EncryptedPackage')
    return issue(isLocked ? 'FILE_WORKBOOK_LOCKED' : 'FILE_WORKBOOK_OLD', {})
  }
  const entries = zipEntries(bytes)
  if (entries === undefined) return issue('FILE_WORKBOOK_BROKEN', {})
  if (entries.some(({ isEncrypted }) => isEncrypted)) return issue('FILE_WORKBOOK_LOCKED', {})
  const other = OTHERS.find(([name]) => entries.some((each) => each.name === name))
  if (other !== undefined) return issue('FILE_WORKBOOK_KIND', { expected: '.xlsx', found: other[1] })
  if (!entries.some(({ name }) => name === '[Content_Types].xml')) {
    return issue('FILE_WORKBOOK_KIND', { expected: '.xlsx', found: '.zip' })
  }
  // An entry that says it is empty, and is not, would be unpacked without a bound.
  if (entries.some(({ packed, unpacked }) => unpacked === 0 && packed > 64)) return issue('FILE_WORKBOOK_BROKEN', {})
  const unpacked = entries.reduce((sum, each) => sum + each.unpacked, 0)
  return unpacked > MOST_UNPACKED ? tooLarge('FILE_WORKBOOK_TOO_LARGE', MOST_UNPACKED, unpacked) : undefined
}

/** By an entry that only files of that kind have. */
const OTHERS: readonly (readonly [string, string])[] = [
  ['word/document.xml', '.docx'],
  ['ppt/presentation.xml', '.pptx'],
  ['xl/workbook.bin', '.xlsb'],
  ['content.xml', '.ods'],
]

/** Whether bytes begin as workbooks do: as a zip, or as a compound file of before 2007. */
export function isWorkbook(bytes: Uint8Array): boolean {
  return beginsWith(bytes, [0x50, 0x4b, 3, 4]) || beginsWith(bytes, [0x50, 0x4b, 5, 6]) || isCompound(bytes)
}

/** Whether bytes begin as files of Office did before 2007, and as locked ones do. */
export function isCompound(bytes: Uint8Array): boolean {
  return beginsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])
}

export function beginsWith(bytes: Uint8Array, head: readonly number[]): boolean {
  return head.every((each, index) => bytes[index] === each)
}

/** Whether a compound file has a stream of that name; they stand in it as UTF-16. */
export function holdsName(bytes: Uint8Array, name: string): boolean {
  const wanted = [...name].flatMap((letter) => [letter.charCodeAt(0), 0])
  for (let at = bytes.indexOf(wanted[0]!); at >= 0; at = bytes.indexOf(wanted[0]!, at + 1)) {
    if (wanted.every((each, index) => bytes[at + index] === each)) return true
  }
  return false
}

function tooLarge(code: IssueCode, expected: number, found: number): Issue {
  const megabytes = (bytes: number) => `${Math.ceil(bytes / 2 ** 20)} MB`
  return issue(code, { expected: megabytes(expected), found: megabytes(found) })
}
