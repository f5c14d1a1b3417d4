import { App } from 'antd'
import { useState } from 'react'
import { FormDialog, NoteRow } from '../parts/form/form.tsx'
import { useWords } from '../parts/words.ts'
import { ask, Refused } from '../server/client.ts'
import { useSubmission } from './use-submission.ts'
import { submissionWords } from './words.ts'

/** Sends the submission back to its department, with what is to be corrected. */
export function ReturnDialog({ name, onClose }: { name: string; onClose: () => void }) {
  const w = useWords(submissionWords)
  const { message } = App.useApp()
  const { open } = useSubmission()
  const [note, setNote] = useState('')
  const send = async () => {
    const { id, revision } = open.store.getState().head
    try {
      await ask('POST', `/api/submissions/${id}/return`, { body: { note }, revision })
    } catch (error) {
      // Somebody was ahead: behind the dialog it is shown as it is now.
      if (error instanceof Refused && (error.status === 409 || error.status === 412)) void open.reload()
      throw error
    }
    onClose()
    message.success(w.returned(name))
    await open.reload()
  }
  return (
    <FormDialog
      title={w.returnTitle(name)}
      send={send}
      sendText={w.return}
      isReady={note.trim() !== ''}
      onClose={onClose}
    >
      <NoteRow label={w.returnNote} hint={w.returnHint} rows={6} maxLength={20_000} value={note} onChange={setNote} />
    </FormDialog>
  )
}
