import { FileAddOutlined, FolderOpenOutlined, InboxOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useRef } from 'react'
import { useWords } from '../../../parts/words.ts'
import { type DroppedFiles, onlyReturned } from '../../../parts/workbook/dropped-files.ts'
import type { WholeCampaign } from '../../../server/campaigns.ts'
import { may } from '../../../server/may.ts'
import type { Session } from '../../../server/session.ts'
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
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
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
        <Button icon={<FileAddOutlined />} onClick={() => files.current?.click()}>
          {w.chooseFiles}
        </Button>
        <Button icon={<FolderOpenOutlined />} onClick={() => folder.current?.click()}>
          {w.chooseFolder}
        </Button>
      </div>
      <input
        ref={files}
        type="file"
        hidden
        multiple
        aria-label={w.chooseFiles}
        accept=".xlsx,.csv,.json,.zip"
        onChange={({ target }) => {
          onFiles({ files: [...(target.files ?? [])], others: 0 })
          target.value = ''
        }}
      />
      <input
        ref={(input) => {
          folder.current = input
          // Not among the properties that React knows.
          input?.setAttribute('webkitdirectory', '')
        }}
        type="file"
        hidden
        multiple
        aria-label={w.chooseFolder}
        onChange={({ target }) => {
          onFiles(onlyReturned([...(target.files ?? [])]))
          target.value = ''
        }}
      />
    </section>
  )
}
