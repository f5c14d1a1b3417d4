import { Segmented } from 'antd'
import { useState } from 'react'
import { useWords } from '../parts/words.ts'
import { designer, useDesigner } from '../store/use-designer.ts'
import { Comparison } from './comparison.tsx'
import { EmptyTrial } from './empty-trial.tsx'
import { chooseSample, pinSample } from './sample-actions.ts'
import { SampleSheet } from './sample-sheet.tsx'
import { SampleToolbar } from './sample-toolbar.tsx'
import './trial.css'
import { useCaseScores } from './use-case-scores.ts'
import { useCases } from './use-sample.ts'
import { viewWords } from './view-words.ts'

/** Samples as rows, what they are asked for as columns, their scores on the right; and two of them side by side. */
export function TrialView() {
  const w = useWords(viewWords)
  const cases = useCases()
  const scores = useCaseScores()
  const [shown, setShown] = useState<'table' | 'comparison'>('table')
  const [isExpanded, setExpanded] = useState(false)
  const [rows, setRows] = useState<readonly number[]>([])
  const isPinned = useDesigner(({ view }) => view.pinned !== null)
  return (
    <div className="trial-panel">
      <SampleToolbar scores={scores} rows={rows} isExpanded={isExpanded} onExpand={setExpanded}>
        <Segmented<'table' | 'comparison'>
          aria-label={w.shown}
          value={shown}
          options={[
            { value: 'table', label: w.table },
            { value: 'comparison', label: w.comparison, disabled: cases.length < 2 && !isPinned },
          ]}
          onChange={(next) => {
            if (next === 'comparison' && !isPinned) pinOther(rows, cases.length)
            setShown(next)
          }}
        />
      </SampleToolbar>
      {cases.length === 0 ? (
        <EmptyTrial />
      ) : shown === 'comparison' ? (
        <Comparison />
      ) : (
        <SampleSheet scores={scores.scores} isExpanded={isExpanded} onRows={setRows} />
      )}
    </div>
  )
}

/** The two chosen rows, or the sample under the hand and the one after it. */
function pinOther(rows: readonly number[], count: number): void {
  const { sample } = designer.getState().view
  const [first = sample ?? 0, second = (first + 1) % count] = rows
  if (first !== sample) chooseSample(first)
  pinSample(second)
}
