import { DeleteOutlined, SplitCellsOutlined } from '@ant-design/icons'
import { type BandsScoring, Exact } from '@yardstick/model'
import { Button } from 'antd'
import { announce } from '../announce.ts'
import { EdgeField } from '../field/edge-field.tsx'
import { signWords } from '../sign-words.ts'
import { useWords } from '../words.ts'
import { BandStrip } from './band-strip.tsx'
import {
  type BandRow,
  bandRows,
  type EdgeValue,
  merged,
  split,
  withEdge,
  withIncluded,
  withScore,
} from './band-table.ts'
import type { RuleEditing } from './editing.ts'
import { ScoreField } from './score-field.tsx'
import { methodWords } from './words.ts'

/** Bands as a table, best first as published tables print them; the one the sample falls in is lit. */
export function BandsEditor({ scoring, leaf, view, onChange }: RuleEditing<BandsScoring>) {
  const w = useWords(methodWords)
  const signs = useWords(signWords)
  const ratioUnit = Exact.fromText(view?.curve?.ratioUnit ?? '1')!
  const edgeValue: EdgeValue = (edge) => (edge.endsWith('%') ? Exact.of(edge).over(ratioUnit) : Exact.of(edge))
  const set = (next: BandsScoring | undefined) => {
    if (next === undefined) announce(w.bandBad)
    else onChange({ scoring: next })
  }
  const rows = bandRows(scoring)
  const isDate = view?.context.valueType === 'date'
  const hit = view?.curve?.at?.piece
  const isBestLast = pointsIn(rows.at(-1)!.score, leaf.points) >= pointsIn(rows[0]!.score, leaf.points)
  const listed = isBestLast ? [...rows].reverse() : rows
  return (
    <div className={`method-bands ${isDate ? 'method-bands-days' : ''}`}>
      <BandStrip rows={rows} points={leaf.points} hit={hit} unit={view?.context.unit} type={view?.context.valueType} />
      <table className="method-table">
        <thead>
          <tr>
            <th>{w.bandFrom}</th>
            <th>{w.bandTo}</th>
            <th>{w.bandScore}</th>
            <th aria-label={w.remove} />
          </tr>
        </thead>
        <tbody>
          {listed.map((row) => (
            <tr
              key={row.index}
              className={hit === row.index + 1 ? 'method-hit' : ''}
              title={hit === row.index + 1 ? w.bandHere : undefined}
            >
              <td>
                <Edge
                  index={row.index}
                  edge={row.from}
                  isIncluded={row.includesFrom}
                  isDate={isDate}
                  onEdge={(next) => set(withEdge(scoring, row.index, next, edgeValue))}
                  onIncluded={(next) => set(withIncluded(scoring, row.index, next))}
                />
              </td>
              <td>
                <Edge
                  index={row.index + 1}
                  edge={row.to}
                  isIncluded={row.includesTo}
                  isDate={isDate}
                  onEdge={(next) => set(withEdge(scoring, row.index + 1, next, edgeValue))}
                  onIncluded={(next) => set(withIncluded(scoring, row.index + 1, !next))}
                />
              </td>
              <td>
                <ScoreField
                  value={row.score}
                  label={`${rowName(row, signs)} ${w.bandScore}`}
                  onCommit={(next) => set(withScore(scoring, row.index, next))}
                />
              </td>
              <td className="method-buttons">
                <Button
                  type="text"
                  icon={<SplitCellsOutlined />}
                  title={w.bandSplit}
                  aria-label={`${w.bandSplit} ${rowName(row, signs)}`}
                  onClick={() => set(split(scoring, row.index, edgeValue))}
                />
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  title={w.bandRemove}
                  aria-label={`${w.bandRemove} ${rowName(row, signs)}`}
                  disabled={scoring.bands.length < 2}
                  onClick={() => set(merged(scoring, row.index))}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Edge({
  index,
  edge,
  isIncluded,
  isDate,
  onEdge,
  onIncluded,
}: {
  index: number
  edge: string | undefined
  isIncluded: boolean
  isDate: boolean
  onEdge: (next: string) => void
  onIncluded: (next: boolean) => void
}) {
  const w = useWords(methodWords)
  if (edge === undefined) return <span className="method-note">{w.noLower}</span>
  return (
    <span className="method-edge">
      <EdgeField value={edge} isDate={isDate} onCommit={onEdge} label={`${w.bandFrom} ${index + 1}`} />
      <button
        type="button"
        className="method-included"
        aria-pressed={isIncluded}
        title={w.include(edge, isIncluded)}
        aria-label={w.include(edge, isIncluded)}
        onClick={() => onIncluded(!isIncluded)}
      >
        {w.bandIncluded}
      </button>
    </span>
  )
}

function rowName({ from = '', to = '' }: BandRow, signs: { range(from: string, to: string): string }): string {
  return signs.range(from, to)
}

/** For colours and order only. */
function pointsIn(score: string, points: string): number {
  const value = Number.parseFloat(score)
  return score.endsWith('%') ? (value / 100) * Number(points) : value
}
