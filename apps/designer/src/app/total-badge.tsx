import { useWords } from '../parts/words.ts'
import { areScoresBehind, newestScores } from '../store/results.ts'
import { useDesigner } from '../store/use-designer.ts'
import { shellWords } from './words.ts'

/** The chosen sample's name, total and grade. */
export function TotalBadge() {
  const w = useWords(shellWords)
  const sample = useDesigner(({ design, view }) =>
    view.sample === null ? undefined : design?.scheme.cases?.[view.sample]?.name,
  )
  const evaluation = useDesigner(newestScores)
  const isBehind = useDesigner(areScoresBehind)
  const isTried = useDesigner(
    ({ design, view }) => view.scratch !== null && view.scratch.of === design?.scheme.cases?.[view.sample ?? -1],
  )
  if (sample === undefined) return <>{`${w.trial} · ${w.noSample}`}</>
  const total =
    evaluation === null
      ? isBehind
        ? w.behind
        : w.blocked
      : evaluation.total === null
        ? w.blocked
        : w.total(evaluation.total, evaluation.fullScore)
  return (
    <span className="total-badge">
      <span className="total-sample">{`${w.trial} · ${sample}${isTried ? w.tried : ''}`}</span>
      <strong>{total}</strong>
      {evaluation?.grade != null && <span className="total-grade">{evaluation.grade}</span>}
    </span>
  )
}
