import type { Issue } from '@yardstick/model'
import { useLanguage } from '../parts/words.ts'
import { summaryText } from './summary-text.ts'

/** What was found, in a sentence; its colour says how grave the worst of it is. */
export function Summary({ issues }: { issues: readonly Issue[] }) {
  const language = useLanguage()
  const worst = (['error', 'warning', 'hint'] as const).find((each) => issues.some(({ severity }) => severity === each))
  return (
    <p className={`audit-summary audit-summary-${worst ?? 'clean'}`} role="status">
      {summaryText(issues, language)}
    </p>
  )
}
