import { CheckOutlined, CopyOutlined, DeleteOutlined, QuestionOutlined, WarningOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { announce } from '../announce.ts'
import { useWords } from '../words.ts'
import { moveRow, type TableView } from './table-view.ts'
import type { HitRows } from './use-hit-rows.ts'
import { tableWords } from './words.ts'

/** A row's number: dragged with the mouse, moved with Alt and the arrows; with the sample's mark and what is wrong. */
export function RowHead({
  index,
  hit,
  warning,
  view,
  onChange,
  onDragStart,
}: {
  index: number
  hit: HitRows['rows'][number] | undefined
  warning: string | undefined
  view: TableView
  onChange: (next: TableView) => void
  onDragStart: (event: React.DragEvent) => void
}) {
  const w = useWords(tableWords)
  const onKeyDown = (event: React.KeyboardEvent<HTMLButtonElement>) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    const to = index + (by ?? 0)
    if (!event.altKey || by === undefined || to < 0 || to >= view.rows.length) return
    event.preventDefault()
    onChange(moveRow(view, index, by > 0 ? to + 1 : to))
    announce(w.row(to + 1))
    event.currentTarget.closest('tbody')?.querySelector<HTMLElement>(`[data-table-row="${to}"] .table-grip`)?.focus()
  }
  return (
    <th scope="row" className="table-row-head">
      <button
        type="button"
        className="table-grip"
        draggable
        title={warning ?? w.moveRow}
        aria-label={`${w.row(index + 1)}. ${warning ?? w.moveRow}`}
        onDragStart={onDragStart}
        onKeyDown={onKeyDown}
      >
        {index + 1}
        {hit === 'hit' && <CheckOutlined />}
        {hit === 'unknown' && <QuestionOutlined />}
        {warning !== undefined && <WarningOutlined className="table-warning" />}
      </button>
    </th>
  )
}

/** Copy and delete; the last row stays. */
export function RowTools({
  view,
  index,
  onChange,
}: {
  view: TableView
  index: number
  onChange: (next: TableView) => void
}) {
  const w = useWords(tableWords)
  const { rows } = view
  const name = w.row(index + 1)
  const copy = () => onChange({ ...view, rows: [...rows.slice(0, index + 1), rows[index]!, ...rows.slice(index + 1)] })
  return (
    <td className="table-tools">
      <Button
        type="text"
        icon={<CopyOutlined />}
        title={w.duplicateRow}
        aria-label={`${w.duplicateRow} ${name}`}
        onClick={copy}
      />
      <Button
        type="text"
        icon={<DeleteOutlined />}
        title={w.removeRow}
        aria-label={`${w.removeRow} ${name}`}
        disabled={rows.length === 1}
        onClick={() => onChange({ ...view, rows: rows.filter((_, each) => each !== index) })}
      />
    </td>
  )
}
