import { InboxOutlined } from '@ant-design/icons'
import { useWords } from '../../../parts/words.ts'
import type { DroppedFiles } from '../../../parts/workbook/dropped-files.ts'
import type { WholeCampaign } from '../../../server/campaigns.ts'
import { may } from '../../../server/may.ts'
import type { Session } from '../../../server/session.ts'
import { FilePickers } from './file-pickers.tsx'
import { campaignWorkbookWords } from './words.ts'

/** Where filled workbooks are chosen: files, a folder, or by dropping them anywhere on the page. */
export function TakeIn({
  campaign,
  session,
  onFiles,
}: {
  campaign: WholeCampaign
  session: Session
  onFiles: (dropped: DroppedFiles) => void
}) {
  const w = useWords(campaignWorkbookWords)
  const place = { region: campaign.region, campaign: campaign.id }
  const mayReport = may(session, 'submission.take-in', place) || may(session, 'submission.report')
  const isOpen = campaign.stage === 'report' || campaign.stage === 'self' || campaign.stage === 'evaluate'
  return (
    <section className="workbooks-card is-target" aria-label={w.takeIn}>
      <h3>
        <InboxOutlined aria-hidden="true" />
        {w.takeIn}
      </h3>
      <p>{w.takeInText}</p>
      {!isOpen ? (
        <p className="workbooks-closed">{w.closedStage}</p>
      ) : (
        !mayReport && <p className="workbooks-closed">{w.mayNot}</p>
      )}
      <div className="workbooks-order">
        <FilePickers onFiles={onFiles} />
      </div>
    </section>
  )
}
