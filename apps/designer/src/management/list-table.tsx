// biome-ignore-all lint/a11y/useSemanticElements: a row is drawn as it comes into view, in a place of its own
// biome-ignore-all lint/a11y/useFocusableInteractive: what can be done stands in its cells
import { type ReactNode, useRef } from 'react'
import type { Pages } from '../parts/answer/use-pages.ts'
import { useRowsInView } from '../parts/sheet/use-rows-in-view.ts'
import { useWords } from '../parts/words.ts'
import { managementWords } from './words.ts'

export interface ListColumn<R> {
  readonly id: string
  readonly title: string
  /** A track of CSS grid: `120px`, `minmax(160px, 2fr)`. */
  readonly width: string
  readonly align?: 'end'
  /** Its head is a button that puts the rows in order. */
  readonly canSort?: boolean
  readonly cell: (row: R) => ReactNode
}

const ROW = 32

/**
 * A list as a table: only the rows in view are drawn, and what follows is read when its end comes near. Rows are opened by
 * the link or button in one of their cells, which the keyboard reaches.
 */
export function ListTable<R>({
  label,
  columns,
  rows,
  rowKey,
  isWhole = true,
  isWaiting = false,
  onEnd,
  look,
  empty,
  sort,
  onSort,
}: {
  label: string
  columns: readonly ListColumn<R>[]
  rows: readonly R[]
  rowKey: (row: R) => string
  isWhole?: boolean
  isWaiting?: boolean
  onEnd?: () => void
  look?: (row: R) => string | undefined
  /** Shown in place of rows, where there are none. */
  empty?: ReactNode
  /** The column the rows are in order of. */
  sort?: { readonly column: string; readonly isDown: boolean }
  onSort?: (column: string) => void
}) {
  const w = useWords(managementWords)
  const scroller = useRef<HTMLDivElement>(null)
  const inView = useRowsInView(rows.length, scroller, ROW)
  const items = inView.rows
  const template = columns.map(({ width }) => width).join(' ')
  const onScroll = () => {
    const box = scroller.current
    if (box !== null && box.scrollHeight - box.scrollTop - box.clientHeight < ROW * 20) onEnd?.()
  }
  if (rows.length === 0 && !isWaiting && empty !== undefined) return <>{empty}</>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by the keyboard too
    <section className="list" ref={scroller} onScroll={onScroll} aria-label={label} tabIndex={0}>
      <div role="table" aria-label={label} aria-rowcount={isWhole ? rows.length + 1 : -1} className="list-table">
        <div role="row" className="list-row list-head" aria-rowindex={1} style={{ gridTemplateColumns: template }}>
          {columns.map((column) => (
            <div
              role="columnheader"
              key={column.id}
              className={column.align === 'end' ? 'list-end' : undefined}
              aria-sort={sort?.column !== column.id ? undefined : sort.isDown ? 'descending' : 'ascending'}
            >
              {column.canSort === true ? (
                <button type="button" className="list-sort" title={column.title} onClick={() => onSort?.(column.id)}>
                  {column.title}
                  <span aria-hidden="true">{sort?.column !== column.id ? '' : sort.isDown ? ' ▾' : ' ▴'}</span>
                </button>
              ) : (
                column.title
              )}
            </div>
          ))}
        </div>
        <div role="rowgroup" className="list-body" style={{ height: inView.height }}>
          {items.map(({ index, start }) => {
            const row = rows[index]!
            return (
              <div
                role="row"
                key={rowKey(row)}
                className={`list-row ${look?.(row) ?? ''}`}
                aria-rowindex={index + 2}
                style={{ gridTemplateColumns: template, transform: `translateY(${start}px)` }}
              >
                {columns.map((column) => (
                  <div role="cell" key={column.id} className={column.align === 'end' ? 'list-end' : undefined}>
                    {column.cell(row)}
                  </div>
                ))}
              </div>
            )
          })}
        </div>
      </div>
      {isWaiting && <p className="list-note">{w.loading}</p>}
    </section>
  )
}

/** The same of a list that is read page by page; `none` is said where nothing was found. */
export function PagedTable<R>({
  pages,
  none,
  ...table
}: {
  pages: Pages<R>
  none: string
  label: string
  columns: readonly ListColumn<R>[]
  rowKey: (row: R) => string
}) {
  return (
    <ListTable
      {...table}
      rows={pages.rows}
      isWhole={pages.isWhole}
      isWaiting={pages.isWaiting}
      onEnd={pages.readMore}
      empty={pages.trouble === undefined && <p className="management-note">{none}</p>}
    />
  )
}
