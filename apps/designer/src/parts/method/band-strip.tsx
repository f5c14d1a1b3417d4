import type { ItemType } from '@yardstick/model'
import { Exact } from '@yardstick/model'
import { showValue } from '@yardstick/wording'
import { useLanguage } from '../words.ts'
import type { BandRow } from './band-table.ts'

/** The bands as a coloured number line: the more points, the deeper the colour. */
export function BandStrip({
  rows,
  points,
  hit,
  unit,
  type,
}: {
  rows: readonly BandRow[]
  points: string
  /** Piece of the curve the sample falls on. */
  hit: number | undefined
  unit: string | undefined
  type: ItemType | undefined
}) {
  const language = useLanguage()
  const share = (score: string) => {
    const value = Number.parseFloat(score)
    return Math.min(1, Math.max(0, score.endsWith('%') ? value / 100 : value / (Number(points) || 1)))
  }
  const shown = (edge: string) =>
    edge.endsWith('%') ? edge : showValue(Exact.of(edge), { type: type === 'date' ? 'date' : 'number', unit }, language)
  return (
    <div className="method-strip" aria-hidden="true">
      {rows.map((row) => {
        const isPoint = row.from !== undefined && row.from === row.to
        return (
          <div
            key={row.index}
            className={`method-strip-band ${isPoint ? 'method-strip-point' : ''} ${hit === row.index + 1 ? 'method-strip-hit' : ''}`}
          >
            <span className="method-strip-colour" style={{ opacity: 0.12 + 0.78 * share(row.score) }} />
            <span className="method-strip-score">{row.score}</span>
            {row.from !== undefined && !isPoint && <span className="method-strip-edge">{shown(row.from)}</span>}
          </div>
        )
      })}
    </div>
  )
}
