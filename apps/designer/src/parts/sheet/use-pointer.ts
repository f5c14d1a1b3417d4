import { useCallback, useMemo, useRef, useState } from 'react'
import { type Cell, isInside } from './cell.ts'
import { cellAt, type Ground, ROW_HEIGHT } from './geometry.ts'
import type { SheetModel } from './sheet-model.ts'

/**
 * What the mouse does: cells, rows and columns are selected by clicking and dragging, selected rows are moved by their
 * number, the fill handle is dragged, and a marked cell tells its hint when the mouse rests on it.
 */
export function usePointer<R>(
  model: SheetModel<R>,
  scroller: React.RefObject<HTMLDivElement | null>,
  ground: Ground<R>,
  canMoveRows: boolean,
) {
  const [hovered, setHovered] = useState<Cell | null>(null)
  const resting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  /** Follows the pointer until it is let go; near the edges the sheet scrolls along. */
  const follow = useCallback(
    (onMove: (cell: Cell, event: PointerEvent) => void, onEnd: (event: PointerEvent) => void) => {
      const move = (event: PointerEvent) => {
        const element = scroller.current
        if (element === null) return
        const bounds = element.getBoundingClientRect()
        if (event.clientY > bounds.bottom - 8) element.scrollTop += ROW_HEIGHT
        else if (event.clientY < bounds.top + ground.headHeight) element.scrollTop -= ROW_HEIGHT
        if (event.clientX > bounds.right - 8) element.scrollLeft += 24
        else if (event.clientX < bounds.left + ground.fixedWidth && element.scrollLeft > 0) element.scrollLeft -= 24
        onMove(cellAt(element, ground, event.clientX, event.clientY), event)
      }
      const end = (event: PointerEvent) => {
        window.removeEventListener('pointermove', move)
        window.removeEventListener('pointerup', end)
        window.removeEventListener('pointercancel', end)
        onEnd(event)
      }
      window.addEventListener('pointermove', move)
      window.addEventListener('pointerup', end)
      window.addEventListener('pointercancel', end)
    },
    [scroller, ground],
  )

  const onPointerDown = (event: React.PointerEvent) => {
    const target = event.target as HTMLElement
    if (target.closest('[data-sheet-skip], [data-sheet-input], .sheet-fill-handle') !== null) return
    setHovered(null)
    clearTimeout(resting.current)
    const head = target.closest<HTMLElement>('[data-head]')
    const row = target.closest<HTMLElement>('[data-row]')
    if (target.closest('[data-corner]') !== null) {
      event.preventDefault()
      if (model.commit()) model.run({ type: 'select-all' })
      model.view.focus()
      return
    }
    if (head === null && row === null) {
      // Beside the cells: the edit ends, the focus stays in the sheet.
      if (scroller.current !== null && isOnScrollbar(event, scroller.current)) return
      model.commit()
      return
    }
    const isRight = event.button === 2
    if (event.button !== 0 && !isRight) return
    // The focus stays in the input, so that nothing that is composed is lost before it is committed.
    if (head === null) event.preventDefault()
    if (!model.commit()) return
    model.view.focus()
    if (head !== null) return pressHead(Number(head.dataset['head']), event, isRight)
    const index = Number(row!.dataset['row'])
    const cell = target.closest<HTMLElement>('[data-column]')
    if (cell === null) pressNumber(index, event, isRight)
    else pressCell({ row: index, column: Number(cell.dataset['column']) }, event, isRight)
  }

  const pressHead = (column: number, event: React.PointerEvent, isRight: boolean) => {
    const { cursor } = model.state
    if (isRight) return
    if (event.shiftKey && cursor !== null) model.selectColumns(cursor.active.column, column)
    else model.selectColumns(column, column)
  }

  const pressCell = (cell: Cell, event: React.PointerEvent, isRight: boolean) => {
    const { cursor } = model.state
    const { range } = model
    if (isRight && range !== null && isInside(cell, range)) return
    if (event.shiftKey && cursor !== null) model.select({ active: cursor.active, head: cell }, false)
    else model.select({ active: cell, head: cell }, false)
    model.view.show(cell)
    if (isRight) return
    const { active } = model.state.cursor!
    follow(
      (over) => {
        const head = { row: over.row, column: Math.max(0, over.column) }
        const now = model.state.cursor?.head
        const max = { row: model.size.rows - 1, column: model.size.columns - 1 }
        const kept = { row: Math.max(0, Math.min(max.row, head.row)), column: Math.min(max.column, head.column) }
        if (now?.row !== kept.row || now.column !== kept.column) model.select({ active, head: kept }, false)
      },
      () => {},
    )
  }

  const pressNumber = (index: number, event: React.PointerEvent, isRight: boolean) => {
    const { range } = model
    const isWhole = range !== null && range.left === 0 && range.right === model.size.columns - 1
    const isSelected = isWhole && index < model.rowCount && index >= range.top && index <= range.bottom
    if (isRight) {
      if (!isSelected) model.selectRows(index, index)
      return
    }
    if (event.shiftKey && model.state.cursor !== null) return model.selectRows(model.state.cursor.active.row, index)
    if (isSelected && canMoveRows) return moveRows(index, event)
    model.selectRows(index, index)
    follow(
      ({ row }) => model.selectRows(index, Math.max(0, Math.min(model.size.rows - 1, row))),
      () => {},
    )
  }

  /** Above, below or into another row, by where in it they are let go. */
  const moveRows = (index: number, press: React.PointerEvent) => {
    const rows = model.selection.rows
    const startY = press.clientY
    let isMoving = false
    follow(
      (over, event) => {
        isMoving ||= Math.abs(event.clientY - startY) > 4
        const element = scroller.current
        const row = model.rowAt(Math.max(0, Math.min(model.rowCount - 1, over.row)))
        if (!isMoving || element === null || row === undefined) return
        const y = event.clientY - element.getBoundingClientRect().top - ground.headHeight + element.scrollTop
        const part = y / ROW_HEIGHT - over.row
        const key = model.source.rowKey(row)
        const place = over.row >= model.rowCount || part > 0.7 ? 'after' : part < 0.3 ? 'before' : 'inside'
        model.dropTo(rows.includes(key) ? null : { row: key, place })
      },
      () => {
        const { drop } = model.state
        model.dropTo(null)
        if (!isMoving) model.selectRows(index, index)
        else if (drop !== null) {
          model.flush()
          model.source.onMoveRows?.(rows, drop)
        }
      },
    )
  }

  const onFillStart = (event: React.PointerEvent) => {
    event.preventDefault()
    event.stopPropagation()
    follow(
      (cell) => model.fillTo({ row: cell.row, column: Math.max(0, cell.column) }),
      () => model.fillEnds(),
    )
  }

  const onDoubleClick = (event: React.MouseEvent) => {
    const target = event.target as HTMLElement
    if (target.closest('[data-sheet-skip], [data-sheet-input]') !== null || target.closest('[data-column]') === null)
      return
    model.openOrPopup()
  }

  const onPointerOver = (event: React.PointerEvent) => {
    const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-column]')
    clearTimeout(resting.current)
    if (cell === null) return hide()
    const at = { row: Number(cell.parentElement?.dataset['row']), column: Number(cell.dataset['column']) }
    const row = model.rowAt(at.row)
    const column = model.columnAt(at.column)
    if (row === undefined || column?.hint === undefined || column.mark?.(row) === undefined) return hide()
    resting.current = setTimeout(() => setHovered(at), 350)
  }

  const hide = () => {
    clearTimeout(resting.current)
    resting.current = setTimeout(() => setHovered(null), 200)
  }
  const keepHint = useMemo(() => () => clearTimeout(resting.current), [])

  return { hovered, keepHint, onPointerDown, onPointerOver, onPointerLeave: hide, onDoubleClick, onFillStart }
}

function isOnScrollbar(event: React.PointerEvent, scroller: HTMLElement): boolean {
  const { left, top } = scroller.getBoundingClientRect()
  return event.clientX - left >= scroller.clientWidth || event.clientY - top >= scroller.clientHeight
}
