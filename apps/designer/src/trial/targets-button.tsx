import { App, Button } from 'antd'
import { useState } from 'react'
import { engineOf, wantedOf } from '../evaluation/engine.ts'
import { useWords } from '../parts/words.ts'
import { designer } from '../store/use-designer.ts'
import { addSample } from './sample-actions.ts'
import { newCase } from './sample-edits.ts'
import { trialWords } from './words.ts'

/** Adds a sample that fills every item with its target; what could not be brought to full points is said. */
export function useFillTargets(): () => Promise<void> {
  const w = useWords(trialWords)
  const { message } = App.useApp()
  return async () => {
    const state = designer.getState()
    const found = await engineOf().fullMarks(wantedOf(state))
    if (found === null) {
      message.warning(w.cannotScore)
      return
    }
    const { submission } = newCase(w.targetsName, state.design!.scheme, found.entries)
    addSample({ name: w.targetsName, submission: { ...submission, note: w.targetsNote } })
    const { short } = found
    if (short.length === 0) message.success(w.targetsFull)
    else message.info({ content: w.targetsShort(short.map(({ path }) => path.at(-1) ?? '')), duration: 10 })
  }
}

export function TargetsButton({ isPrimary = false }: { isPrimary?: boolean }) {
  const w = useWords(trialWords)
  const fill = useFillTargets()
  const [isBusy, setBusy] = useState(false)
  return (
    <Button
      type={isPrimary ? 'primary' : 'default'}
      loading={isBusy}
      onClick={async () => {
        setBusy(true)
        try {
          await fill()
        } finally {
          setBusy(false)
        }
      }}
    >
      {w.fillTargets}
    </Button>
  )
}
