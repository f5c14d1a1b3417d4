import { CloseOutlined } from '@ant-design/icons'
import { Alert } from 'antd'
import { issueText } from '../issue-text.tsx'
import { useLanguage, useWords } from '../words.ts'
import './incoming.css'
import type { Refusal } from './read-incoming.ts'
import { incomingWords } from './words.ts'

/** Why what was pasted, dropped or chosen was not taken, and how it can be. */
export function RefusalNote({ refusal, onClose }: { refusal: Refusal; onClose: () => void }) {
  const w = useWords(incomingWords)
  const language = useLanguage()
  const text =
    refusal.reason === 'empty' || refusal.reason === 'away'
      ? w[refusal.reason]
      : refusal.reason === 'broken'
        ? w.broken(refusal.name, refusal.issues.length)
        : refusal.reason === 'file'
          ? w.file(refusal.name, issueText(refusal.issue, language))
          : w[refusal.reason](refusal.name)
  return (
    <Alert
      type="warning"
      showIcon
      className="incoming-refusal"
      title={text}
      description={
        refusal.reason === 'broken' && (
          <ul className="incoming-broken">
            {refusal.issues.slice(0, 5).map((each, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: issues may be alike, and never move
              <li key={index}>{issueText(each, language)}</li>
            ))}
          </ul>
        )
      }
      closable={{ closeIcon: <CloseOutlined />, 'aria-label': w.close, onClose }}
    />
  )
}
