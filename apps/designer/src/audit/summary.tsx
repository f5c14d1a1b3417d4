import type { Issue } from '@yardstick/model'
import { useWords } from '../parts/words.ts'
import { TOTAL } from './marks.ts'
import { auditWords } from './words.ts'

/** How much was found, and what the rows add up to where the total is another. */
export function Summary({ issues }: { issues: readonly Issue[] }) {
  const w = useWords(auditWords)
  if (issues.length === 0) return <p className="audit-summary audit-summary-clean">{w.clean}</p>
  const counts = (['error', 'warning', 'hint'] as const).flatMap((severity) => {
    const count = issues.filter((each) => each.severity === severity).length
    return count === 0 ? [] : [w.counts[severity](count)]
  })
  const sum = issues.find(({ code, pointer }) => code === 'AUDIT_SCORE_SUM' && pointer === TOTAL)
  const worst = issues.some(({ severity }) => severity === 'error')
    ? ''
    : issues.some(({ severity }) => severity === 'warning')
      ? 'audit-summary-warning'
      : 'audit-summary-hint'
  return (
    <p className={`audit-summary ${worst}`} role="status">
      {w.summary(counts.join(w.and))} {sum !== undefined && w.sumOfRows(String(sum.expected), String(sum.found))}
    </p>
  )
}
