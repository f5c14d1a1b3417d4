import type { RowsRead } from '@yardstick/exchange/import-table'
import type { FileTable } from '@yardstick/exchange/read/tables'
import { useEffect, useState } from 'react'
import { ReadingDesk } from './reader/reading-desk.ts'
import type { AskedTable, SheetReading, TableRead } from './reader/table-reader.ts'

export interface TableImporting {
  /** Which rows and columns there are; undefined until they are found. */
  readonly sheet: SheetReading | undefined
  /** What was read last of this table; until the next reading is there that one stands. */
  readonly read: TableRead | undefined
  readonly isBusy: boolean
  /** Of a reading that takes a while. */
  readonly rows: RowsRead | undefined
  /** The reader cannot be fetched. */
  readonly isAway: boolean
  readonly tryAgain: () => void
  readonly desk: ReadingDesk | undefined
}

/** What a table is read as, in a worker: thousands of rows take seconds. What is asked newer replaces what is under way. */
export function useTableImport(tables: readonly FileTable[], asked: AskedTable): TableImporting {
  const [desk, setDesk] = useState<ReadingDesk>()
  const [sheet, setSheet] = useState<SheetReading>()
  const [done, setDone] = useState<{ readonly read: TableRead; readonly of: AskedTable }>()
  const [rows, setRows] = useState<RowsRead>()
  const [away, setAway] = useState<ReadingDesk>()
  const [attempt, setAttempt] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is another desk
  useEffect(() => {
    const made = new ReadingDesk(tables)
    setDesk(made)
    return () => made.end()
  }, [tables, attempt])
  useEffect(() => {
    if (desk === undefined) return
    let isOver = false
    const unlessOver =
      <T>(set: (value: T) => void) =>
      (value: T) => {
        if (!isOver) set(value)
      }
    // What has not changed stays, with all that is drawn of it.
    const take = (sheet: SheetReading) => setSheet((before) => (before?.key === sheet.key ? before : sheet))
    desk.read(asked, { onSheet: unlessOver(take), onRows: unlessOver(setRows) }).then(
      (read) => {
        if (isOver || read === null) return
        setDone({ read, of: asked })
        setRows(undefined)
      },
      () => unlessOver(setAway)(desk),
    )
    return () => {
      isOver = true
      setRows(undefined)
    }
  }, [desk, asked])
  const isSame = <T extends { readonly index: number }>(each: T | undefined) =>
    each !== undefined && (asked.index === null || each.index === asked.index) ? each : undefined
  return {
    sheet: isSame(sheet),
    read: isSame(done?.read),
    isBusy: done?.of !== asked,
    rows,
    isAway: desk !== undefined && away === desk,
    tryAgain: () => setAttempt(attempt + 1),
    desk,
  }
}
