import { DeleteOutlined, DownloadOutlined, ImportOutlined, ReloadOutlined } from '@ant-design/icons'
import { writeCsv } from '@yardstick/exchange/table'
import { App, Button } from 'antd'
import { useCallback, useState } from 'react'
import { Trouble } from '../../../parts/answer/trouble.tsx'
import { download, fileNameOf } from '../../../parts/download.ts'
import { useFileDrop } from '../../../parts/use-file-drop.ts'
import { useLanguage, useWords } from '../../../parts/words.ts'
import { DropTarget } from '../../../parts/workbook/drop-target.tsx'
import { type DroppedFiles, droppedFiles } from '../../../parts/workbook/dropped-files.ts'
import { countOf, isOpen, lineKinds } from '../../../parts/workbook/dry-run.ts'
import { troubleText } from '../../../parts/workbook/trouble-text.ts'
import type { WholeCampaign } from '../../../server/campaigns.ts'
import type { Session } from '../../../server/session.ts'
import { FileDialog } from './file-dialog.tsx'
import { FilePickers } from './file-pickers.tsx'
import { outcomeText, whoseText } from './file-words.ts'
import { FilesTable, useShownFiles } from './files-table.tsx'
import { HandOut } from './hand-out.tsx'
import { TakeIn } from './take-in.tsx'
import { useReturns, useReturnView } from './use-returns.ts'
import { campaignWorkbookWords } from './words.ts'
import './workbooks.css'

/** 填报表: workbooks handed out to departments, and taken in again when they were filled in. */
export function WorkbooksTab({ campaign, session }: { campaign: WholeCampaign; session: Session }) {
  const w = useWords(campaignWorkbookWords)
  const language = useLanguage()
  const { desk, clerks } = useReturns(campaign, session)
  const shown = useShownFiles(desk)
  const view = useReturnView(desk, (all) => all)
  const [open, setOpen] = useState<number>()
  const add = ({ files, others }: DroppedFiles) =>
    desk.add(
      files.map((file) => ({
        name: file.webkitRelativePath === '' ? file.name : file.webkitRelativePath,
        content: file,
      })),
      others,
    )
  const isBusy = view.applying !== null
  const { message } = App.useApp()
  const isOver = useFileDrop(open === undefined && !isBusy, (data) => {
    droppedFiles(data).then(add, (trouble) => message.error(troubleText(trouble, language)))
  })
  const onOpen = useCallback((key: number) => setOpen(key), [])
  const place = shown.findIndex(({ file }) => file.key === open)
  const opened = shown[place]
  const list = () => {
    const surroundings = desk.surroundings()
    const head = [w.file, w.department, ...lineKinds.map((kind) => w.kindsShort[kind]), w.status, w.outcome]
    const rows = shown.map(({ file, status }) => {
      const counts = file.run === undefined ? undefined : countOf(file.run)
      return [
        file.name,
        whoseText(file, surroundings, language),
        ...lineKinds.map((kind) => (counts === undefined ? '' : String(counts[kind]))),
        w.statuses[status],
        outcomeText(file, status, surroundings, language),
      ]
    })
    const name = fileNameOf(w.listName(campaign.name), 'csv')
    download(name, new Blob([writeCsv([head, ...rows])], { type: 'text/csv;charset=utf-8' }))
  }
  return (
    <div className="campaign-part workbooks">
      {shown.length === 0 ? (
        <div className="workbooks-cards">
          <HandOut campaign={campaign} clerks={clerks} />
          <TakeIn campaign={campaign} session={session} onFiles={add} />
        </div>
      ) : (
        <>
          <div className="management-bar">
            <FilePickers onFiles={add} isOff={isBusy} />
            <Progress desk={desk} />
            <span className="management-gap" />
            <Button icon={<ReloadOutlined />} disabled={isBusy} onClick={() => desk.refresh()}>
              {w.again}
            </Button>
            <Button icon={<DownloadOutlined />} disabled={isBusy} onClick={list}>
              {w.list}
            </Button>
            <Button icon={<DeleteOutlined />} disabled={isBusy} onClick={() => desk.clear()}>
              {w.clear}
            </Button>
            <Apply desk={desk} />
          </div>
          <Summary shown={shown} others={view.others} />
          <Trouble of={view.trouble} onRetry={() => desk.refresh()} />
          <FilesTable desk={desk} shown={shown} isBusy={isBusy} onOpen={onOpen} />
        </>
      )}
      {isOver && <DropTarget title={w.drop} text={w.dropText} />}
      {opened !== undefined && (
        <FileDialog
          desk={desk}
          clerks={clerks}
          of={opened}
          at={place}
          count={shown.length}
          onGo={(step) => setOpen(shown[place + step]?.file.key)}
          onClose={() => setOpen(undefined)}
        />
      )}
    </div>
  )
}

type DeskProps = { desk: ReturnType<typeof useReturns>['desk'] }

function Progress({ desk }: DeskProps) {
  const w = useWords(campaignWorkbookWords)
  const { fetching, reading, applying } = useReturnView(desk, (all) => all)
  const share = applying ?? reading
  if (share === null && fetching === null) return null
  return (
    <div className="workbooks-progress" role="status">
      <progress value={share?.done} max={share?.total} />
      <span>
        {applying !== null
          ? w.writing(applying.done, applying.total)
          : reading !== null
            ? w.reading(reading.done, reading.total)
            : w.fetchingDocuments(fetching ?? 0)}
      </span>
      <Button onClick={() => desk.stop()}>{w.stop}</Button>
    </div>
  )
}

function Apply({ desk }: DeskProps) {
  const w = useWords(campaignWorkbookWords)
  const { reading, fetching, applying } = useReturnView(desk, (all) => all)
  const plan = desk.plan()
  const values = plan.reduce((sum, { writing }) => sum + writing.count, 0)
  const isRetry = plan.length > 0 && plan.every(({ status }) => status === 'failed')
  const isWaiting = reading !== null || fetching !== null || applying !== null
  return (
    <Button
      type="primary"
      icon={<ImportOutlined />}
      loading={applying !== null}
      disabled={isWaiting || plan.length === 0}
      onClick={() => void desk.apply(w.note)}
    >
      {plan.length === 0 ? w.applyNone : isRetry ? w.retry(plan.length) : w.apply(plan.length, values)}
    </Button>
  )
}

/** What became of it, once something was written. */
function Summary({ shown, others }: { shown: ReturnType<typeof useShownFiles>; others: number }) {
  const w = useWords(campaignWorkbookWords)
  const written = shown.filter(({ file }) => file.written !== undefined)
  const failed = shown.filter(({ status }) => status === 'failed')
  const left = written.filter(({ file }) => file.run?.lines.some((line) => isOpen(line, file.choices)) === true)
  if (written.length + failed.length + others === 0) return null
  const values = written.reduce((sum, { file }) => sum + (file.written ?? 0), 0)
  return (
    <p className={failed.length > 0 ? 'workbooks-summary is-bad' : 'workbooks-summary'} role="status">
      {written.length > 0 && <strong>{w.summary(written.length, values)}</strong>}
      {failed.length > 0 && <span>{w.summaryFailed(failed.length)}</span>}
      {left.length > 0 && <span>{w.summaryLeft(left.length)}</span>}
      {others > 0 && <span>{w.others(others)}</span>}
    </p>
  )
}
