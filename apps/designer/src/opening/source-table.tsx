import type { IndicatorReading } from '@yardstick/exchange/indicator-table'
import { isOrigin, type Table } from '@yardstick/exchange/table'
import { memo, useEffect, useMemo, useRef } from 'react'
import { useWords } from '../parts/words.ts'
import { tableWords } from './table-words.ts'

/** More rows are read, but not drawn: what matters is seen in the first ones. */
const SHOWN = 400

/** The table as it looks, with its merged cells; above each column what it was taken for, left-out rows in grey. */
export const SourceTable = memo(function SourceTable({
  table,
  reading,
  lit,
  onLit,
}: {
  table: Table
  reading: IndicatorReading
  lit: number | null
  onLit: (row: number | null) => void
}) {
  const w = useWords(tableWords)
  const roles = reading.columns?.roles ?? []
  const leftOut = useMemo(
    () => new Set(reading.doubts.flatMap((each) => (each.kind === 'row-left-out' ? [each.row] : []))),
    [reading],
  )
  const body = useRef<HTMLTableSectionElement>(null)
  useEffect(() => {
    if (lit !== null) body.current?.rows[lit]?.scrollIntoView({ block: 'nearest' })
  }, [lit])
  const headRow = reading.columns?.headerRow
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="preview-scroll" tabIndex={0} aria-labelledby="preview-source">
      <table className="preview-source">
        <thead>
          <tr>
            {table.rows[0]?.map((_, column) => {
              const role = roles[column]
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name
                <th key={column} scope="col" className={role === undefined ? 'preview-unknown' : ''}>
                  {role === undefined
                    ? w.unknownColumn
                    : role === 'level'
                      ? w.level(roles.slice(0, column + 1).filter((each) => each === 'level').length)
                      : w.roles[role]}
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody ref={body}>
          {table.rows.slice(0, SHOWN).map((cells, row) => (
            <tr
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name
              key={row}
              className={classOf(row, headRow, leftOut.has(row), lit === row)}
              onMouseEnter={() => onLit(row)}
            >
              {cells.map((cell, column) =>
                isOrigin(cell, row, column) ? (
                  <td
                    // biome-ignore lint/suspicious/noArrayIndexKey: cells have no other name
                    key={column}
                    rowSpan={Math.min(cell.rowSpan, SHOWN - row)}
                    colSpan={cell.columnSpan}
                  >
                    {cell.text}
                  </td>
                ) : null,
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {table.rows.length > SHOWN && <p className="preview-more">{w.moreRows(table.rows.length - SHOWN)}</p>}
    </section>
  )
})

function classOf(row: number, headRow: number | undefined, isLeftOut: boolean, isLit: boolean): string {
  const kind = row === headRow ? 'preview-header' : isLeftOut ? 'preview-left-out' : ''
  return isLit ? `${kind} preview-lit` : kind
}
