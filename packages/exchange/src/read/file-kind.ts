import { isWorkbook } from './workbook-kind.ts'

/** What reads a file, told by its bytes: people rename .xls to .xlsx, and programs call their pages .xls. */
export type FileKind = 'xlsx' | 'text'

/** A file that is none of the others is taken for text, and may turn out to be none. */
export function fileKind(bytes: Uint8Array): FileKind {
  return isWorkbook(bytes) ? 'xlsx' : 'text'
}
