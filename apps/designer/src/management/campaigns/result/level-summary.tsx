import { type Evaluation, Exact, type IndicatorResult } from '@yardstick/model'
import { showRate } from '@yardstick/wording'
import { useWords } from '../../../parts/words.ts'
import { scoringWords } from '../scoring-words.ts'
import { resultWords } from './words.ts'

/** 一级指标: points, score, score rate with a bar; what else makes up the total, the total. */
export function LevelSummary({ evaluation }: { evaluation: Evaluation }) {
  const w = useWords(resultWords)
  const s = useWords(scoringWords)
  const { indicators, lines, total, fullScore } = evaluation
  const top = indicators.filter(({ path, kind }) => path.length === 1 && kind !== 'bonus')
  return (
    <section className="result-card">
      <h4>{w.summary}</h4>
      <table className="result-figures">
        <thead>
          <tr>
            <th scope="col">{s.indicator}</th>
            <th scope="col">{w.points}</th>
            <th scope="col">{w.score}</th>
            <th scope="col" className="result-rate">
              {w.rate}
            </th>
          </tr>
        </thead>
        <tbody>
          {top.map((each) => (
            <tr key={each.id}>
              <th scope="row">{each.name}</th>
              <td>{each.points}</td>
              <td>{scoreText(each, s)}</td>
              <td className="result-rate">
                <Rate points={each.points} score={each.state === 'not-applicable' ? null : each.score} />
              </td>
            </tr>
          ))}
          {lines
            .filter(({ line }) => line !== 'indicators')
            .map(({ id, line, label, amount }) => (
              <tr key={`${line} ${id}`}>
                <th scope="row" className="list-faint">
                  {label}
                </th>
                <td />
                <td>{signed(amount)}</td>
                <td />
              </tr>
            ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{w.ofAll}</th>
            <td>{fullScore}</td>
            <td>{total ?? s.noGrade}</td>
            <td className="result-rate">
              <Rate points={fullScore} score={total} />
            </td>
          </tr>
        </tfoot>
      </table>
    </section>
  )
}

function Rate({ points, score }: { points: string; score: string | null }) {
  const whole = Exact.of(points)
  if (score === null || whole.sign === 0) return <span className="list-faint">–</span>
  const share = Exact.of(score).over(whole)
  // A share becomes a length here, no figure.
  const width = Math.max(0, Math.min(1, Number(share.toFixed(4)))) * BAR
  return (
    <span className="result-bar">
      <svg width={BAR} height={10} aria-hidden="true">
        <rect className="bars-ground" width={BAR} height={10} rx={2} />
        <rect className="bars-bar" width={width} height={10} rx={2} />
      </svg>
      <span>{showRate(share)}</span>
    </span>
  )
}

const BAR = 96

function scoreText({ score, state }: IndicatorResult, w: (typeof scoringWords)['zh']): string {
  return state === 'not-applicable' ? w.notApplicable : (score ?? w.noGrade)
}

function signed(amount: string): string {
  return amount.startsWith('-') ? amount.replace('-', '−') : `+${amount}`
}
