import type { AskedCondition } from '@yardstick/engine'
import type { Condition, TableScoring } from '@yardstick/model'
import { useMemo } from 'react'
import { useAnswers } from '../condition/use-answers.ts'
import type { TableView } from './table-view.ts'

/** What the chosen sample makes of each row: it counts, it does not, or nobody can say. Undefined without a sample. */
export interface HitRows {
  readonly rows: readonly ('hit' | 'miss' | 'unknown')[]
  readonly isOtherwise: boolean
}

export function useHitRows(view: TableView, hit: TableScoring['hit']): HitRows | undefined {
  const asked = useMemo(
    () =>
      view.rows.map(({ cells }): AskedCondition | null => {
        const parts = cells.flatMap((each, column): Condition[] =>
          each.map((cell) => ({ fact: view.columns[column]!, ...cell })),
        )
        return parts.length === 0 ? null : { condition: { all: parts }, stage: 'items' }
      }),
    [view],
  )
  const known = useMemo(() => asked.filter((each) => each !== null), [asked])
  const answers = useAnswers(known)
  if (answers === null || answers.includes(undefined)) return undefined
  let next = 0
  const truths = asked.map((each) => (each === null ? 'true' : (answers[next++]?.[0]?.truth ?? 'unknown')))
  // Under “the first one counts” nothing behind a row that holds, or may hold, is asked.
  const decided = truths.findIndex((truth) => truth !== 'false')
  const rows = truths.map((truth, index) => {
    if (truth === 'false' || (hit === 'first' && index > decided)) return 'miss'
    return truth === 'true' ? 'hit' : 'unknown'
  })
  return { rows, isOtherwise: truths.every((truth) => truth === 'false') }
}
