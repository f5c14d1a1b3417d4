import type { ReactNode } from 'react'
import { Trouble } from '../../../parts/answer/trouble.tsx'
import { IssueText } from '../../../parts/issue-text.tsx'
import { useWords } from '../../../parts/words.ts'
import type { Trial } from './use-trial.ts'
import { adoptionWords } from './words.ts'

/** What adopting would bring, what it needs, and what stands against it; below it the way to do it. */
export function TrialSide({ trial, children }: { trial: Trial; children: ReactNode }) {
  const w = useWords(adoptionWords)
  const { answer, trouble, isWaiting } = trial
  return (
    <aside className="adoption-trial" aria-label={w.trial}>
      <h3>
        {w.trial} <small role="status">{isWaiting ? w.trying : ''}</small>
      </h3>
      <Trouble of={trouble} />
      {answer !== undefined && trouble === undefined && (
        <>
          {answer.plan.issues.length === 0 ? (
            <p className="adoption-fine">{w.none}</p>
          ) : (
            <ul className="templates-issues">
              {answer.plan.issues.map((each) => (
                <li key={`${each.code} ${each.pointer}`} className={`templates-issue-${each.severity}`}>
                  <IssueText issue={each} />
                </li>
              ))}
            </ul>
          )}
        </>
      )}
      {children}
    </aside>
  )
}
