import type { Evaluation, Grade } from '@yardstick/model'
import { useWords } from '../parts/words.ts'
import { gradeBands, markAt } from './grade-bands.ts'
import { trialWords } from './words.ts'

/** The grades as a line from 0 to the full score, with the total's mark on it. */
export function GradeBar({
  evaluation: { total, fullScore, grade },
  grades,
}: {
  evaluation: Pick<Evaluation, 'total' | 'fullScore' | 'grade'>
  grades: readonly Grade[]
}) {
  const w = useWords(trialWords)
  const bands = gradeBands(grades, fullScore, grade)
  return (
    <div className="trial-bar" role="img" aria-label={w.bar(total, grade)}>
      {bands.map(({ name, from, left, width, isReached }) => (
        <span
          key={name}
          className={`trial-band ${isReached ? 'trial-band-reached' : ''}`}
          style={{ left: `${left}%`, width: `${width}%` }}
          title={w.band(name, from)}
        >
          {/* The mark would cross out the name of a narrow one. */}
          {width >= (isReached ? 14 : 8) ? name : ''}
        </span>
      ))}
      {total !== null && <span className="trial-mark" style={{ left: `${markAt(total, fullScore)}%` }} />}
    </div>
  )
}
