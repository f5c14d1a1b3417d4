import { QuestionCircleFilled } from '@ant-design/icons'
import type { ImportedRow } from '@yardstick/exchange/import-table'
import { printMethodBrief, printTarget } from '@yardstick/wording'
import { type KeyboardEvent, memo, type RefObject, useMemo } from 'react'
import { useLanguage, useWords } from '../../parts/words.ts'
import { importWords } from '../words.ts'
import { HEAD, ROW, useRowsShown } from './use-rows-shown.ts'

/**
 * What was read of their sheet: the tree with points, targets and methods in our words. The keys go through it row by row;
 * where something is open a mark says so, and where something was filled in it stands in italics.
 */
export function OurTree({
  scroller,
  rows,
  chosen,
  pointed,
  asked,
  onPoint,
  onChoose,
}: {
  scroller: RefObject<HTMLDivElement | null>
  rows: readonly ImportedRow[]
  /** Ids of our rows. */
  chosen: string | null
  /** A row of the sheet; several of ours may come from it. */
  pointed: number | null
  /** Indicators that something open is asked of. */
  asked: ReadonlySet<string>
  onPoint: (row: number | null) => void
  onChoose: (id: string) => void
}) {
  const w = useWords(importWords)
  const shown = useRowsShown(scroller, rows.length)
  const index = useMemo(() => rows.findIndex(({ id }) => id === chosen), [rows, chosen])
  const onKeyDown = (event: KeyboardEvent) => {
    const room = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW) - 2)
    const to = { ArrowDown: index + 1, ArrowUp: index - 1, PageDown: index + room, PageUp: index - room }[event.key]
    const next = event.key === 'Home' ? 0 : event.key === 'End' ? rows.length - 1 : to
    if (next === undefined || rows.length === 0) return
    event.preventDefault()
    onChoose(rows[Math.max(0, Math.min(next, rows.length - 1))]!.id)
  }
  return (
    <div
      ref={scroller}
      className="import-scroll"
      role="treegrid"
      aria-label={w.ours}
      aria-rowcount={rows.length + 1}
      aria-readonly="true"
      tabIndex={0}
      {...(index >= shown.from && index < shown.to ? { 'aria-activedescendant': `import-${chosen}` } : {})}
      onKeyDown={onKeyDown}
    >
      <div
        className="import-tree"
        role="presentation"
        style={{ height: HEAD + rows.length * ROW }}
        onMouseLeave={() => onPoint(null)}
      >
        <TreeHead />
        {rows.slice(shown.from, shown.to).map((row, at) => (
          <TreeRow
            key={row.id}
            row={row}
            index={shown.from + at}
            isChosen={row.id === chosen}
            isPointed={row.row.sourceRow === pointed}
            isAsked={asked.has(row.id)}
            onPoint={onPoint}
            onChoose={onChoose}
          />
        ))}
      </div>
    </div>
  )
}

function TreeHead() {
  const { columns } = useWords(importWords)
  return (
    <div role="row" aria-rowindex={1} className="import-columns">
      {(['name', 'points', 'target', 'rule'] as const).map((column) => (
        <span key={column} role="columnheader" className={`import-is-${column === 'name' ? 'tree' : column}`}>
          {columns[column]}
        </span>
      ))}
    </div>
  )
}

const TreeRow = memo(function TreeRow({
  row: { row, id, points, pointsFrom, isBonus, rule },
  index,
  isChosen,
  isPointed,
  isAsked,
  onPoint,
  onChoose,
}: {
  row: ImportedRow
  index: number
  isChosen: boolean
  isPointed: boolean
  isAsked: boolean
  onPoint: (row: number | null) => void
  onChoose: (id: string) => void
}) {
  const w = useWords(importWords)
  const language = useLanguage()
  const target = rule?.target === undefined ? '' : printTarget(rule.target, language)
  const brief = rule === undefined ? '' : printMethodBrief(rule.scoring, language, { points, target: rule.target })
  const state = `${isChosen ? ' import-chosen' : ''}${isPointed ? ' import-pointed' : ''}`
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: as above
    <div
      role="row"
      id={`import-${id}`}
      aria-rowindex={index + 2}
      aria-level={row.level}
      aria-selected={isChosen}
      className={`import-row${rule === undefined ? ' import-branch' : ''}${state}`}
      style={{ top: HEAD + index * ROW, height: ROW }}
      onMouseEnter={() => onPoint(row.sourceRow)}
      onClick={() => onChoose(id)}
    >
      <span role="gridcell" style={{ paddingInlineStart: 6 + (row.level - 1) * 14 }} title={row.name}>
        {row.name}
        {isBonus && <em className="import-tag">{w.bonus}</em>}
      </span>
      <span
        role="gridcell"
        className={pointsFrom === 'table' ? 'import-points' : 'import-points import-derived'}
        title={w.pointsFrom[pointsFrom]}
      >
        {points}
      </span>
      <span role="gridcell" title={target}>
        {target}
      </span>
      <span role="gridcell" className="import-rule" title={brief}>
        {rule !== undefined && <i className={`import-from import-from-${rule.from}`} title={w.from[rule.from]} />}
        <span>{brief}</span>
        {isAsked && <QuestionCircleFilled className="import-mark" aria-label={w.hasQuestion} />}
      </span>
    </div>
  )
})
