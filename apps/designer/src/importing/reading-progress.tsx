import type { RowsRead } from '@yardstick/exchange/import-table'
import { useWords } from '../parts/words.ts'
import { importWords } from './words.ts'

/** How far reading has come: a bar with the count below, while there is nothing else to be seen. */
export function ReadingProgress({ rows }: { rows: RowsRead | undefined }) {
  const w = useWords(importWords)
  const { read, all } = rows ?? { read: 0, all: 0 }
  return (
    <div className="import-progress">
      <div
        role="progressbar"
        aria-label={w.reading}
        {...(rows === undefined ? {} : { 'aria-valuemin': 0, 'aria-valuemax': all, 'aria-valuenow': read })}
      >
        <div style={{ width: `${(100 * read) / Math.max(1, all)}%` }} />
      </div>
      <p>{rows === undefined ? w.reading : w.readSoFar(read, all)}</p>
    </div>
  )
}
