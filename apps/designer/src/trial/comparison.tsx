import { Exact, type IndicatorResult } from '@yardstick/model'
import { useShallow } from 'zustand/shallow'
import { indicatorStateText } from '../parts/explanation/state-text.ts'
import { useWords } from '../parts/words.ts'
import { newestScores } from '../store/results.ts'
import { useDesigner } from '../store/use-designer.ts'
import { ComparisonChart } from './comparison-chart.tsx'
import { selectIndicator } from './sample-actions.ts'
import { SamplePicker } from './sample-picker.tsx'
import { signed } from './total-card.tsx'
import { viewWords } from './view-words.ts'
import { trialWords } from './words.ts'

/** A | B: every indicator's score in both samples, and what one has more than the other. */
export function Comparison() {
  const w = useWords(viewWords)
  const t = useWords(trialWords)
  const a = useDesigner(newestScores)
  const b = useDesigner(({ view, results }) => (view.pinned === null ? null : results.pinned))
  const active = useDesigner(({ view }) => view.selection.active)
  const names = useDesigner(
    useShallow(({ design, view }): [string, string] => {
      const nameOf = (index: number | null) => design?.scheme.cases?.[index ?? -1]?.name ?? ''
      return [nameOf(view.sample), nameOf(view.pinned)]
    }),
  )
  const other = new Map(b?.indicators.map((each) => [each.id, each]))
  return (
    <div className="trial-comparison">
      <div className="trial-comparison-head">
        <div className="trial-comparison-picker">
          <SamplePicker />
          {b === null && <p className="trial-note">{w.pinFirst}</p>}
        </div>
        {a !== null && b !== null && <ComparisonChart a={a} b={b} names={names} />}
      </div>
      {a !== null && b !== null && (
        <table>
          <thead>
            <tr>
              <th scope="col">{w.indicator}</th>
              <th scope="col">{w.points}</th>
              <th scope="col">A</th>
              <th scope="col">B</th>
              <th scope="col">A − B</th>
            </tr>
          </thead>
          <tbody>
            <tr className="trial-comparison-total">
              <th scope="row">{w.total}</th>
              <td>{a.fullScore}</td>
              <td>
                {a.total ?? t.noTotal} {a.grade}
              </td>
              <td>
                {b.total ?? t.noTotal} {b.grade}
              </td>
              <Difference a={a.total} b={b.total} />
            </tr>
            {a.indicators.map((each) => {
              const opposite = other.get(each.id)
              return (
                <tr
                  key={each.id}
                  className={`trial-depth-${Math.min(each.path.length, 4)}`}
                  aria-current={each.id === active}
                >
                  <th scope="row" style={{ paddingInlineStart: 8 + (each.path.length - 1) * 16 }}>
                    <button type="button" className="trial-link" onClick={() => selectIndicator(each.id)}>
                      {each.name}
                    </button>
                  </th>
                  <td>{each.points}</td>
                  <Score of={each} />
                  {opposite === undefined ? <td>—</td> : <Score of={opposite} />}
                  <Difference a={each.score} b={opposite?.score ?? null} />
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
    </div>
  )
}

function Score({ of }: { of: IndicatorResult }) {
  const t = useWords(trialWords)
  return <td title={of.sentence}>{indicatorStateText(of, t)}</td>
}

function Difference({ a, b }: { a: string | null; b: string | null }) {
  if (a === null || b === null) return <td>—</td>
  const difference = Exact.of(a).minus(Exact.of(b))
  const look = difference.sign === 0 ? 'trial-same' : difference.sign > 0 ? 'trial-good' : 'trial-bad'
  return <td className={look}>{signed(difference)}</td>
}
