import { useEffect, useState } from 'react'
import type { CaseScore } from '../evaluation/case-scores.ts'
import { engineOf, wantedOf } from '../evaluation/engine.ts'
import { scoredRevision } from '../store/results.ts'
import { designer, useDesigner } from '../store/use-designer.ts'

/** Scores of all samples in the order of the cases, as far as they have come; those of before until then. */
export interface CaseScores {
  readonly scores: readonly (CaseScore | undefined)[]
  readonly done: number
  readonly count: number
}

/** Asked in parts whenever the worker has the design as it stands. */
export function useCaseScores(): CaseScores {
  const revision = useDesigner(scoredRevision)
  const declaration = useDesigner(({ view }) => view.declaration)
  const count = useDesigner(({ design }) => design?.scheme.cases?.length ?? 0)
  const [state, setState] = useState<Omit<CaseScores, 'count'>>({ scores: [], done: 0 })
  // biome-ignore lint/correctness/useExhaustiveDependencies: another revision or declaration asks again
  useEffect(() => {
    let isOver = false
    const ask = async () => {
      for (let next = 0; !isOver; ) {
        const from = next
        const part = await engineOf().scoreCases(from, wantedOf(designer.getState()))
        if (isOver) return
        if (part === null) return setState({ scores: [], done: 0 })
        next = part.next
        setState((before) => ({ scores: merged(before.scores, from, part.scores), done: next }))
        if (part.scores.length === 0 || next >= part.count) return
      }
    }
    ask()
    return () => {
      isOver = true
    }
  }, [revision, declaration])
  return { ...state, count }
}

/** The new ones in their place; one that says the same stays the same object, so that its row is not drawn again. */
function merged(before: CaseScores['scores'], from: number, scores: readonly CaseScore[]): CaseScores['scores'] {
  const same = scores.map((each, index) => {
    const old = before[from + index]
    return old !== undefined && JSON.stringify(old) === JSON.stringify(each) ? old : each
  })
  return [...before.slice(0, from), ...same, ...before.slice(from + scores.length)]
}
