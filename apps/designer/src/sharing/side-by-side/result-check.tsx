import { CheckCircleFilled, CloseCircleFilled, WarningFilled } from '@ant-design/icons'
import { issueText } from '../../parts/issue-text.tsx'
import { useLanguage, useWords } from '../../parts/words.ts'
import type { ResultIssue, SideResult } from './rows.ts'
import { sideWords } from './words.ts'

/** What the checks say of the result: first what it did not say before. */
export function ResultCheck({ result }: { result: SideResult | null }) {
  const w = useWords(sideWords)
  if (result === null) return <p className="pair-notice">{w.checking}</p>
  const added = result.issues.filter(({ isNew }) => isNew)
  const known = result.issues.filter(({ isNew }) => !isNew)
  const hasSum = result.issues.some(({ issue }) => issue.code === 'SCHEME_POINTS_SUM')
  return (
    <div className="pair-check">
      {!hasSum && (
        <p className="pair-fine">
          <CheckCircleFilled aria-hidden="true" /> {w.points(result.scheme.fullScore)}
        </p>
      )}
      {result.issues.length === 0 && (
        <p className="pair-fine">
          <CheckCircleFilled aria-hidden="true" /> {w.noIssues}
        </p>
      )}
      {added.length > 0 && <Issues title={w.newIssues(added.length)} issues={added} />}
      {known.length > 0 && <Issues title={w.oldIssues(known.length)} issues={known} />}
    </div>
  )
}

function Issues({ title, issues }: { title: string; issues: readonly ResultIssue[] }) {
  const language = useLanguage()
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {issues.map(({ issue }) => (
          <li key={`${issue.code} ${issue.pointer} ${JSON.stringify(issue.found)}`}>
            {issue.severity === 'error' ? (
              <CloseCircleFilled className="pair-error" />
            ) : (
              <WarningFilled className="pair-warning" />
            )}{' '}
            {issueText(issue, language)}
          </li>
        ))}
      </ul>
    </section>
  )
}
