import { read } from '@e965/xlsx'
import { issue, type Result } from '@yardstick/model'
import { beginsWith, isCompound } from './workbook-kind.ts'
import { type SheetContent, type SheetTable, sheetTables } from './xlsx.ts'

/** A workbook of this form is small: what it holds is not packed. */
const MOST_BYTES = 20 * 2 ** 20
/** One more than a sheet may have, so that one too many is seen. */
const MOST_ROWS = 10_001

/**
 * The door to @e965/xlsx, the second reader: workbooks of before 2007 (.xls, .et) and of the XML of 2003 → the tables on
 * their visible sheets, as `readWorkbook` hands them over.
 */
export function readOldWorkbook(bytes: Uint8Array): Result<SheetTable[]> {
  if (bytes.length > MOST_BYTES) {
    const found = `${Math.ceil(bytes.length / 2 ** 20)} MB`
    return { ok: false, issues: [issue('FILE_TOO_LARGE', { expected: '20 MB', found })] }
  }
  // Without its whole signature the library would take the file for text.
  if (isCompound(bytes) && !beginsWith(bytes, SIGNATURE)) return broken
  try {
    const book = read(bytes, {
      type: 'array',
      dense: true,
      cellDates: true,
      UTC: true,
      cellNF: true,
      sheetRows: MOST_ROWS,
    })
    const sheets = book.SheetNames.flatMap((name, at): SheetContent[] => {
      const sheet = book.Sheets[name]
      const isHidden = (book.Workbook?.Sheets?.[at]?.Hidden ?? 0) !== 0
      return sheet === undefined || isHidden ? [] : [contentOf(name, sheet)]
    })
    return sheetTables(sheets)
  } catch (error) {
    const isLocked = error instanceof Error && /password|encrypt/i.test(error.message)
    return isLocked ? { ok: false, issues: [issue('FILE_WORKBOOK_LOCKED', {})] } : broken
  }
}

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const broken: Result<SheetTable[]> = { ok: false, issues: [issue('FILE_WORKBOOK_BROKEN', {})] }

type Book = ReturnType<typeof read>

function contentOf(name: string, sheet: Book['Sheets'][string]): SheetContent {
  const cells = new Map<string, { style: { numFmt: string } }>()
  const rows = Array.from(sheet['!data'] ?? [], (row, at) =>
    Array.from(row ?? [], (cell, column) => {
      if (cell === undefined || cell === null) return null
      if (typeof cell.z === 'string') cells.set(`${at},${column}`, { style: { numFmt: cell.z } })
      // Of an error its name is what people see.
      return cell.t === 'e' ? (cell.w ?? '') : (cell.v ?? null)
    }),
  )
  const merges = (sheet['!merges'] ?? []).map(({ s, e }) => ({
    startRow: s.r,
    startCol: s.c,
    endRow: e.r,
    endCol: e.c,
  }))
  return { name, rows, merges, cells }
}
