import { App, Select } from 'antd'
import { useState } from 'react'
import { useAnswer } from '../../../parts/answer/use-answer.ts'
import { FormDialog, FormRow, NoteRow } from '../../../parts/form/form.tsx'
import { useWords } from '../../../parts/words.ts'
import { ask } from '../../../server/client.ts'
import { complaintWords } from './words.ts'

/** A department complains of a line of its result. */
export function RaiseDialog({
  line,
  run,
  submission,
  onDone,
  onClose,
}: {
  line: { readonly id: string; readonly name: string }
  run: string
  submission: string
  onDone: () => Promise<void>
  onClose: () => void
}) {
  const w = useWords(complaintWords)
  const { message } = App.useApp()
  const [text, setText] = useState('')
  const [evidence, setEvidence] = useState<string[]>([])
  const path = `/api/submissions/${encodeURIComponent(submission)}`
  const files = useAnswer<{ evidence: readonly { id: string; name: string }[] }>(`${path}/evidence`).value?.evidence
  const send = async () => {
    await ask('POST', `${path}/complaints`, { body: { run, indicator: line.id, text, evidence } })
    message.success(w.raised)
    await onDone()
  }
  return (
    <FormDialog
      title={w.raiseTitle(line.name)}
      send={send}
      sendText={w.raise}
      isReady={text.trim() !== ''}
      onClose={onClose}
    >
      <NoteRow label={w.raiseText} hint={w.raiseHint} rows={6} maxLength={20_000} value={text} onChange={setText} />
      {files !== undefined && files.length > 0 && (
        <FormRow label={w.evidence} hint={w.evidenceHint}>
          <Select
            mode="multiple"
            aria-label={w.evidence}
            placeholder={w.evidenceChoose}
            optionFilterProp="label"
            value={evidence}
            onChange={setEvidence}
            options={files.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </FormRow>
      )}
    </FormDialog>
  )
}
