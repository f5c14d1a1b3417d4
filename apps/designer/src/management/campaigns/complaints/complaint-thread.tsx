import { FileOutlined } from '@ant-design/icons'
import { App, Button, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { Trouble } from '../../../parts/answer/trouble.tsx'
import { momentText } from '../../../parts/date-text.ts'
import { whoText } from '../../../parts/who-text.ts'
import { useLanguage, useWords } from '../../../parts/words.ts'
import type { WholeCampaign } from '../../../server/campaigns.ts'
import { addressOf, ask } from '../../../server/client.ts'
import { may } from '../../../server/may.ts'
import type { Session } from '../../../server/session.ts'
import { BeforeAfter } from './before-after.tsx'
import { type Complaint, complaintLook } from './complaint.ts'
import { DecisionDialog } from './decision-dialog.tsx'
import { complaintWords } from './words.ts'

/** One complaint: who wrote what, how it was decided, and the scores before and after. */
export function ComplaintThread({
  complaint,
  campaign,
  session,
  onChanged,
}: {
  complaint: Complaint
  campaign: WholeCampaign
  session: Session
  onChanged: () => Promise<void>
}) {
  const w = useWords(complaintWords)
  const language = useLanguage()
  const [isDeciding, setIsDeciding] = useState(false)
  const { state, decision, remarks } = complaint
  const place = { region: campaign.region, campaign: campaign.id }
  const isUndecided = state !== 'decided'
  const mayWrite = isUndecided && (may(session, 'complaint.answer', place) || may(session, 'complaint.raise'))
  const mayDecide = isUndecided && may(session, 'complaint.decide', place)
  return (
    <article className="complaint" aria-label={w.complaint}>
      <header>
        <span className={`badge ${complaintLook[state]}`}>{w.states[state]}</span>
      </header>
      <ol className="complaint-remarks">
        {remarks.map((each) => (
          <li key={each.id} className={`complaint-${each.side}`}>
            <p className="complaint-who">
              <strong>{whoText(each.by, language)}</strong>
              <span>{w.sides[each.side]}</span>
              <time dateTime={each.at}>{momentText(each.at)}</time>
            </p>
            <p className="complaint-text">{each.text}</p>
            {each.evidence.map(({ id, name }) => (
              <a key={id} className="complaint-file" href={addressOf(`/api/evidence/${id}`)} download={name}>
                <FileOutlined aria-hidden="true" /> {name}
              </a>
            ))}
          </li>
        ))}
      </ol>
      {decision !== null && (
        <section className="complaint-decision" aria-label={w.decision}>
          <p className="complaint-who">
            <span className="badge badge-good">{w.outcomes[decision.outcome]}</span>
            <strong>{whoText(decision.by, language)}</strong>
            <time dateTime={decision.at}>{momentText(decision.at)}</time>
          </p>
          <p className="complaint-text">{decision.reason}</p>
          {decision.outcome !== 'kept' && <BeforeAfter complaint={complaint} />}
        </section>
      )}
      {mayWrite && (
        <Reply id={complaint.id} onDone={onChanged}>
          {mayDecide && <Button onClick={() => setIsDeciding(true)}>{w.decide}</Button>}
        </Reply>
      )}
      {isDeciding && (
        <DecisionDialog
          complaint={complaint}
          onDone={async () => {
            setIsDeciding(false)
            await onChanged()
          }}
          onClose={() => setIsDeciding(false)}
        />
      )}
    </article>
  )
}

function Reply({ id, onDone, children }: { id: string; onDone: () => Promise<void>; children: ReactNode }) {
  const w = useWords(complaintWords)
  const { message } = App.useApp()
  const [text, setText] = useState('')
  const [trouble, setTrouble] = useState<unknown>()
  const [isSending, setIsSending] = useState(false)
  const send = async () => {
    if (isSending || text.trim() === '') return
    setIsSending(true)
    setTrouble(undefined)
    try {
      await ask('POST', `/api/complaints/${id}/remarks`, { body: { text } })
      setText('')
      message.success(w.replied)
    } catch (error) {
      setTrouble(error)
    }
    // Somebody may have decided meanwhile: what is there is shown either way.
    await onDone()
    setIsSending(false)
  }
  return (
    <div className="complaint-reply">
      <Input.TextArea
        autoSize={{ minRows: 2, maxRows: 8 }}
        value={text}
        maxLength={20_000}
        placeholder={w.replyText}
        aria-label={w.replyText}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send()
        }}
      />
      <Trouble of={trouble} />
      <div className="complaint-actions">
        {children}
        <Button type="primary" disabled={text.trim() === ''} loading={isSending} onClick={send}>
          {w.reply}
        </Button>
      </div>
    </div>
  )
}
