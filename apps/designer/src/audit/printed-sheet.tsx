import type { ScoreSheet } from '@yardstick/model'
import { type RefObject, useContext, useEffect, useRef } from 'react'
import { useTallRowsInView } from '../parts/sheet/use-tall-rows-in-view.ts'
import { useWords } from '../parts/words.ts'
import { FactList } from './fact-list.tsx'
import { Badges, Cell, Part } from './marked.tsx'
import { TOTAL } from './marks.ts'
import { MarksContext, useMarkClass } from './sheet-context.ts'
import {
  type LeafRow,
  type LevelCell,
  levelCells,
  type PrintedCell,
  type PrintedRow,
  rowOfCell,
  type SheetTable,
} from './sheet-table.ts'
import { auditWords } from './words.ts'

/** Longer tables are drawn as they are scrolled into view. */
const drawing = { most: 200, height: 44, heightOf: (row: Element) => row.getBoundingClientRect().height }

/** Frames in which a row that was far away is drawn. */
const FRAMES = 20

/** The 评分表 as printed: merged cells of the levels, points, standard, what is printed beside, score; the total below. */
export function PrintedSheet({
  sheet,
  table,
  cells,
  scroller,
}: {
  sheet: ScoreSheet
  table: SheetTable
  /** The cell of each finding. */
  cells: readonly string[]
  scroller: RefObject<HTMLElement | null>
}) {
  const w = useWords(auditWords)
  const { depth, has, rows } = table
  const { from, to, above, below, measure, goTo } = useTallRowsInView(rows.length, scroller, drawing)
  useScrollToFinding(cells, rows, goTo, scroller)
  const merged = levelCells(rows, from, to)
  const shown = rows.slice(from, to)
  const width = depth + 2 + Object.values(has).filter(Boolean).length
  return (
    <table className="audit-table" aria-rowcount={rows.length + 2} aria-label={w.table}>
      <thead>
        <tr>
          {Array.from({ length: depth }, (_, column) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns never move
            <th key={column} scope="col" className={column === depth - 1 ? 'audit-leaf' : 'audit-level'}>
              {depth === 1 ? w.indicator : w.level(column)}
            </th>
          ))}
          <th scope="col" className="audit-number">
            {w.points}
          </th>
          {has.target && <th scope="col">{w.target}</th>}
          {has.actual && <th scope="col">{w.actual}</th>}
          {has.standard && (
            <th scope="col" className="audit-standard">
              {w.standard}
            </th>
          )}
          {has.facts && (
            <th scope="col" className="audit-fact-column">
              {w.facts}
            </th>
          )}
          <th scope="col" className="audit-number">
            {w.score}
          </th>
          {has.rate && (
            <th scope="col" className="audit-number">
              {w.rate}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {above > 0 && <Gap columns={width} height={above} />}
        {shown.map((row, index) => (
          <Row key={row.pointer} row={row} index={from + index} merged={merged[index]!} has={has} measure={measure} />
        ))}
        {below > 0 && <Gap columns={width} height={below} />}
      </tbody>
      <tfoot>
        <Total sheet={sheet} table={table} />
      </tfoot>
    </table>
  )
}

function Row({
  row,
  index,
  merged,
  has,
  measure,
}: {
  row: LeafRow
  index: number
  merged: readonly LevelCell[]
  has: SheetTable['has']
  measure: ((row: HTMLTableRowElement | null) => void) | undefined
}) {
  return (
    <tr ref={measure} data-index={index} aria-rowindex={index + 2}>
      {merged.map((cell) => (
        <Branch key={cell.column} cell={cell} />
      ))}
      <Name row={row} />
      <Cell of={row.points} className="audit-number" />
      {has.target && <Cell of={row.target} className="audit-goal" />}
      {has.actual && <Cell of={row.actual} className="audit-goal" />}
      {has.standard && <Cell of={row.standard} className="audit-standard" />}
      {has.facts && (
        <td className="audit-fact-column">
          <FactList facts={row.facts} />
        </td>
      )}
      <Cell of={row.score} className="audit-number audit-score" />
      {has.rate && <Cell of={row.rate} className="audit-number" />}
    </tr>
  )
}

function Name({ row }: { row: LeafRow }) {
  const marked = useMarkClass(row.pointer)
  return (
    <th scope="row" colSpan={row.columns} className={`audit-leaf ${marked}`} data-cell={row.pointer}>
      {row.name}
      <Badges at={row.pointer} />
    </th>
  )
}

function Branch({ cell: { row, rows } }: { cell: LevelCell }) {
  const marked = useMarkClass(row.pointer)
  return (
    <th scope="rowgroup" rowSpan={rows} className={`audit-level ${marked}`} data-cell={row.pointer}>
      <div className="audit-branch">
        {row.name}
        <Badges at={row.pointer} />
        <BranchNumbers row={row} />
        <FactList facts={row.facts} />
      </div>
    </th>
  )
}

/** What a table prints in the rows of its branches. */
function BranchNumbers({ row }: { row: PrintedRow }) {
  const w = useWords(auditWords)
  const numbers: readonly (readonly [string, PrintedCell])[] = [
    [w.points, row.points],
    [w.score, row.score],
    [w.rate, row.rate],
  ]
  return (
    <span className="audit-branch-numbers">
      {numbers.map(([label, { pointer, text }]) =>
        text === undefined ? null : (
          <Part key={pointer} pointer={pointer}>
            <small>{label}</small> {text}
          </Part>
        ),
      )}
    </span>
  )
}

function Total({ sheet, table: { depth, has } }: { sheet: ScoreSheet; table: SheetTable }) {
  const w = useWords(auditWords)
  const { total, grade } = sheet.published
  const between = [has.target, has.actual, has.standard, has.facts].filter(Boolean).length
  const shownGrade = (
    <span className="audit-grade">
      <small>{w.grade}</small> <Part pointer="/published/grade">{typeof grade === 'string' ? grade : w.noGrade}</Part>
    </span>
  )
  return (
    <tr>
      <th scope="row" colSpan={depth}>
        {w.sum} {between === 0 && shownGrade}
      </th>
      <Cell of={{ pointer: '/fullScore', text: String(sheet.fullScore) }} className="audit-number" />
      {between > 0 && <td colSpan={between}>{shownGrade}</td>}
      <Cell
        of={{ pointer: TOTAL, text: total === null ? undefined : String(total) }}
        className="audit-number audit-score"
      />
      {has.rate && <td />}
    </tr>
  )
}

function Gap({ columns, height }: { columns: number; height: number }) {
  return (
    <tr>
      <td colSpan={columns} style={{ height, padding: 0, border: 0 }} />
    </tr>
  )
}

/** The cell of the finding that is looked at comes into view, wherever it is in the table. */
function useScrollToFinding(
  cells: readonly string[],
  rows: readonly LeafRow[],
  goTo: (index: number) => void,
  scroller: RefObject<HTMLElement | null>,
): void {
  const { at } = useContext(MarksContext)
  const wanted = useRef({ cells, rows, goTo })
  wanted.current = { cells, rows, goTo }
  useEffect(() => {
    const { cells, rows, goTo } = wanted.current
    const cell = cells[at]
    if (cell === undefined) return
    const row = rowOfCell(rows, cell)
    if (row >= 0) goTo(row)
    let frame = 0
    const show = (frames: number) => {
      const found = scroller.current?.querySelector(`[data-cell="${CSS.escape(cell)}"]`)
      if (found != null) found.scrollIntoView({ block: 'center', inline: 'nearest' })
      else if (frames > 0) frame = requestAnimationFrame(() => show(frames - 1))
    }
    show(FRAMES)
    return () => cancelAnimationFrame(frame)
  }, [at, scroller])
}
