import { type DragEvent, useRef, useState } from 'react'
import { moveRow, type TableView } from './table-view.ts'

/** Rows dragged by their numbers; a line shows between which two the row would fall. */
export function useRowDrag(view: TableView, onChange: (next: TableView) => void) {
  const dragged = useRef<number | null>(null)
  const [gap, setGap] = useState<number | null>(null)
  const end = () => {
    dragged.current = null
    setGap(null)
  }
  return {
    markOf: (index: number) =>
      gap === index ? 'table-drop-before' : gap === view.rows.length && index === gap - 1 ? 'table-drop-after' : '',
    onDragStart(index: number, event: DragEvent) {
      dragged.current = index
      event.dataTransfer.effectAllowed = 'move'
      event.dataTransfer.setData('text/plain', '')
      event.stopPropagation()
    },
    onDragOver(event: DragEvent) {
      if (dragged.current === null) return
      const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-table-row]') : null
      if (row === null) return
      event.preventDefault()
      const index = Number(row.dataset['tableRow'])
      const { top, bottom } = row.getBoundingClientRect()
      setGap(event.clientY < (top + bottom) / 2 ? index : index + 1)
    },
    onDrop(event: DragEvent) {
      const [from, to] = [dragged.current, gap]
      end()
      if (from === null || to === null) return
      event.preventDefault()
      if (to !== from && to !== from + 1) onChange(moveRow(view, from, to))
    },
    onDragEnd: end,
  }
}
