import { Exact, sum } from '@yardstick/model'
import { showRate } from '@yardstick/wording'
import { useWords } from '../parts/words.ts'
import type { Weighed } from './new-points.ts'
import { weightWords } from './words.ts'

/** Old and new points side by side, as bars of one scale. */
export function Preview({
  weighed: { children, points: whole },
  points,
}: {
  weighed: Weighed
  points: readonly Exact[] | undefined
}) {
  const w = useWords(weightWords)
  if (points === undefined) return <p className="weights-note">{w.nothing}</p>
  const own = children.map((child) => Exact.of(child.points))
  const most = [...own, ...points].reduce((one, other) => one.max(other))
  const widthOf = (value: Exact) => (most.sign === 0 ? '0%' : showRate(value.over(most), 4))
  const total = sum(points)
  return (
    <>
      <table className="weights-table weights-preview">
        <thead>
          <tr>
            <td />
            <th scope="col">{w.old}</th>
            <th scope="col">{w.new}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {children.map((child, index) => {
            const [before, after] = [own[index]!, points[index]!]
            const change = after.minus(before)
            return (
              <tr key={child.id}>
                <th scope="row" title={child.name}>
                  <span>{child.name}</span>
                </th>
                <td className="weights-number">{before.toText()}</td>
                <td className={`weights-number ${change.sign === 0 ? '' : 'weights-changed'}`}>{after.toText()}</td>
                <td className="weights-bars" aria-hidden="true">
                  <i className="weights-bar-old" style={{ width: widthOf(before) }} />
                  <i className="weights-bar-new" style={{ width: widthOf(after) }} />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <p className={total.equals(whole) ? 'weights-sum' : 'weights-note'}>{w.total(total.toText())}</p>
    </>
  )
}
