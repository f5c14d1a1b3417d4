import type { Evaluation } from '@yardstick/model'
import { memo, useDeferredValue } from 'react'
import { useLate } from '../parts/use-late.ts'
import { areReasonsBehind, areScoresBehind } from '../store/results.ts'
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
  // Whoever goes on typing does not wait for the drawer.
  const evaluation = useDeferredValue(useDesigner(({ results }) => results.evaluation))
  const isBehind = useLate(useDesigner(areScoresBehind))
  const isRenewing = useLate(useDesigner(areReasonsBehind))
  const explained = useExplainedState()
  if (cases.length === 0) return <EmptyTrial />
  return (
    <ExplainedContext value={explained}>
      <div
        className={`trial-drawer ${isBehind ? 'trial-behind' : ''} ${isRenewing ? 'reasons-behind' : ''}`}
        aria-busy={isRenewing}
      >
        <Contents evaluation={evaluation} hasSample={sample !== undefined} />
      </div>
    </ExplainedContext>
  )
}

/** Drawn again by what they show, not whenever something else is selected. */
const Contents = memo(({ evaluation, hasSample }: { evaluation: Evaluation | null; hasSample: boolean }) => (
  <>
    <TotalCard />
    {hasSample && evaluation !== null && (
      <>
        <LostList evaluation={evaluation} />
        <Explanation evaluation={evaluation} />
        <WhatIf evaluation={evaluation} />
      </>
    )}
  </>
))
