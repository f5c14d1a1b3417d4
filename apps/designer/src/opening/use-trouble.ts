import { App } from 'antd'
import { issueText } from '../parts/issue-text.tsx'
import { signWords } from '../parts/sign-words.ts'
import { useLanguage, useWords } from '../parts/words.ts'
import { Refused } from '../server/client.ts'
import { openingWords } from './words.ts'

/** Does something on the server; what refuses it is said, and false given. */
export function useTrouble(): (work: () => Promise<unknown>) => Promise<boolean> {
  const { schemes: w } = useWords(openingWords)
  const signs = useWords(signWords)
  const language = useLanguage()
  const { message } = App.useApp()
  return async (work) => {
    try {
      await work()
      return true
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      const why = error.issues.map((each) => issueText(each, language)).join(signs.semicolon)
      message.error(why === '' ? w.away : w.refused(why))
      return false
    }
  }
}
