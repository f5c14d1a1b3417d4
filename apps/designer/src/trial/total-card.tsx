import type { Evaluation } from '@yardstick/model'
import { Exact } from '@yardstick/model'
import { useWords } from '../parts/words.ts'
import { areScoresBehind, newestScores } from '../store/results.ts'
import { useDesigner } from '../store/use-designer.ts'
import { useExplained } from './explained.ts'
import { toNextGrade } from './grade-bands.ts'
import { GradeBar } from './grade-bar.tsx'
import { SamplePicker } from './sample-picker.tsx'
import { TriedBar } from './tried-bar.tsx'
import { trialWords } from './words.ts'

/** Which sample, its total and grade, and how far it is to the next one; beside the pinned one where there is one. */
export function TotalCard() {
  const w = useWords(trialWords)
  return (
    <section className="trial-total" aria-label={w.total}>
      <SamplePicker />
      <Figures />
    </section>
  )
}

/** Drawn as soon as there are newer scores, also while a slider moves. */
function Figures() {
  const w = useWords(trialWords)
  const { explain } = useExplained()
  const evaluation = useDesigner(newestScores)
  const grades = useDesigner(({ design }) => design!.scheme.grades)
  const pinned = useDesigner(({ view, results }) => (view.pinned === null ? null : results.pinned))
  const isBehind = useDesigner(areScoresBehind)
  if (evaluation === null) return <p className="trial-note">{isBehind ? w.computing : w.cannotScore}</p>
  const next = grades === undefined ? undefined : toNextGrade(grades, evaluation.total, evaluation.grade)
  return (
    <>
      <button type="button" className="trial-figures" title={w.showTotal} onClick={() => explain(null)}>
        {evaluation.total === null ? (
          <span className="trial-blocked">{w.noTotal}</span>
        ) : (
          <>
            <strong className="trial-score">{evaluation.total}</strong>
            <span className="trial-of">{w.of(evaluation.fullScore)}</span>
          </>
        )}
        {evaluation.grade !== null && <span className="trial-grade">{evaluation.grade}</span>}
        {evaluation.state === 'provisional' && <span className="trial-provisional">{w.provisional}</span>}
        {pinned !== null && <PinnedFigures evaluation={evaluation} pinned={pinned} />}
      </button>
      {grades !== undefined && <GradeBar evaluation={evaluation} grades={grades} />}
      {next !== undefined && (
        <p className="trial-next">{next.isHeld ? w.held(next.grade) : w.toNext(next.short, next.grade)}</p>
      )}
      <TriedBar />
      {evaluation.note !== undefined && <p className="trial-note">{evaluation.note}</p>}
    </>
  )
}

function PinnedFigures({ evaluation, pinned }: { evaluation: Evaluation; pinned: Evaluation }) {
  const w = useWords(trialWords)
  if (pinned.total === null) return <span className="trial-of">{w.pinnedBlocked}</span>
  if (evaluation.total === null) return <span className="trial-of">{w.pinnedTotal(pinned.total, pinned.grade)}</span>
  const difference = Exact.of(evaluation.total).minus(Exact.of(pinned.total))
  return <span className="trial-of">{w.against(pinned.total, pinned.grade, signed(difference))}</span>
}

/** "+3.5", "−2", "0". */
export function signed(difference: Exact): string {
  if (difference.sign === 0) return '0'
  return difference.sign > 0 ? `+${difference.toText()}` : `−${difference.abs().toText()}`
}
