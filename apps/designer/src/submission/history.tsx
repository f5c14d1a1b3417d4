import { Button } from 'antd'
import { Trouble } from '../parts/answer/trouble.tsx'
import { usePages } from '../parts/answer/use-pages.ts'
import { momentText } from '../parts/date-text.ts'
import { signWords } from '../parts/sign-words.ts'
import { useWords } from '../parts/words.ts'
import { useSubmission } from './use-submission.ts'
import { submissionWords } from './words.ts'

/** A line of the history, as the server gives it. */
export interface Revision {
  readonly number: number
  readonly who: string
  readonly title: string
  readonly at: string
  readonly note: string
  readonly change: {
    readonly type: string
    readonly entries?: readonly { readonly id: string }[]
    /** 自评分, before and after. */
    readonly claims?: unknown
  }
}

const readRevisions = ({ revisions }: { revisions: readonly Revision[] }) => revisions
const numberOf = ({ number }: Revision) => String(number)

/** What was changed by whom, newest first. */
export function History() {
  const w = useWords(submissionWords)
  const signs = useWords(signWords)
  const { id } = useSubmission().open.loaded.head
  const pages = usePages(`/api/submissions/${id}/history`, {}, readRevisions, numberOf)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by the keyboard too
    <section className="submission-part" tabIndex={0} aria-labelledby="submission-history">
      <h3 id="submission-history">{w.history}</h3>
      <Trouble of={pages.trouble} onRetry={pages.reload} />
      {pages.rows.length === 0 && pages.isWhole && <p className="management-how">{w.historyNone}</p>}
      <ol className="submission-history">
        {pages.rows.map((each) => (
          <li key={each.number}>
            <span className="submission-number">{each.number}</span>
            <div>
              <p>
                <strong>{w.changeKinds[each.change.type] ?? each.change.type}</strong>
                {each.change.claims !== undefined && <span>{w.claims}</span>}
                {each.change.entries !== undefined && each.change.entries.length > 0 && (
                  <span title={each.change.entries.map((entry) => entry.id).join(signs.list)}>
                    {w.changedFields(each.change.entries.length)}
                  </span>
                )}
                <span>{each.who === 'local' ? w.here : each.title}</span>
                <time dateTime={each.at}>{momentText(each.at)}</time>
              </p>
              {each.note !== '' && <blockquote>{each.note}</blockquote>}
            </div>
          </li>
        ))}
      </ol>
      {!pages.isWhole && pages.rows.length > 0 && <Button onClick={pages.readMore}>{w.historyMore}</Button>}
    </section>
  )
}
