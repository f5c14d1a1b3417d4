import { DeleteOutlined, HolderOutlined, MoreOutlined } from '@ant-design/icons'
import { Button, type MenuProps } from 'antd'
import { announce } from '../announce.ts'
import { MenuButton } from '../menu-button.tsx'
import { useWords } from '../words.ts'
import type { Draft } from './draft.ts'
import { type Direction, duplicate, find, remove, step, unwrap, wrap } from './draft-moves.ts'
import { useEditing } from './editing.ts'
import { conditionWords } from './words.ts'

/** The grip of a row: dragged with the mouse, moved with Alt and the arrow keys. */
export function RowGrip({ row }: { row: Draft }) {
  const w = useWords(conditionWords)
  const { onDragStart } = useEditing()
  return (
    <button
      type="button"
      className="condition-grip"
      draggable
      data-grip={row.key}
      title={w.move}
      aria-label={w.move}
      onDragStart={(event) => onDragStart(row.key, event)}
    >
      <HolderOutlined />
    </button>
  )
}

/** What can be done with a row besides editing it. */
export function RowMenu({ row, onSave, extra = [] }: { row: Draft; onSave?: () => void; extra?: MenuItem[] }) {
  const w = useWords(conditionWords)
  const { root, take } = useEditing()
  const move = useMove(row.key)
  const copy = () => {
    const made = duplicate(root, row.key)
    if (made !== undefined) take(made.root, { focus: made.copy })
  }
  const items: MenuItem[] = [
    { key: 'duplicate', label: w.duplicate, onClick: copy },
    { key: 'wrap', label: w.wrap, onClick: () => take(wrap(root, row.key)) },
    ...(row.type === 'group' ? [{ key: 'unwrap', label: w.unwrap, onClick: () => take(unwrap(root, row.key)) }] : []),
    ...(['up', 'down', 'out', 'into'] as const)
      .filter((direction) => step(root, row.key, direction) !== root)
      .map((direction) => ({ key: direction, label: w[direction], onClick: () => move(direction) })),
    ...(onSave === undefined ? [] : [{ key: 'save', label: w.save, onClick: onSave }]),
    ...extra,
  ]
  return (
    <span className="condition-tools">
      <MenuButton menu={{ items }}>
        <Button type="text" icon={<MoreOutlined />} title={w.more} aria-label={w.more} />
      </MenuButton>
      <Button
        type="text"
        icon={<DeleteOutlined />}
        title={w.remove}
        aria-label={w.remove}
        onClick={() => take(remove(root, row.key))}
      />
    </span>
  )
}

export type MenuItem = NonNullable<MenuProps['items']>[number]

/** Moves a row one step, keeps the focus on it and says where it stands. */
function useMove(key: string): (direction: Direction) => void {
  const w = useWords(conditionWords)
  const { root, take } = useEditing()
  return (direction) => {
    const next = step(root, key, direction)
    if (next === root) return
    take(next, { focus: key })
    const found = find(next, key)
    if (found !== undefined) announce(w.moved(found.index + 1, found.parent.members.length))
  }
}

/** Alt and an arrow key anywhere in a row. */
export function useMoveKeys(key: string): (event: React.KeyboardEvent) => void {
  const move = useMove(key)
  return (event) => {
    const direction = DIRECTIONS[event.key]
    if (!event.altKey || event.ctrlKey || event.shiftKey || direction === undefined) return
    event.preventDefault()
    event.stopPropagation()
    move(direction)
  }
}

const DIRECTIONS: { readonly [key: string]: Direction } = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'out',
  ArrowRight: 'into',
}
