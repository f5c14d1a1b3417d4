import { useState } from 'react'
import { issueText } from '../parts/issue-text.tsx'
import { signWords } from '../parts/sign-words.ts'
import { useLanguage, useWords } from '../parts/words.ts'
import { Refused } from '../server/client.ts'
import { signInWords } from './words.ts'

/** Why something was not done, in words: those of its issues, or one's own. */
export function useRefusal(): [string | null, (reason: unknown) => void] {
  const w = useWords(signInWords)
  const signs = useWords(signWords)
  const language = useLanguage()
  const [reason, setReason] = useState<unknown>(null)
  if (reason === null || typeof reason === 'string') return [reason, setReason]
  if (!(reason instanceof Refused)) throw reason
  const text = reason.issues.map((each) => issueText(each, language)).join(signs.semicolon)
  return [text === '' ? w.away : text, setReason]
}
