import type { Indicator } from '@yardstick/model'
import { type Ref, useImperativeHandle, useRef, useState } from 'react'
import { CopyAddress, ScoreSteps } from '../../parts/explanation/score-steps.tsx'
import { useTallRowsInView } from '../../parts/sheet/use-tall-rows-in-view.ts'
import { useWords } from '../../parts/words.ts'
import { Choices } from './choices.tsx'
import { DataCell } from './data-cell.tsx'
import { useDesk } from './desk-context.ts'
import { PanelList } from './panel-list.tsx'
import { ReasonCell } from './reason-cell.tsx'
import { ScoreCell } from './score-cell.tsx'
import { type LevelCell, levelCells, type ScoreRow } from './sheet-rows.ts'
import { deskWords } from './words.ts'

/** Longer tables are drawn as they are scrolled into view. */
const drawing = { most: 150, height: 84, heightOf }

const LEVEL_WIDTH = 88
const LEAF_WIDTH = 132

export interface SheetHandle {
  /** Goes to the field of a judged row, wherever it is in the table. */
  goTo(indicator: string): void
}

/** Frames in which a row that was far away is drawn. */
const FRAMES = 20

/** The 评分表: merged cells of the levels, points, standard, data, score, reason. */
export function ScoreSheet({ ref }: { ref: Ref<SheetHandle> }) {
  const w = useWords(deskWords)
  const { table, may } = useDesk()
  const { depth, rows } = table
  const scroller = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const { from, to, above, below, measure, goTo } = useTallRowsInView(rows.length, scroller, drawing)
  useImperativeHandle(ref, () => ({
    goTo(id) {
      goTo(rows.findIndex(({ leaf }) => leaf.id === id))
      const focus = (frames: number) => {
        const place = `tr[data-indicator="${CSS.escape(id)}"] [data-field="score"]`
        const field = scroller.current?.querySelector<HTMLElement>(place)
        field?.focus({ preventScroll: true })
        field?.scrollIntoView({ block: 'center' })
        if (field == null && frames > 0) requestAnimationFrame(() => focus(frames - 1))
      }
      focus(FRAMES)
    },
  }))
  const cells = levelCells(rows, from, to)
  const shown = rows.slice(from, to)
  const linesOf = (row: ScoreRow) => (open.has(row.leaf.id) ? 2 : 1)
  const lefts = Array.from({ length: depth }, (_, column) => column * LEVEL_WIDTH)
  const toggle = (id: string) =>
    setOpen((before) => {
      const next = new Set(before)
      if (!next.delete(id)) next.add(id)
      return next
    })
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by the keyboard too
    <section className="desk-scroller" ref={scroller} tabIndex={0} aria-label={w.sheet}>
      <table className={`desk-table ${may.overridden ? 'desk-overriding' : ''}`} aria-rowcount={rows.length + 1}>
        <colgroup>
          {lefts.map((left, column) => (
            <col key={left} style={{ width: column === depth - 1 ? LEAF_WIDTH : LEVEL_WIDTH }} />
          ))}
          <col style={{ width: 54 }} />
          <col className="desk-col-standard" />
          <col className="desk-col-data" />
          <col style={{ width: 132 }} />
          <col className="desk-col-reason" />
        </colgroup>
        <thead>
          <tr>
            {lefts.map((left, column) => (
              <th key={left} scope="col" className="desk-level" style={{ left }}>
                {depth === 1 ? w.indicator : w.level(column)}
              </th>
            ))}
            <th scope="col" className="desk-points">
              {w.points}
            </th>
            <th scope="col">{w.standard}</th>
            <th scope="col">
              <DataHead />
            </th>
            <th scope="col">{w.score}</th>
            <th scope="col">{w.reason}</th>
          </tr>
        </thead>
        <tbody>
          {above > 0 && <Gap columns={depth + 5} height={above} />}
          {shown.map((row, index) => {
            const id = row.leaf.id
            return (
              <Row
                key={id}
                row={row}
                index={from + index}
                cells={cells[index]!}
                spanOf={({ rows: count }) => sum(shown.slice(index, index + count).map(linesOf))}
                lefts={lefts}
                isOpen={open.has(id)}
                onToggle={() => toggle(id)}
                measure={measure}
              />
            )
          })}
          {below > 0 && <Gap columns={depth + 5} height={below} />}
        </tbody>
      </table>
    </section>
  )
}

function Row({
  row,
  index,
  cells,
  spanOf,
  lefts,
  isOpen,
  onToggle,
  measure,
}: {
  row: ScoreRow
  index: number
  cells: readonly LevelCell[]
  spanOf: (cell: LevelCell) => number
  lefts: readonly number[]
  isOpen: boolean
  onToggle: () => void
  measure: ((row: HTMLTableRowElement | null) => void) | undefined
}) {
  const w = useWords(deskWords)
  const { results, texts } = useDesk()
  const { leaf, above } = row
  const lines = isOpen ? 2 : 1
  const result = results.get(leaf.id)
  return (
    <>
      <tr ref={measure} data-index={index} data-indicator={leaf.id} aria-rowindex={index + 2}>
        {cells.map((cell) => (
          <th
            key={cell.column}
            scope="rowgroup"
            className="desk-level desk-branch"
            rowSpan={spanOf(cell)}
            style={{ left: lefts[cell.column] }}
          >
            <Branch of={cell.indicator} />
          </th>
        ))}
        <th
          scope="row"
          className="desk-level desk-leaf"
          rowSpan={lines}
          colSpan={row.columns}
          style={{ left: lefts[above.length] }}
        >
          {leaf.code !== undefined && <small>{leaf.code} </small>}
          {leaf.name}
          {leaf.core === true && <span className="badge badge-accent">{w.core}</span>}
          {leaf.kind === 'bonus' && <span className="badge">{w.bonus}</span>}
        </th>
        <td className="desk-points" rowSpan={lines}>
          {leaf.points}
        </td>
        <td className="desk-standard">
          <Standard row={row} text={result?.standard ?? texts.leaves[leaf.id]?.standard} />
        </td>
        <td className="desk-data">
          <DataCell row={row} />
          <Choices leaf={leaf} />
          <PanelList leaf={leaf} />
        </td>
        <td className="desk-score-cell">
          <ScoreCell row={row} />
        </td>
        <td className="desk-reason">
          <ReasonCell row={row} isOpen={isOpen} onToggle={onToggle} />
        </td>
      </tr>
      {isOpen && result !== undefined && (
        <tr className="desk-steps">
          <td colSpan={4}>
            <ScoreSteps result={result} />
            <CopyAddress address={result.address} />
          </td>
        </tr>
      )}
    </>
  )
}

/** The author's own wording first, where there is one: it is what was published. */
function Standard({ row: { leaf }, text }: { row: ScoreRow; text: string | undefined }) {
  const { scoring } = leaf
  const own = leaf.standard
  if (scoring.method !== 'checklist' || own !== undefined) return <>{own ?? text}</>
  return (
    <ol className="desk-criteria">
      {scoring.elements.map((element) => (
        <li key={element.id}>
          {element.text} <small>{element.score}</small>
        </li>
      ))}
    </ol>
  )
}

function Branch({ of }: { of: Indicator }) {
  const w = useWords(deskWords)
  const { results } = useDesk()
  const score = results.get(of.id)?.score
  return (
    <div className="desk-branch-name">
      {of.code !== undefined && <small>{of.code} </small>}
      {of.name}
      {of.kind === 'bonus' && <span className="badge">{w.bonus}</span>}
      <span className="desk-subtotal">{score == null ? of.points : w.subtotal(score, of.points)}</span>
    </div>
  )
}

function DataHead() {
  const w = useWords(deskWords)
  const { may } = useDesk()
  return (
    <span className="desk-line desk-data-head">
      <span>{w.data}</span>
      <small>{w.reported}</small>
      <small>{w.verified}</small>
      {may.overridden && <small>{w.layers.overridden}</small>}
    </span>
  )
}

function Gap({ columns, height }: { columns: number; height: number }) {
  return (
    <tr>
      <td colSpan={columns} style={{ height, padding: 0, border: 0 }} />
    </tr>
  )
}

/** With the steps that are unfolded below it. */
function heightOf(row: Element): number {
  const steps = row.nextElementSibling
  const own = row.getBoundingClientRect().height
  return steps?.classList.contains('desk-steps') === true ? own + steps.getBoundingClientRect().height : own
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, each) => all + each, 0)
}
