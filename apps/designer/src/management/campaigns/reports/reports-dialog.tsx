import { Alert, App, Button, Checkbox, Progress } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { OfficeFileKind } from '../../../evaluation/office-files.ts'
import { Trouble } from '../../../parts/answer/trouble.tsx'
import { useAnswer } from '../../../parts/answer/use-answer.ts'
import { momentText } from '../../../parts/date-text.ts'
import { download, fileNameOf } from '../../../parts/download.ts'
import { Modal } from '../../../parts/modal.tsx'
import { useLanguage, useWords } from '../../../parts/words.ts'
import type { WholeCampaign } from '../../../server/campaigns.ts'
import type { Run } from '../scoring.ts'
import { campaignWords } from '../words.ts'
import { type LeftOut, packReports } from './pack-reports.ts'
import './reports.css'
import { campaignReportWords } from './words.ts'

const kinds: readonly OfficeFileKind[] = ['report', 'score-table', 'form-xlsx', 'form-docx']

/** The files of all departments as one zip, one after the other, so that the page goes on answering. */
export function ReportsDialog({ campaign, onClose }: { campaign: WholeCampaign; onClose: () => void }) {
  const w = useWords(campaignReportWords)
  const c = useWords(campaignWords)
  const language = useLanguage()
  const { message } = App.useApp()
  const runs = useAnswer<{ readonly runs: readonly Run[] }>(`/api/campaigns/${campaign.id}/runs`)
  const [wanted, setWanted] = useState<readonly OfficeFileKind[]>(['report', 'score-table'])
  const [progress, setProgress] = useState<{ done: number; all: number }>()
  const [left, setLeft] = useState<readonly LeftOut[]>([])
  const [trouble, setTrouble] = useState<unknown>()
  const stop = useRef<AbortController>(undefined)
  useEffect(() => () => stop.current?.abort(), [])
  const run = runs.value?.runs.find(({ state }) => state === 'done')
  const make = async () => {
    if (run === undefined) return
    stop.current = new AbortController()
    setTrouble(undefined)
    setLeft([])
    setProgress({ done: 0, all: run.submissions })
    try {
      const packed = await packReports({
        ...{
          campaign: campaign.id,
          run: run.id,
          language,
          words: { ...w, subject: c.subject },
          signal: stop.current.signal,
        },
        kinds: kinds.filter((kind) => wanted.includes(kind)),
        onProgress: (done, all) => setProgress({ done, all }),
      })
      if (packed !== undefined) {
        const zip = new Blob([packed.zip as Uint8Array<ArrayBuffer>], { type: 'application/zip' })
        download(fileNameOf(w.zip(campaign.name), 'zip'), zip)
        message.success(w.made(packed.files))
        setLeft(packed.left)
      }
    } catch (error) {
      if (stop.current?.signal.aborted !== true) setTrouble(error)
    }
    setProgress(undefined)
  }
  const isMaking = progress !== undefined
  return (
    <Modal
      title={w.title}
      width={520}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={
        isMaking ? (
          <Button onClick={() => stop.current?.abort()}>{w.stop}</Button>
        ) : (
          <>
            <Button onClick={onClose}>{w.close}</Button>
            <Button type="primary" disabled={run === undefined || wanted.length === 0} onClick={make}>
              {w.start}
            </Button>
          </>
        )
      }
    >
      <p>{w.text}</p>
      {run !== undefined && (
        <p className="reports-run">{w.run(momentText(run.finishedAt ?? run.createdAt), run.submissions)}</p>
      )}
      {runs.value !== undefined && run === undefined && <Alert type="info" showIcon title={w.none} />}
      <Checkbox.Group
        className="reports-kinds"
        aria-label={w.kindsLabel}
        disabled={isMaking}
        value={[...wanted]}
        options={kinds.map((value) => ({ value, label: w.kinds[value] }))}
        onChange={(values) => setWanted(values as OfficeFileKind[])}
      />
      {isMaking && (
        <div role="status">
          <Progress percent={(100 * progress.done) / Math.max(1, progress.all)} showInfo={false} aria-label={w.title} />
          {w.progress(progress.done, progress.all)}
        </div>
      )}
      {left.length > 0 && (
        <Alert
          type="warning"
          showIcon
          role="alert"
          className="reports-left"
          title={w.left(left.length)}
          description={
            <ul>
              {left.map((each) => (
                <li key={each.name}>{w.leftLine(each)}</li>
              ))}
            </ul>
          }
        />
      )}
      <Trouble of={trouble ?? runs.trouble} />
    </Modal>
  )
}
