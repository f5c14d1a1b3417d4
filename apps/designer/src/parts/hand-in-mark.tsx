import type { HandIn } from '../server/hand-in.ts'
import { dueWords } from './campaign-terms.ts'
import { momentText } from './date-text.ts'
import { useWords } from './words.ts'

/** Whether something is over its due date, or was handed in after it, and by how much. */
export function HandInMark({ of }: { of: HandIn | undefined }) {
  const w = useWords(dueWords)
  if (of === undefined) return null
  const { kind, due, days } = of
  return kind === 'over' ? (
    <span className="badge badge-bad" title={w.overSince(due, days)}>
      {w.over(days)}
    </span>
  ) : (
    <span className="badge badge-warn" title={w.lateAt(due, momentText(of.at))}>
      {w.late(days)}
    </span>
  )
}
