import type { Issue } from '@yardstick/model'
import { IssueText } from '../issue-text.tsx'
import { useLanguage, useWords } from '../words.ts'
import { type FormulaMend, mendsOf } from './mends.ts'
import { formulaWords } from './words.ts'

/** What is wrong with a formula, in words, each with the buttons that cure it. */
export function FormulaNotes({
  id,
  issues,
  length,
  isUnfinished,
  onMend,
}: {
  id: string
  issues: readonly Issue[]
  length: number
  isUnfinished: boolean
  onMend(mend: FormulaMend): void
}) {
  const w = useWords(formulaWords)
  const language = useLanguage()
  const shown = issues.slice(0, MOST)
  return (
    <div className="ff-notes" id={id}>
      {shown.map((issue) => (
        <div key={`${issue.code} ${issue.span?.from}`} className={`ff-note ff-note-${issue.severity}`}>
          <span>
            <IssueText issue={issue} />
          </span>
          {mendsOf(issue, length, language).map((mend) => {
            const label = labelOf(mend, w)
            return (
              <button
                type="button"
                className="ff-mend"
                key={label}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => onMend(mend)}
              >
                {label}
              </button>
            )
          })}
        </div>
      ))}
      {isUnfinished && <div className="ff-note ff-unfinished">{w.unfinished}</div>}
    </div>
  )
}

function labelOf(mend: FormulaMend, w: (typeof formulaWords)['zh']): string {
  if (mend.kind === 'new-item') return w.newItem(mend.name)
  return mend.from === mend.to ? w.insert(mend.text) : w.replace(mend.text)
}

/** One slip can make many; more are told when these are mended. */
const MOST = 3
