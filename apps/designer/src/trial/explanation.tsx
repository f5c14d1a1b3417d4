import type { Evaluation, IndicatorResult } from '@yardstick/model'
import { CopyAddress, ScoreSteps } from '../parts/explanation/score-steps.tsx'
import { indicatorStateText } from '../parts/explanation/state-text.ts'
import { useWords } from '../parts/words.ts'
import { newestScores } from '../store/results.ts'
import { useDesigner } from '../store/use-designer.ts'
import { BranchParts, TotalExplanation } from './branch-explanation.tsx'
import { useExplained } from './explained.ts'
import { ShortfallList } from './shortfall-list.tsx'
import { trialWords } from './words.ts'

/** Why the selected indicator has its score: submitted → rule → given → lost → basis. Without a selection, the total. */
export function Explanation({ evaluation }: { evaluation: Evaluation }) {
  const { id: active } = useExplained()
  const result = evaluation.indicators.find(({ id }) => id === active)
  if (result === undefined) return <TotalExplanation evaluation={evaluation} />
  return <IndicatorExplanation key={result.id} result={result} evaluation={evaluation} />
}

function IndicatorExplanation({ result, evaluation }: { result: IndicatorResult; evaluation: Evaluation }) {
  const w = useWords(trialWords)
  const { trace, path } = result
  const newest = useDesigner((state) => newestScores(state)?.indicators.find(({ id }) => id === result.id)) ?? result
  const branch = trace === undefined || 'inputs' in trace || trace.addends.length === 0 ? undefined : trace
  return (
    <section className="trial-why" aria-label={w.explanation}>
      <h3>
        {path.length > 1 && <small>{path.slice(0, -1).join(' / ')}</small>}
        {result.name}
        <span className="trial-why-score">
          {indicatorStateText(newest, w)} {w.ofPoints(newest.points)}
          {newest.provisional === true && <span className="trial-provisional">{w.provisional}</span>}
        </span>
      </h3>
      <ScoreSteps
        result={result}
        madeUpOf={branch && { label: w.madeUpOf, parts: <BranchParts trace={branch} evaluation={evaluation} /> }}
        mends={trace !== undefined && 'inputs' in trace && <ShortfallList leaf={result.id} />}
      />
      <CopyAddress address={result.address} />
    </section>
  )
}
