import type { Declaration, Issue } from '@yardstick/model'
import type { ReactNode } from 'react'
import { TextField } from '../parts/field/text-field.tsx'
import { issueText } from '../parts/issue-text.tsx'
import { useLanguage, useWords } from '../parts/words.ts'
import { changeDeclaration } from './actions.ts'
import { withField } from './declaration-edits.ts'
import { declarationWords } from './words.ts'

/** Who declares for which period, and what does not fit the scheme yet. */
export function DeclarationHead({
  index,
  declaration,
  issues,
  children,
}: {
  index: number
  declaration: Declaration
  issues: readonly Issue[]
  children: ReactNode
}) {
  const w = useWords(declarationWords)
  const language = useLanguage()
  const { subject, period } = declaration
  const setSubject = (key: 'department' | 'unit' | 'project', next: string | undefined) =>
    changeDeclaration(index, 'head', (each) => ({
      ...each,
      subject: key === 'department' ? { ...each.subject, department: next ?? '-' } : withField(each.subject, key, next),
    }))
  return (
    <header className="declarations-head">
      {(['department', 'unit', 'project'] as const).map((key) => (
        <div key={key} className="declarations-field">
          <span aria-hidden="true">{w.subject[key]}</span>
          <TextField
            label={w.subject[key]}
            value={subject[key]}
            isOptional={key !== 'department'}
            onCommit={(next) => setSubject(key, next)}
          />
        </div>
      ))}
      <div className="declarations-field declarations-period">
        <span aria-hidden="true">{w.period}</span>
        <TextField
          label={w.period}
          value={period}
          isOptional={false}
          onCommit={(next) =>
            next !== undefined && changeDeclaration(index, 'head', (each) => ({ ...each, period: next }))
          }
        />
      </div>
      <span className="declarations-gap" />
      {children}
      {issues.length === 0 ? (
        <p className="declarations-state declarations-good">{w.fits}</p>
      ) : (
        <details className="declarations-state">
          <summary className="declarations-bad">{w.doesNotFit(issues.length)}</summary>
          <ul>
            {issues.map((each) => (
              <li key={`${each.code}${each.pointer}${each.where.join()}`}>{issueText(each, language)}</li>
            ))}
          </ul>
        </details>
      )}
    </header>
  )
}
