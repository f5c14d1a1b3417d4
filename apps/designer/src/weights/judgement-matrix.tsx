import { Slider } from 'antd'
import { useState } from 'react'
import { useWords } from '../parts/words.ts'
import { type Judgements, matrixOf, nearestStep, pairKey, type Step } from './ahp.ts'
import { weightWords } from './words.ts'

const STEPS: readonly Step[] = Array.from({ length: 17 }, (_, index) => 8 - index)

/** Saaty's numbers as they are written: 3, 1, 1/3. */
function scaleText(step: Step): string {
  return step >= 0 ? String(step + 1) : `1/${1 - step}`
}

/** The matrix: the upper triangle is chosen, the lower one follows; the pair at hand in words, with a slider. */
export function JudgementMatrix({
  members,
  judgements,
  onChange,
}: {
  members: readonly { readonly id: string; readonly name: string }[]
  judgements: Judgements
  onChange: (next: Judgements) => void
}) {
  const w = useWords(weightWords)
  const names = members.map(({ name }) => name)
  const [pair, setPair] = useState<readonly [number, number]>([0, 1])
  const [row, column] = pair
  const set = (key: string, step: Step) => onChange({ ...judgements, [key]: step })
  const stepOf = (one: number, other: number) => judgements[pairKey(one, other)] ?? 0
  const matrix = matrixOf(names.length, judgements)
  const now = stepOf(row, column)
  return (
    <>
      <div className="weights-pair">
        <p>{w.says(now, names[row] ?? '', names[column] ?? '')}</p>
        <div className="weights-slider">
          <span className="weights-end" title={names[row]}>
            {names[row]}
          </span>
          <Slider
            min={-8}
            max={8}
            value={-now}
            included={false}
            marks={{ '-8': '9', '-4': '5', 0: '1', 4: '5', 8: '9' }}
            tooltip={{ formatter: null }}
            ariaLabelForHandle={w.pair(names[row] ?? '', names[column] ?? '')}
            ariaValueTextFormatterForHandle={(value) => w.says(-value, names[row] ?? '', names[column] ?? '')}
            onChange={(value) => set(pairKey(row, column), -value)}
          />
          <span className="weights-end" title={names[column]}>
            {names[column]}
          </span>
        </div>
      </div>
      <div className="weights-scroll">
        <table className="weights-table weights-matrix" aria-label={w.matrix}>
          <thead>
            <tr>
              <td />
              {members.map(({ id, name }) => (
                <th scope="col" key={id} title={name}>
                  <span>{name}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {members.map(({ id, name }, one) => (
              <tr key={id}>
                <th scope="row" title={name}>
                  <span>{name}</span>
                </th>
                {members.map(({ id: otherId, name: otherName }, other) => (
                  <td
                    key={otherId}
                    className={one === other ? 'weights-diagonal' : one === row && other === column ? 'weights-at' : ''}
                  >
                    {one < other ? (
                      <select
                        aria-label={w.pair(name, otherName)}
                        value={stepOf(one, other)}
                        onFocus={() => setPair([one, other])}
                        onChange={(event) => set(pairKey(one, other), Number(event.target.value))}
                      >
                        {STEPS.map((step) => (
                          <option key={step} value={step}>
                            {scaleText(step)}
                          </option>
                        ))}
                      </select>
                    ) : (
                      scaleText(nearestStep(matrix[one]![other]!))
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
