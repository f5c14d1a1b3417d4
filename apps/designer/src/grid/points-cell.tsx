import { CheckOutlined } from '@ant-design/icons'
import { Exact, type Language } from '@yardstick/model'
import type { IndicatorRow } from './rows.ts'
import { gridWords } from './words.ts'

/** Points; of a branch with the bar 已分/应分: full a green tick, under a hatched remainder, over red. */
export function PointsCell({ row: { node, given }, language }: { row: IndicatorRow; language: Language }) {
  if (given === undefined) return <span className="grid-number">{node.points}</span>
  const w = gridWords[language]
  const left = Exact.of(node.points).minus(Exact.of(given))
  const label = w.pointsBar(given, node.points)
  return (
    <span className="grid-points" title={label}>
      {left.sign === 0 ? (
        <span className="grid-bar-full">
          <CheckOutlined aria-label={label} />
        </span>
      ) : (
        <span className={left.sign > 0 ? 'grid-bar grid-bar-short' : 'grid-bar grid-bar-over'}>
          <span className="grid-bar-given" style={{ width: `${share(given, node.points)}%` }} />
          <span className="grid-bar-text">
            {left.sign > 0 ? w.short(left.toText()) : w.over(left.negated().toText())}
          </span>
        </span>
      )}
      <span className="grid-number">{node.points}</span>
    </span>
  )
}

/** In percent, for drawing only. */
function share(given: string, points: string): number {
  const whole = Number(points)
  return whole <= 0 ? 100 : Math.min(100, (Number(given) / whole) * 100)
}
