import { RollbackOutlined } from '@ant-design/icons'
import { useEffect } from 'react'
import { useAnswer } from '../parts/answer/use-answer.ts'
import { momentText } from '../parts/date-text.ts'
import { whoText } from '../parts/who-text.ts'
import { useLanguage, useWords } from '../parts/words.ts'
import type { Revision } from './history.tsx'
import { useSubmission, useSubmissionView } from './use-submission.ts'
import { submissionWords } from './words.ts'

/** What is to be corrected, in the words of whoever returned it; shown until it is handed in again. */
export function ReturnRemark() {
  const isReturned = useSubmissionView(({ head }) => head.state === 'returned')
  return isReturned ? <Remark /> : null
}

function Remark() {
  const w = useWords(submissionWords)
  const language = useLanguage()
  const { id } = useSubmission().open.loaded.head
  const { value, reload } = useAnswer<{ revisions: readonly Revision[] }>(`/api/submissions/${id}/history`)
  useEffect(() => void reload(), [reload])
  const remark = value?.revisions.find(({ change }) => change.type === 'return')
  if (remark === undefined) return null
  return (
    <section className="submission-returned" aria-label={w.returnedTitle}>
      <RollbackOutlined aria-hidden="true" />
      <div>
        <p>
          <strong>{w.returnedTitle}</strong>
          <span>
            {w.returnedBy(whoText(remark.who === 'local' ? w.here : remark.title, language), momentText(remark.at))}
          </span>
        </p>
        <blockquote>{remark.note}</blockquote>
      </div>
    </section>
  )
}
