import { App, Input, Select } from 'antd'
import { useState } from 'react'
import { useAnswer } from '../../../parts/answer/use-answer.ts'
import { usePages } from '../../../parts/answer/use-pages.ts'
import { momentText } from '../../../parts/date-text.ts'
import { FormDialog, FormRow } from '../../../parts/form/form.tsx'
import { whoText } from '../../../parts/who-text.ts'
import { useLanguage, useWords } from '../../../parts/words.ts'
import type { WholeCampaign } from '../../../server/campaigns.ts'
import { ask, Refused } from '../../../server/client.ts'
import { daysTo } from '../../../server/hand-in.ts'
import { campaignWords } from '../words.ts'
import type { ListedSubmission } from './progress.ts'
import { progressWords } from './words.ts'

export interface Reminder {
  readonly id: string
  readonly text: string
  readonly by: string
  readonly at: string
  /** How many it went to. */
  readonly count: number
}

const readSubmissions = ({ submissions }: { submissions: readonly ListedSubmission[] }) => submissions
const keyOf = ({ id }: ListedSubmission) => id

/** 催报: all who have not handed in, or some of them, read a text on their own page. Below stand the earlier ones. */
export function ReminderDialog({
  campaign,
  onDone,
  onClose,
}: {
  campaign: WholeCampaign
  onDone: () => void
  onClose: () => void
}) {
  const w = useWords(progressWords)
  const c = useWords(campaignWords)
  const language = useLanguage()
  const { message } = App.useApp()
  const { stage } = campaign
  const day = campaign.due[stage]
  const days = day === undefined ? 0 : -daysTo(day, new Date())
  const [note, setNote] = useState(() => {
    const name = c.stages[stage]
    return day !== undefined && days > 0 ? w.remindOver(name, day, days) : w.remindText(name, day)
  })
  const [chosen, setChosen] = useState<string[]>([])
  const path = `/api/campaigns/${campaign.id}`
  const whole = usePages(`${path}/submissions`, {}, readSubmissions, keyOf, true)
  const late = whole.rows.filter(({ state }) => state !== 'submitted')
  const earlier = useAnswer<{ reminders: readonly Reminder[] }>(`${path}/reminders?limit=20`).value?.reminders ?? []
  const send = async () => {
    const body = { note, ...(chosen.length === 0 ? {} : { submissions: chosen }) }
    try {
      const { sent, recent } = await ask<{ sent: number; recent: number }>('POST', `${path}/reminders`, { body })
      message.success(w.reminded(sent, recent))
    } catch (error) {
      throw error instanceof Refused && error.status === 429 ? new Error(w.remindedAll) : error
    }
    onDone()
  }
  return (
    <FormDialog
      title={w.remindTitle}
      send={send}
      sendText={w.remind}
      isReady={note.trim() !== '' && late.length > 0}
      onClose={onClose}
    >
      <FormRow label={w.remindNote} hint={w.remindHint}>
        <Input.TextArea
          rows={3}
          value={note}
          maxLength={2_000}
          aria-label={w.remindNote}
          onChange={({ target }) => setNote(target.value)}
        />
      </FormRow>
      <FormRow label={w.remindWho} hint={chosen.length === 0 ? w.remindAll(late.length) : c.chosen(chosen.length)}>
        <Select
          mode="multiple"
          allowClear
          aria-label={w.remindWho}
          placeholder={w.remindSome}
          optionFilterProp="label"
          maxTagCount="responsive"
          value={chosen}
          onChange={setChosen}
          options={late.map(({ id, name, project }) => ({ value: id, label: c.subject(name, project) }))}
        />
      </FormRow>
      {earlier.length > 0 && (
        <section className="reminders" aria-label={w.history}>
          <h3>{w.history}</h3>
          <ol>
            {earlier.map(({ id, text, by, at, count }) => (
              <li key={id}>
                <p>
                  <time dateTime={at}>{momentText(at)}</time> <span>{whoText(by, language)}</span>{' '}
                  <span>{w.historyLine(count)}</span>
                </p>
                {text}
              </li>
            ))}
          </ol>
        </section>
      )}
    </FormDialog>
  )
}
