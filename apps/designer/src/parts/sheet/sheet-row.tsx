import { memo } from 'react'
import type { SheetColumn, TreePlace } from './column.ts'
import type { PlacedColumn } from './column-layout.ts'
import { GUTTER, ROW_HEIGHT } from './geometry.ts'

/** One row. It is drawn again only when its own row, its place or the columns are new; the cursor is drawn above it. */
export const SheetRow = memo(function SheetRow<R>({
  row,
  index,
  top,
  width,
  place,
  fixed,
  rest,
  idPrefix,
  columnOffset,
  selectLabel,
  isGhost,
}: {
  readonly row: R
  readonly index: number
  readonly top: number
  readonly width: number
  readonly place: TreePlace | undefined
  readonly fixed: readonly PlacedColumn<R>[]
  /** Those of the other columns that are in view, the first of which has the index `columnOffset`. */
  readonly rest: readonly PlacedColumn<R>[]
  readonly idPrefix: string
  readonly columnOffset: number
  readonly selectLabel: string
  /** The empty row below the last one. */
  readonly isGhost: boolean
}) {
  return (
    <div
      role="row"
      tabIndex={-1}
      className={isGhost ? 'sheet-row sheet-row-ghost' : 'sheet-row'}
      aria-rowindex={index + 2}
      {...(place === undefined
        ? {}
        : {
            'aria-level': place.level,
            'aria-posinset': place.position,
            'aria-setsize': place.size,
            ...(place.isExpanded === undefined ? {} : { 'aria-expanded': place.isExpanded }),
          })}
      style={{ top, width, height: ROW_HEIGHT }}
      data-row={index}
    >
      <div role="rowheader" className="sheet-gutter" aria-label={selectLabel} style={{ width: GUTTER }}>
        {isGhost ? '+' : index + 1}
      </div>
      {fixed.map((placed, at) => (
        <SheetCell key={placed.column.id} placed={placed} row={row} id={`${idPrefix}-${index}-${at}`} index={at} />
      ))}
      {rest.map((placed, at) => (
        <SheetCell
          key={placed.column.id}
          placed={placed}
          row={row}
          id={`${idPrefix}-${index}-${columnOffset + at}`}
          index={columnOffset + at}
        />
      ))}
    </div>
  )
}) as <R>(props: {
  readonly row: R
  readonly index: number
  readonly top: number
  readonly width: number
  readonly place: TreePlace | undefined
  readonly fixed: readonly PlacedColumn<R>[]
  readonly rest: readonly PlacedColumn<R>[]
  readonly idPrefix: string
  readonly columnOffset: number
  readonly selectLabel: string
  /** The empty row below the last one. */
  readonly isGhost: boolean
}) => React.ReactElement

function SheetCell<R>({
  placed: { column, width, left },
  row,
  id,
  index,
}: {
  readonly placed: PlacedColumn<R>
  readonly row: R
  readonly id: string
  readonly index: number
}) {
  const mark = column.mark?.(row)
  const description = column.describe?.(row)
  return (
    <div
      role="gridcell"
      tabIndex={-1}
      id={id}
      aria-colindex={index + 2}
      {...(column.canEdit?.(row) === false ? { 'aria-readonly': true } : {})}
      {...(mark === 'error' ? { 'aria-invalid': true } : {})}
      {...(description === undefined ? {} : { title: description, 'aria-description': description })}
      data-column={index}
      className={classesOf(column, row)}
      style={{ left: GUTTER + left, width }}
    >
      {content(column, row)}
      {mark !== undefined && <span className={`sheet-mark sheet-mark-${mark}`} />}
    </div>
  )
}

function classesOf<R>(column: SheetColumn<R>, row: R): string {
  const classes = ['sheet-cell']
  if (column.isFixed === true) classes.push('sheet-cell-fixed')
  if (column.align === 'end') classes.push('sheet-cell-end')
  const look = column.look?.(row)
  if (look !== undefined) classes.push(look)
  return classes.join(' ')
}

function content<R>(column: SheetColumn<R>, row: R): React.ReactNode {
  if (column.cell !== undefined) return column.cell(row)
  const text = column.text(row)
  if (text !== '') return <span className="sheet-text">{text}</span>
  const ghost = column.placeholder?.(row)
  return ghost === undefined ? null : <span className="sheet-ghost">{ghost}</span>
}
