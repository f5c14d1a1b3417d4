import { SettingOutlined } from '@ant-design/icons'
import type { MenuProps } from 'antd'
import { useRef, useState } from 'react'
import { MenuButton } from '../menu-button.tsx'
import { useWords } from '../words.ts'
import type { SheetColumn } from './column.ts'
import {
  type ColumnLayout,
  isShown,
  moveColumn,
  noLayout,
  ordered,
  type PlacedColumn,
  showColumn,
} from './column-layout.ts'
import { GUTTER } from './geometry.ts'
import { sheetWords } from './words.ts'

export interface HeaderProps<R> {
  readonly columns: readonly SheetColumn<R>[]
  readonly layout: ColumnLayout
  readonly onLayout: (layout: ColumnLayout) => void
  readonly fixed: readonly PlacedColumn<R>[]
  readonly rest: readonly PlacedColumn<R>[]
  readonly columnOffset: number
  readonly width: number
  readonly height: number
  /** Of the columns that stay in view. */
  readonly fixedWidth: number
  /** The width that shows every text of a column. */
  readonly fitWidth: (column: SheetColumn<R>) => number
}

/** The head of the columns: a click selects, an edge widens, dragging reorders, the menu does all of it by keys. */
export function SheetHeader<R>(props: HeaderProps<R>) {
  const { fixed, rest, columnOffset, width, height, fixedWidth } = props
  const w = useWords(sheetWords)
  const groups = groupsOf(rest)
  return (
    <div role="rowgroup" className="sheet-head" style={{ width, height }}>
      <div role="row" tabIndex={-1} aria-rowindex={1} className="sheet-head-row" style={{ height }}>
        <div
          role="columnheader"
          tabIndex={-1}
          className="sheet-corner"
          style={{ width: GUTTER }}
          title={w.selectAll}
          data-corner=""
        >
          <span className="sheet-hidden">{w.rowNumber}</span>
        </div>
        {fixed.map((placed, index) => (
          <HeadCell key={placed.column.id} {...props} placed={placed} index={index} />
        ))}
        {groups.map(({ title, left, width }) => (
          <div
            key={`${title} ${left}`}
            className="sheet-group"
            aria-hidden="true"
            style={{ left: GUTTER + left, width, height: height / 2 }}
          >
            <span style={{ left: GUTTER + fixedWidth }}>{title}</span>
          </div>
        ))}
        {rest.map((placed, index) => (
          <HeadCell key={placed.column.id} {...props} placed={placed} index={columnOffset + index} />
        ))}
      </div>
    </div>
  )
}

function groupsOf<R>(columns: readonly PlacedColumn<R>[]): { title: string; left: number; width: number }[] {
  const groups: { title: string; left: number; width: number }[] = []
  let open: (typeof groups)[number] | undefined
  for (const { column, left, width } of columns) {
    if (column.group === undefined) open = undefined
    else if (open?.title === column.group) open.width += width
    else {
      open = { title: column.group, left, width }
      groups.push(open)
    }
  }
  return groups
}

function HeadCell<R>({
  placed,
  index,
  columns,
  layout,
  onLayout,
  fitWidth,
  height,
}: HeaderProps<R> & { readonly placed: PlacedColumn<R>; readonly index: number }) {
  const { column, left, width } = placed
  const w = useWords(sheetWords)
  const isGrouped = column.group !== undefined
  const start = useRef<{ x: number; width: number } | null>(null)
  const [isOver, setIsOver] = useState(false)
  const setWidth = (next: number) =>
    onLayout({ ...layout, widths: { ...layout.widths, [column.id]: Math.round(Math.max(40, Math.min(900, next))) } })
  return (
    <div
      role="columnheader"
      tabIndex={-1}
      aria-colindex={index + 2}
      data-head={index}
      className={`sheet-head-cell ${column.isFixed === true ? 'sheet-cell-fixed' : ''} ${
        column.align === 'end' ? 'sheet-cell-end' : ''
      } ${isOver ? 'sheet-head-over' : ''}`}
      style={{ left: GUTTER + left, width, ...(isGrouped ? { top: height / 2, height: height / 2 } : { height }) }}
      title={column.title}
      draggable={column.isFixed !== true}
      onDragStart={(event) => {
        event.dataTransfer.setData(DRAGGED, column.id)
        event.dataTransfer.effectAllowed = 'move'
      }}
      onDragOver={(event) => {
        if (column.isFixed === true || !event.dataTransfer.types.includes(DRAGGED)) return
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        setIsOver(false)
        const id = event.dataTransfer.getData(DRAGGED)
        if (id !== '' && id !== column.id) onLayout(moveColumn(columns, layout, id, column.id))
      }}
    >
      <span className="sheet-head-title">{column.title}</span>
      <span
        className="sheet-resize"
        title={w.fit}
        data-sheet-skip=""
        draggable={false}
        onPointerDown={(event) => {
          event.preventDefault()
          event.stopPropagation()
          start.current = { x: event.clientX, width }
          event.currentTarget.setPointerCapture(event.pointerId)
        }}
        onPointerMove={(event) => {
          if (start.current !== null) setWidth(start.current.width + event.clientX - start.current.x)
        }}
        onPointerUp={() => {
          start.current = null
        }}
        onDoubleClick={() => setWidth(fitWidth(column))}
      />
    </div>
  )
}

const DRAGGED = 'application/x-yardstick-column'

/** The button at the end of the head, for all that can be done to columns; also by keyboard. */
export function ColumnsButton<R>({
  columns,
  layout,
  onLayout,
  onClose,
  height,
}: Pick<HeaderProps<R>, 'columns' | 'layout' | 'onLayout' | 'height'> & { readonly onClose: () => void }) {
  const w = useWords(sheetWords)
  const items: MenuProps['items'] = [
    ...ordered(columns, layout)
      .filter((column) => column.shown !== 'always')
      .map((column) => ({
        key: column.id,
        label: column.title,
        icon: <span className="sheet-tick">{isShown(column, layout) ? '✓' : ''}</span>,
        onClick: () => onLayout(showColumn(column, layout, !isShown(column, layout))),
      })),
    { type: 'divider' },
    { key: '\u0000reset', label: w.resetColumns, onClick: () => onLayout(noLayout) },
  ]
  return (
    <MenuButton
      menu={{ items, className: 'sheet-columns-menu' }}
      placement="bottomRight"
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
    >
      <button
        type="button"
        className="sheet-columns"
        // Down to the line under the head.
        style={{ height: height - 1 }}
        aria-label={w.showColumns}
        title={w.showColumns}
      >
        <SettingOutlined />
      </button>
    </MenuButton>
  )
}

/** What the context menu of a column head offers. */
export function headMenu<R>(
  { columns, layout, onLayout, fitWidth }: Pick<HeaderProps<R>, 'columns' | 'layout' | 'onLayout' | 'fitWidth'>,
  column: SheetColumn<R>,
  w: (typeof sheetWords)['zh'],
): MenuProps['items'] {
  const list = ordered(columns, layout).filter((each) => isShown(each, layout))
  const at = list.indexOf(column)
  const canMove = (to: number) => column.isFixed !== true && list[to] !== undefined && list[to].isFixed !== true
  return [
    {
      key: 'fit',
      label: w.fitColumn,
      onClick: () => onLayout({ ...layout, widths: { ...layout.widths, [column.id]: fitWidth(column) } }),
    },
    {
      key: 'left',
      label: w.moveLeft,
      disabled: !canMove(at - 1),
      onClick: () => onLayout(moveColumn(columns, layout, column.id, list[at - 1]!.id)),
    },
    {
      key: 'right',
      label: w.moveRight,
      disabled: !canMove(at + 1),
      onClick: () => onLayout(moveColumn(columns, layout, column.id, list[at + 2]?.id ?? null)),
    },
    {
      key: 'hide',
      label: w.hideNamed(column.title),
      disabled: column.shown === 'always',
      onClick: () => onLayout(showColumn(column, layout, false)),
    },
  ]
}
