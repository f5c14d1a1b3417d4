import { type Evaluation, Exact, sum } from '@yardstick/model'
import { showExact, showRate } from '@yardstick/wording'
import { Button } from 'antd'
import { useState } from 'react'
import { useWords } from '../../../parts/words.ts'
import { scoringWords } from '../scoring-words.ts'
import { resultWords } from './words.ts'

/** What a card holds before somebody asks for more. */
const FIRST = 6

/** 失分排序: where the points went, most first, each line leading to its row in the score table. */
export function LostPoints({
  evaluation,
  hrefOfLine,
}: {
  evaluation: Evaluation
  hrefOfLine: (indicator: string) => string
}) {
  const w = useWords(resultWords)
  const s = useWords(scoringWords)
  const [isWhole, setIsWhole] = useState(false)
  const { lost } = evaluation
  const all = sum(lost.map((each) => exact(each.lost)))
  const resultOf = new Map(evaluation.indicators.map((each) => [each.id, each]))
  const shown = isWhole ? lost : lost.slice(0, FIRST)
  return (
    <section className="result-card">
      <h4>
        {w.lost}
        {lost.length > 0 && <small>{w.lostOf(lost.length, showExact(all, 6))}</small>}
      </h4>
      {lost.length === 0 ? (
        <p>{evaluation.total === null ? s.noGrade : w.noLost}</p>
      ) : (
        <table className="result-figures result-losses">
          <thead>
            <tr>
              <th scope="col" aria-label={s.rank} />
              <th scope="col">{s.indicator}</th>
              <th scope="col">{w.score}</th>
              <th scope="col">{w.lostPoints}</th>
              <th scope="col">{w.share}</th>
              <th scope="col" className="result-why">
                {w.reason}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ id, path, lost: points, sentence }, at) => {
              const own = resultOf.get(id)
              return (
                <tr key={id}>
                  <td className="list-faint">{at + 1}</td>
                  <th scope="row" title={path.join(' / ')}>
                    <a href={hrefOfLine(id)}>{path.at(-1)}</a>
                  </th>
                  <td>{own === undefined ? '' : s.full(own.score ?? s.noGrade, own.points)}</td>
                  <td className="result-lost">{showExact(exact(points), 6)}</td>
                  <td>{all.sign === 0 ? '' : showRate(exact(points).over(all), 3)}</td>
                  <td className="result-why" title={sentence}>
                    <p>{sentence}</p>
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
      {lost.length > FIRST && (
        <Button type="link" aria-expanded={isWhole} onClick={() => setIsWhole(!isWhole)}>
          {isWhole ? w.fewer : w.more(lost.length - FIRST)}
        </Button>
      )}
    </section>
  )
}

function exact(text: string): Exact {
  return Exact.fromText(text) ?? Exact.zero
}
