import { CloseOutlined } from '@ant-design/icons'
import { Alert } from 'antd'
import { issueText } from '../parts/issue-text.tsx'
import { useLanguage, useWords } from '../parts/words.ts'
import type { Refused } from './use-sheets.ts'
import { auditWords } from './words.ts'

/** Of each file that many at most are told. */
const MOST = 5

/** The files that were not read, and why, with the place of each slip. */
export function RefusedNote({ refused, onClose }: { refused: readonly Refused[]; onClose: () => void }) {
  const w = useWords(auditWords)
  if (refused.length === 0) return null
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      className="audit-refused"
      title={
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by the keyboard too
        <ul className="audit-refused-files" tabIndex={0}>
          {refused.map((each, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: files may be named alike, and never move
            <li key={index}>{each.kind === 'untaken' ? w.untaken[each.reason](each.count) : <File of={each} />}</li>
          ))}
        </ul>
      }
      closable={{ closeIcon: <CloseOutlined />, 'aria-label': w.close, onClose }}
    />
  )
}

function File({ of: { name, refusal } }: { of: Extract<Refused, { kind: 'refused' }> }) {
  const w = useWords(auditWords)
  const language = useLanguage()
  if (!('issues' in refusal)) return w.refused[refusal.reason](name)
  return (
    <>
      {w.refused[refusal.reason](name, refusal.issues.length)}
      <ul>
        {refusal.issues.slice(0, MOST).map((issue, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: issues may be alike, and never move
          <li key={at}>{issueText(issue, language)}</li>
        ))}
        {refusal.issues.length > MOST && <li>{w.moreIssues(refusal.issues.length - MOST)}</li>}
      </ul>
    </>
  )
}
