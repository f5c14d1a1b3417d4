import { App, Button } from 'antd'
import { useState } from 'react'
import { api } from '../api.ts'
import { issueText } from '../parts/issue-text.tsx'
import { useLanguage, useWords } from '../parts/words.ts'
import { Refused } from '../server/client.ts'
import { designer } from '../store/use-designer.ts'
import { shellWords } from './words.ts'

/** Gives the server a design that is of this browser alone; undo steps and save points come with it. */
export function MoveButton() {
  const w = useWords(shellWords)
  const language = useLanguage()
  const { message } = App.useApp()
  const [isBusy, setIsBusy] = useState(false)
  const move = async () => {
    const { designId } = designer.getState()
    if (designId === null) return
    setIsBusy(true)
    try {
      await api.moveToServer(designId)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      const [issue] = error.issues
      message.error(w.notMoved(issue === undefined ? w.away : issueText(issue, language)))
    }
    setIsBusy(false)
  }
  return (
    <Button loading={isBusy} onClick={move}>
      {w.move}
    </Button>
  )
}
