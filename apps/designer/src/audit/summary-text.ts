import type { Issue, Language } from '@yardstick/model'
import { TOTAL } from './marks.ts'
import { auditWords } from './words.ts'

/** How much was found, and what the rows add up to where the total is another. */
export function summaryText(issues: readonly Issue[], language: Language): string {
  const w = auditWords[language]
  if (issues.length === 0) return w.clean
  const counts = (['error', 'warning', 'hint'] as const).flatMap((severity) => {
    const count = issues.filter((each) => each.severity === severity).length
    return count === 0 ? [] : [w.counts[severity](count)]
  })
  const sum = issues.find(({ code, pointer }) => code === 'AUDIT_SCORE_SUM' && pointer === TOTAL)
  const more = sum === undefined ? [] : [w.sumOfRows(String(sum.expected), String(sum.found))]
  return [w.summary(counts.join(w.and)), ...more].join(w.between)
}
