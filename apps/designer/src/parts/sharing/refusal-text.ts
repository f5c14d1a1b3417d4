import { type Issue, type Language, limitsOf, type Scheme, walk } from '@yardstick/model'
import { issueText } from '../issue-text.tsx'
import { lockText } from './lock-text.ts'

/** Why an edit was refused: of what is locked also what one may do there. */
export function refusalText(issue: Issue, scheme: Scheme | undefined, language: Language): string {
  if (issue.code !== 'LIMIT_LOCKED' || scheme === undefined) return issueText(issue, language)
  const path = issue.where.join('\n')
  const place = walk(scheme).find((each) => each.path.join('\n') === path)
  const text = place && lockText(limitsOf(scheme), place.node, language)
  return text ?? issueText(issue, language)
}
