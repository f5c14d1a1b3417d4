import { MoreOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { Fact } from '../condition/facts.ts'
import { unitBeside } from '../condition/literal.ts'
import { MenuButton } from '../menu-button.tsx'
import { useWords } from '../words.ts'
import { type TableView, withoutColumn } from './table-view.ts'
import { tableWords } from './words.ts'

/** A column: what it asks about, and what can be done with it. The last column stays. */
export function ColumnHead({
  view,
  column,
  fact,
  onChange,
}: {
  view: TableView
  column: number
  fact: Fact | undefined
  onChange: (next: TableView) => void
}) {
  const w = useWords(tableWords)
  const name = fact?.label ?? view.columns[column]!
  const unit = fact === undefined ? undefined : unitBeside(fact)
  const items = [
    ...(column > 0 ? [{ key: 'left', label: w.left, onClick: () => onChange(swapped(view, column - 1)) }] : []),
    ...(column < view.columns.length - 1
      ? [{ key: 'right', label: w.right, onClick: () => onChange(swapped(view, column)) }]
      : []),
    ...(view.columns.length > 1
      ? [{ key: 'remove', label: w.removeColumn, onClick: () => onChange(withoutColumn(view, column)) }]
      : []),
  ]
  return (
    <th scope="col">
      <span className="table-column">
        <span title={name}>{name}</span>
        {unit !== undefined && <small>{unit}</small>}
        {items.length > 0 && (
          <MenuButton menu={{ items }}>
            <Button type="text" icon={<MoreOutlined />} title={w.columnMenu(name)} aria-label={w.columnMenu(name)} />
          </MenuButton>
        )}
      </span>
    </th>
  )
}

/** A column and the one after it change places. */
function swapped(view: TableView, column: number): TableView {
  const swap = <T,>(values: readonly T[]) =>
    values.map((each, index) =>
      index === column ? values[column + 1]! : index === column + 1 ? values[column]! : each,
    )
  return { columns: swap(view.columns), rows: view.rows.map((row) => ({ ...row, cells: swap(row.cells) })) }
}
