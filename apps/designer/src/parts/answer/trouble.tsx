import { Alert, Button } from 'antd'
import { Refused } from '../../server/client.ts'
import { issueText } from '../issue-text.tsx'
import { useLanguage, useWords } from '../words.ts'
import './trouble.css'
import { answerWords } from './words.ts'

/** What the server refused, in its words: what was expected, what was found, how to mend it; nothing where nothing was. */
export function Trouble({ of: trouble, onRetry }: { of: unknown; onRetry?: (() => void) | undefined }) {
  const w = useWords(answerWords)
  const lines = useTroubleLines(trouble)
  if (lines.length === 0) return null
  return (
    <Alert
      className="trouble"
      type="error"
      showIcon
      role="alert"
      title={lines.length === 1 ? lines[0] : undefined}
      description={
        lines.length === 1 ? undefined : (
          <ul>
            {lines.slice(0, 20).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )
      }
      action={onRetry === undefined ? undefined : <Button onClick={onRetry}>{w.retry}</Button>}
    />
  )
}

/** The same as lines of text, for messages. */
function useTroubleLines(trouble: unknown): string[] {
  const w = useWords(answerWords)
  const language = useLanguage()
  if (trouble === undefined || trouble === null) return []
  if (!(trouble instanceof Refused)) return [trouble instanceof Error ? trouble.message : String(trouble)]
  if (trouble.status === 0) return [w.away]
  if (trouble.status === 412) return [w.stale]
  return [...new Set(trouble.issues.map((each) => issueText(each, language)))]
}
