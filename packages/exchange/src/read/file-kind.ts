import { type Issue, issue } from '@yardstick/model'
import { beginsWith, holdsName, isCompound } from './workbook-kind.ts'
import { isZip } from './zip.ts'
import { zipEntries } from './zip-directory.ts'

/** What reads a file, told by its bytes: people rename .xls to .xlsx, and programs call their pages .xls. */
export type FileKind = 'xlsx' | 'xls' | 'docx' | 'text'

/** A file that is none of the others is taken for text, and may turn out to be none; an issue where nothing reads it. */
export function fileKind(bytes: Uint8Array): FileKind | Issue {
  if (isZip(bytes)) {
    const isDocument = zipEntries(bytes)?.some(({ name }) => /^word\/document\d*\.xml$/.test(name))
    return isDocument ? 'docx' : 'xlsx'
  }
  if (isCompound(bytes)) {
    const found = STREAMS.find(([name]) => holdsName(bytes, name))
    if (found === undefined) return issue('FILE_WORKBOOK_BROKEN', {})
    return typeof found[1] === 'string' ? found[1] : otherKind(...found[1])
  }
  if (beginsWith(bytes, SHEET_ALONE)) return 'xls'
  const other = HEADS.find(([head]) =>
    beginsWith(
      bytes,
      [...head].map((letter) => letter.charCodeAt(0)),
    ),
  )
  return other === undefined ? 'text' : otherKind('.xlsx', other[1])
}

function otherKind(expected: string, found: string): Issue {
  return issue('FILE_WORKBOOK_KIND', { expected, found })
}

/** By a stream that only compound files of that kind have; of a locked file nothing can be said but that it is locked. */
const STREAMS: readonly (readonly [string, FileKind | readonly [expected: string, found: string]])[] = [
  ['EncryptedPackage', 'xlsx'],
  ['WordDocument', ['.docx', '.doc']],
  ['PowerPoint Document', ['.xlsx', '.ppt']],
  ['Workbook', 'xls'],
  ['Book', 'xls'],
]

/** A sheet of Excel 5 without a compound file round it, as some programs still write it. */
const SHEET_ALONE = [0x09, 0x08]

/** How files begin that hold pictures of tables at best. */
const HEADS: readonly (readonly [string, string])[] = [
  ['%PDF', '.pdf'],
  ['{\\rtf', '.rtf'],
  ['\u00ff\u00d8\u00ff', '.jpg'],
  ['\u0089PNG', '.png'],
  ['MIME-Version:', '.mht'],
  ['Rar!', '.rar'],
  ['7z\u00bc\u00af', '.7z'],
]
