import { type Evaluation, Exact } from '@yardstick/model'
import { showExact } from '@yardstick/wording'
import { useWords } from '../parts/words.ts'
import { useExplained } from './explained.ts'
import { trialWords } from './words.ts'

/** A longer list is not read, and would be drawn anew with every move of a slider. */
const MOST_SHOWN = 100

/** What a total waits for; else the points that were lost, most first. A press selects the indicator everywhere. */
export function LostList({ evaluation }: { evaluation: Evaluation }) {
  const w = useWords(trialWords)
  const { id: active, explain } = useExplained()
  const { missing, lost, total } = evaluation
  const isBlocked = total === null && missing.length > 0
  return (
    <section className="trial-lost" aria-label={isBlocked ? w.waiting : w.lost}>
      {missing.length > 0 && (
        <>
          <h3>{isBlocked ? w.waitingCount(missing.length) : w.missingCount(missing.length)}</h3>
          <ul>
            {missing.slice(0, MOST_SHOWN).map(({ name, indicator, path }) => (
              <li key={name}>
                <button
                  type="button"
                  className="trial-line"
                  disabled={indicator === undefined}
                  aria-current={indicator !== undefined && indicator === active}
                  onClick={() => indicator !== undefined && explain(indicator)}
                >
                  <span className="trial-line-mark">—</span>
                  <span>
                    {name}
                    {path.length > 0 && path.at(-1) !== name && <small> {path.at(-1)}</small>}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>{lost.length === 0 ? (isBlocked ? w.lostNothingYet : w.lostNothing) : w.lostCount(lost.length)}</h3>
      <ol>
        {lost.slice(0, MOST_SHOWN).map(({ id, path, lost: points, sentence }) => (
          <li key={id}>
            <button
              type="button"
              className="trial-line"
              aria-current={id === active}
              title={path.join(' / ')}
              onClick={() => explain(id)}
            >
              <span className="trial-line-lost">−{showExact(Exact.of(points), 6)}</span>
              <span className="trial-line-text">{sentence}</span>
            </button>
          </li>
        ))}
      </ol>
      {lost.length > MOST_SHOWN && <p className="trial-note">{w.moreLost(lost.length - MOST_SHOWN)}</p>}
    </section>
  )
}
