import { LockFilled } from '@ant-design/icons'
import { memo, type ReactNode, useEffect, useId, useRef } from 'react'
import { isComposing } from '../../parts/field/is-composing.ts'
import { useWords } from '../../parts/words.ts'
import type { SideRow } from './rows.ts'
import { sideWords } from './words.ts'

/** The rows, one of which is looked at: ↑ and ↓ go through them, digits choose for it. */
export function RowList({
  rows,
  active,
  onActive,
  onDigit,
  mark,
}: {
  rows: readonly SideRow[]
  active: string | undefined
  onActive: (key: string) => void
  /** From 1 on. */
  onDigit: (row: SideRow, digit: number) => void
  /** What the row takes now, in a word. */
  mark: (row: SideRow) => ReactNode
}) {
  const w = useWords(sideWords)
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const index = rows.findIndex((row) => row.key === active)
  useEffect(() => {
    if (index >= 0) list.current?.children[index]?.scrollIntoView({ block: 'nearest' })
  }, [index])
  const go = (to: number) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, to))]
    if (row !== undefined) onActive(row.key)
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (isComposing(event) || event.altKey || event.ctrlKey || event.metaKey) return
    const row = rows[index]
    if (row !== undefined && /^[1-9]$/.test(event.key)) {
      event.preventDefault()
      onDigit(row, Number(event.key))
      return
    }
    const to = STEPS[event.key]?.(index, rows.length)
    if (to === undefined) return
    event.preventDefault()
    go(to)
  }
  return (
    <div
      ref={list}
      className="pair-list"
      role="listbox"
      aria-label={w.rows}
      tabIndex={0}
      aria-activedescendant={index < 0 ? undefined : `${id}-${index}`}
      onKeyDown={onKeyDown}
    >
      {rows.map((row, at) => (
        <Row
          key={row.key}
          id={`${id}-${at}`}
          row={row}
          isActive={at === index}
          mark={mark(row)}
          onActive={onActive}
          part={w.parts[row.of]}
        />
      ))}
    </div>
  )
}

const PAGE = 12
const STEPS: { readonly [key: string]: (index: number, count: number) => number } = {
  ArrowDown: (index) => index + 1,
  ArrowUp: (index) => index - 1,
  PageDown: (index) => index + PAGE,
  PageUp: (index) => index - PAGE,
  Home: () => 0,
  End: (_, count) => count - 1,
}

const Row = memo(function Row({
  id,
  row,
  isActive,
  mark,
  onActive,
  part,
}: {
  id: string
  row: SideRow
  isActive: boolean
  mark: ReactNode
  onActive: (key: string) => void
  part: string
}) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the focus and its keys
    // biome-ignore lint/a11y/useFocusableInteractive: it is active by the list's `aria-activedescendant`
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      className={`pair-item pair-${row.changed}`}
      title={row.where.join(' / ')}
      onClick={() => onActive(row.key)}
    >
      {row.of !== 'indicator' && <span className="pair-part">{part}</span>}
      <span className="pair-name">{row.name}</span>
      {row.lockedBy !== undefined && <LockFilled className="pair-lock" />}
      <span className="pair-mark">{mark}</span>
    </div>
  )
})
