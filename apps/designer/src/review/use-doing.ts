import { App } from 'antd'
import { useState } from 'react'
import { api } from '../api.ts'
import { issueText } from '../parts/issue-text.tsx'
import { signWords } from '../parts/sign-words.ts'
import { useLanguage, useWords } from '../parts/words.ts'
import { Refused } from '../server/client.ts'
import { reviewWords } from './words.ts'

/** Does something on the server and reads what it has led to; what refuses it is said, and false given. */
export function useDoing(): [isBusy: boolean, doIt: (work: () => Promise<unknown>) => Promise<boolean>] {
  const w = useWords(reviewWords)
  const signs = useWords(signWords)
  const language = useLanguage()
  const { message } = App.useApp()
  const [isBusy, setIsBusy] = useState(false)
  const doIt = async (work: () => Promise<unknown>) => {
    setIsBusy(true)
    try {
      await work()
      return true
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      const why = error.issues.map((each) => issueText(each, language)).join(signs.semicolon)
      message.error({ content: w.failed(why === '' ? w.away : why), duration: 8 })
      return false
    } finally {
      await api.catchUp()
      setIsBusy(false)
    }
  }
  return [isBusy, doIt]
}
