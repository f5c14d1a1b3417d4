import { App, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { useAnswer } from '../../../parts/answer/use-answer.ts'
import { momentText } from '../../../parts/date-text.ts'
import { FormDialog, FormRow } from '../../../parts/form/form.tsx'
import { useWords } from '../../../parts/words.ts'
import { ask } from '../../../server/client.ts'
import type { Run } from '../scoring.ts'
import type { Complaint, Outcome } from './complaint.ts'
import { complaintWords } from './words.ts'

/** 裁定: kept, adjusted or in part, why, and the run that carried it out where there is one already. */
export function DecisionDialog({
  complaint,
  onDone,
  onClose,
}: {
  complaint: Complaint
  onDone: () => Promise<void>
  onClose: () => void
}) {
  const w = useWords(complaintWords)
  const { message } = App.useApp()
  const [outcome, setOutcome] = useState<Outcome>()
  const [reason, setReason] = useState('')
  const [run, setRun] = useState('')
  const { value } = useAnswer<{ runs: readonly Run[] }>(`/api/campaigns/${complaint.campaign}/runs`)
  const runs = value?.runs ?? []
  const before = runs.find(({ id }) => id === complaint.run)
  const later = runs.filter(({ state, createdAt }) => {
    return state === 'done' && before !== undefined && createdAt > before.createdAt
  })
  const isChanged = outcome !== undefined && outcome !== 'kept'
  const send = async () => {
    const body = { outcome, reason, ...(isChanged && run !== '' ? { run } : {}) }
    await ask('POST', `/api/complaints/${complaint.id}/decision`, { body })
    message.success(w.decided)
    await onDone()
  }
  return (
    <FormDialog
      title={w.decideTitle(complaint.before.name)}
      send={send}
      sendText={w.decide}
      isReady={outcome !== undefined && reason.trim() !== ''}
      onClose={onClose}
    >
      <FormRow label={w.outcome} hint={outcome === undefined ? undefined : w.outcomeNotes[outcome]}>
        <Radio.Group
          aria-label={w.outcome}
          value={outcome}
          onChange={({ target }) => setOutcome(target.value as Outcome)}
          options={(Object.keys(w.outcomes) as Outcome[]).map((each) => ({ value: each, label: w.outcomes[each] }))}
        />
      </FormRow>
      <FormRow label={w.reason} hint={w.reasonHint}>
        <Input.TextArea
          rows={5}
          value={reason}
          maxLength={20_000}
          aria-label={w.reason}
          onChange={({ target }) => setReason(target.value)}
        />
      </FormRow>
      {isChanged && (
        <FormRow label={w.run} hint={run === '' ? w.runLaterHint : undefined}>
          <Select
            aria-label={w.run}
            value={run}
            onChange={setRun}
            options={[
              { value: '', label: w.runLater },
              ...later.map(({ id, createdAt }) => ({ value: id, label: w.runAt(momentText(createdAt)) })),
            ]}
          />
        </FormRow>
      )}
    </FormDialog>
  )
}
