import { useDesigner } from '../store/use-designer.ts'
import { EmptyTrial } from './empty-trial.tsx'
import { ExplainedContext, useExplainedState } from './explained.ts'
import { Explanation } from './explanation.tsx'
import { LostList } from './lost-list.tsx'
import { TotalCard } from './total-card.tsx'
import './trial.css'
import { useCases, useChosenSample } from './use-sample.ts'
import { WhatIf } from './what-if.tsx'

/** The live score of one sample: total and grade, what was lost and why, what would bring it back. */
export function TrialDrawer() {
  const cases = useCases()
  const { sample } = useChosenSample()
  const evaluation = useDesigner(({ results }) => results.evaluation)
  const isBehind = useDesigner(({ results, revision }) => results.revision !== revision)
  const explained = useExplainedState()
  if (cases.length === 0) return <EmptyTrial />
  return (
    <ExplainedContext value={explained}>
      <div className={`trial-drawer ${isBehind ? 'trial-behind' : ''}`}>
        <TotalCard evaluation={evaluation} />
        {sample !== undefined && evaluation !== null && (
          <>
            <LostList evaluation={evaluation} />
            <Explanation evaluation={evaluation} />
            <WhatIf evaluation={evaluation} />
          </>
        )}
      </div>
    </ExplainedContext>
  )
}
