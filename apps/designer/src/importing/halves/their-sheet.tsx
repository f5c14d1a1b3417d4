import type { ColumnRole, IndicatorReading } from '@yardstick/exchange/indicator-table'
import type { Table } from '@yardstick/exchange/table'
import { type CSSProperties, memo, type RefObject, useMemo } from 'react'
import { useWords } from '../../parts/words.ts'
import { hueOf } from './column-roles.ts'
import { columnWidths } from './column-widths.ts'
import './halves.css'
import { importWords } from '../words.ts'
import { RoleHead } from './role-head.tsx'
import { cellsShown, type DrawnCell } from './sheet-cells.ts'
import { HEAD, ROW, useRowsShown } from './use-rows-shown.ts'

type SheetTaken = Pick<IndicatorReading, 'doubts' | 'columns' | 'parts'>

/**
 * Their sheet as it looks: the numbers of its rows, its merged cells, columns as wide as what stands in them. Above each
 * column stands what it was taken for, in the colour that the same has on our side, and can be changed. Rows are as high as
 * one line, so that many are seen; the whole text of a row is shown where it is chosen.
 */
export function TheirSheet({
  scroller,
  table,
  reading,
  chosen,
  pointed,
  asked,
  onRole,
  onPoint,
  onChoose,
}: {
  scroller: RefObject<HTMLElement | null>
  table: Table
  /** What it was taken for, so far. */
  reading: SheetTaken
  /** Rows of the sheet. */
  chosen: number | null
  pointed: number | null
  /** Those that something open is asked of. */
  asked: ReadonlySet<number>
  onRole: (column: number, role: ColumnRole | undefined) => void
  onPoint: (row: number | null) => void
  onChoose: (row: number) => void
}) {
  const w = useWords(importWords)
  const shown = useRowsShown(scroller, table.rows.length)
  const lefts = useMemo(() => leftsOf(columnWidths(table)), [table])
  const cells = useMemo(() => cellsShown(table, shown), [table, shown])
  const out = useMemo(
    () => new Set(reading.doubts.flatMap((each) => (each.kind === 'row-left-out' ? [each.row] : []))),
    [reading],
  )
  const roles = reading.columns?.roles ?? NO_ROLES
  const heads = useMemo(() => headRows(reading), [reading])
  const width = lefts.at(-1)!
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section ref={scroller} className="import-scroll" tabIndex={0} aria-label={w.theirs}>
      <div
        role="table"
        aria-label={w.theirs}
        aria-rowcount={table.rows.length + 1}
        className="import-sheet"
        style={{ width, height: HEAD + table.rows.length * ROW }}
        onMouseLeave={() => onPoint(null)}
      >
        <RoleHead roles={roles} lefts={lefts} onRole={onRole} />
        {[...cells].map(([row, drawn]) => (
          <SheetRow
            key={row}
            row={row}
            cells={drawn}
            lefts={lefts}
            roles={roles}
            kind={heads.has(row) ? 'head' : out.has(row) ? 'out' : ''}
            isChosen={row === chosen}
            isPointed={row === pointed}
            isAsked={asked.has(row)}
            onPoint={onPoint}
            onChoose={onChoose}
          />
        ))}
      </div>
    </section>
  )
}

/** Every row of a header, of each of the tables in the sheet. */
function headRows({ parts }: SheetTaken): ReadonlySet<number> {
  return new Set(
    parts.flatMap(({ columns: { headerTop, headerRow } }) => {
      if (headerRow === undefined) return []
      const top = headerTop ?? headerRow
      return Array.from({ length: headerRow - top + 1 }, (_, index) => top + index)
    }),
  )
}

const NO_ROLES: readonly undefined[] = []

/** Room for the numbers of the rows. */
const GUTTER = 36

/** Where each column begins, and after the last one where the sheet ends. */
function leftsOf(widths: readonly number[]): number[] {
  const lefts = [GUTTER]
  for (const width of widths) lefts.push(lefts.at(-1)! + width)
  return lefts
}

const SheetRow = memo(function SheetRow({
  row,
  cells,
  lefts,
  roles,
  kind,
  isChosen,
  isPointed,
  isAsked,
  onPoint,
  onChoose,
}: {
  row: number
  cells: readonly DrawnCell[]
  lefts: readonly number[]
  roles: readonly (ColumnRole | undefined)[]
  kind: '' | 'head' | 'out'
  isChosen: boolean
  isPointed: boolean
  isAsked: boolean
  onPoint: (row: number | null) => void
  onChoose: (row: number) => void
}) {
  const state = `${isChosen ? ' import-chosen' : ''}${isPointed ? ' import-pointed' : ''}`
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: as above
    <div
      role="row"
      aria-rowindex={row + 2}
      className={`import-row import-row-${kind}${state}`}
      style={{ top: HEAD + row * ROW, height: ROW }}
      onMouseEnter={() => onPoint(row)}
      onClick={() => onChoose(row)}
    >
      <span role="rowheader" className={isAsked ? 'import-number import-asked' : 'import-number'}>
        {row + 1}
      </span>
      {cells.map((cell) => {
        const role = roles[cell.column]
        const place: CSSProperties = {
          top: (cell.row - row) * ROW,
          height: cell.rowSpan * ROW,
          left: lefts[cell.column]!,
          width: lefts[cell.column + cell.columnSpan]! - lefts[cell.column]!,
        }
        const isTall = cell.rowSpan > 1
        return (
          <span
            key={cell.column}
            role="cell"
            {...(isTall ? { 'aria-rowspan': cell.rowSpan } : {})}
            {...(cell.columnSpan > 1 ? { 'aria-colspan': cell.columnSpan } : {})}
            className={`import-cell import-of-${hueOf(role)}${isTall ? ' import-tall' : ''}`}
            style={place}
            title={cell.text.length > 8 ? cell.text : undefined}
          >
            <span>{cell.text}</span>
          </span>
        )
      })}
    </div>
  )
})
