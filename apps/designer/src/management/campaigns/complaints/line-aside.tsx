import { CloseOutlined, LinkOutlined, MessageOutlined } from '@ant-design/icons'
import type { IndicatorResult } from '@yardstick/model'
import { App, Button } from 'antd'
import { useState } from 'react'
import { copyText } from '../../../parts/copy-text.ts'
import { useWords } from '../../../parts/words.ts'
import type { WholeCampaign } from '../../../server/campaigns.ts'
import { may } from '../../../server/may.ts'
import type { Session } from '../../../server/session.ts'
import { type Complaint, lineHref } from './complaint.ts'
import { ComplaintThread } from './complaint-thread.tsx'
import { RaiseDialog } from './raise-dialog.tsx'
import { complaintWords } from './words.ts'

/** Beside the chosen line of a result: its address, and what is complained of it. */
export function LineAside({
  line,
  complaints,
  newer,
  run,
  submission,
  region,
  campaign,
  session,
  onChanged,
}: {
  line: IndicatorResult
  complaints: readonly Complaint[]
  /** The run that took the place of this one, where there is one: one complains of that. */
  newer: string | undefined
  run: string
  submission: string
  /** Of the department. */
  region: string
  campaign: WholeCampaign
  session: Session
  onChanged: () => Promise<void>
}) {
  const w = useWords(complaintWords)
  const { message } = App.useApp()
  const [isRaising, setIsRaising] = useState(false)
  const isSettled = campaign.stage === 'final' || campaign.stage === 'public'
  const mayRaise =
    isSettled &&
    newer === undefined &&
    may(session, 'complaint.raise', { region, campaign: campaign.id }) &&
    complaints.every(({ state }) => state === 'decided')
  const address = { campaign: campaign.id, run, submission }
  const copy = () => {
    const href = new URL(lineHref({ ...address, indicator: line.id }), location.href).href
    if (copyText(href)) message.success(w.copied)
    else message.warning(w.copyFailed)
  }
  return (
    <aside className="line-aside" aria-label={line.name}>
      <header>
        <h4>{line.name}</h4>
        <Button type="text" icon={<LinkOutlined />} onClick={copy}>
          {w.copy}
        </Button>
        <Button type="text" icon={<CloseOutlined />} aria-label={w.close} title={w.close} href={lineHref(address)} />
      </header>
      {complaints.length === 0 && <p className="line-none">{w.none}</p>}
      {complaints.length === 0 && !isSettled && <p className="line-none">{w.noneClosed}</p>}
      {newer !== undefined && (
        <p className="line-none">
          {w.newer} <a href={lineHref({ ...address, run: newer, indicator: line.id })}>{w.toNewer}</a>
        </p>
      )}
      {mayRaise && (
        <Button icon={<MessageOutlined />} onClick={() => setIsRaising(true)}>
          {w.raise}
        </Button>
      )}
      {complaints.map((each) => (
        <ComplaintThread key={each.id} complaint={each} campaign={campaign} session={session} onChanged={onChanged} />
      ))}
      {isRaising && (
        <RaiseDialog
          line={line}
          run={run}
          submission={submission}
          onDone={async () => {
            setIsRaising(false)
            await onChanged()
          }}
          onClose={() => setIsRaising(false)}
        />
      )}
    </aside>
  )
}
