import { CalculatorOutlined, PlayCircleOutlined } from '@ant-design/icons'
import { App, Button, Tooltip } from 'antd'
import { useMemo, useState } from 'react'
import { Trouble } from '../../parts/answer/trouble.tsx'
import { usePages } from '../../parts/answer/use-pages.ts'
import { momentText } from '../../parts/date-text.ts'
import { whoText } from '../../parts/who-text.ts'
import { useLanguage, useWords } from '../../parts/words.ts'
import type { WholeCampaign } from '../../server/campaigns.ts'
import { ask } from '../../server/client.ts'
import { may } from '../../server/may.ts'
import { hrefOf } from '../../server/place.ts'
import type { Session } from '../../server/session.ts'
import { Empty } from '../empty.tsx'
import { type ListColumn, ListTable } from '../list-table.tsx'
import { managementWords } from '../words.ts'
import type { Progress, Run } from './scoring.ts'
import { scoringWords } from './scoring-words.ts'
import { useProgress } from './use-progress.ts'

const readRuns = ({ runs }: { runs: readonly Run[] }) => runs
const keyOf = ({ id }: Run) => id

const runLook: Readonly<Record<Run['state'], string>> = {
  running: 'badge-accent',
  done: 'badge-good',
  cancelled: '',
  failed: 'badge-bad',
}

/** Scores the whole campaign, and tells how far that is; every run before stays. */
export function ScoringTab({ campaign, session }: { campaign: WholeCampaign; session: Session }) {
  const w = useWords(scoringWords)
  const m = useWords(managementWords)
  const language = useLanguage()
  const { message, modal } = App.useApp()
  const pages = usePages(`/api/campaigns/${campaign.id}/runs`, {}, readRuns, keyOf)
  const [trouble, setTrouble] = useState<unknown>()
  const [isStarting, setIsStarting] = useState(false)
  const running = pages.rows.find(({ state }) => state === 'running')
  const { progress, isLost } = useProgress(running?.id, pages.reload)
  const mayRun = may(session, 'evaluation.run', { region: campaign.region, campaign: campaign.id })
  const hasSubmissions = (campaign.counts ?? []).some(({ count }) => count > 0)
  const start = async () => {
    setIsStarting(true)
    setTrouble(undefined)
    try {
      await ask('POST', `/api/campaigns/${campaign.id}/runs`)
      message.success(w.started)
      await pages.reload()
    } catch (error) {
      setTrouble(error)
    }
    setIsStarting(false)
  }
  const cancel = (run: Run) =>
    modal.confirm({
      title: w.cancelTitle,
      content: w.cancelText,
      okText: w.cancel,
      cancelText: w.keep,
      async onOk() {
        try {
          await ask('POST', `/api/runs/${run.id}/cancel`)
          message.success(w.cancelled)
        } catch (error) {
          setTrouble(error)
        }
        await pages.reload()
      },
    })
  const retry = async (id: string) => {
    setTrouble(undefined)
    try {
      await ask('POST', `/api/runs/${id}/retry`)
      message.success(w.retried)
    } catch (error) {
      setTrouble(error)
    }
    await pages.reload()
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is left out only acts
  const columns = useMemo<ListColumn<Run>[]>(
    () => [
      { id: 'at', title: w.at, width: '160px', cell: ({ createdAt }) => momentText(createdAt) },
      {
        id: 'state',
        title: w.state,
        width: '120px',
        cell: ({ state, error }) => (
          <span className={`badge ${runLook[state]}`} title={error ?? undefined}>
            {w.runStates[state]}
          </span>
        ),
      },
      { id: 'count', title: w.count, width: '110px', align: 'end', cell: ({ submissions }) => submissions },
      {
        id: 'took',
        title: w.took,
        width: '120px',
        cell: ({ createdAt, finishedAt }) =>
          finishedAt === null
            ? ''
            : w.seconds(Math.max(1, Math.round((Date.parse(finishedAt) - Date.parse(createdAt)) / 1000))),
      },
      {
        id: 'by',
        title: w.by,
        width: 'minmax(120px, 1fr)',
        cell: ({ createdBy }) => whoText(createdBy, language),
      },
      {
        id: 'results',
        title: '',
        width: 'minmax(120px, 1fr)',
        cell: ({ id, state }) =>
          state === 'running' ? (
            ''
          ) : state === 'failed' && mayRun ? (
            <Button type="link" onClick={() => void retry(id)}>
              {w.retry}
            </Button>
          ) : (
            <a className="list-link run-results" href={hrefOf('campaigns', campaign.id, 'ranking', id)}>
              {w.chooseRun}
            </a>
          ),
      },
    ],
    [w, language, campaign.id, mayRun],
  )
  const isEmpty = pages.rows.length === 0 && pages.isWhole
  const button = (
    <Tooltip title={w.startHint}>
      <Button
        type="primary"
        icon={<PlayCircleOutlined />}
        loading={isStarting}
        disabled={!hasSubmissions || running !== undefined}
        onClick={start}
      >
        {w.start}
      </Button>
    </Tooltip>
  )
  return (
    <div className="campaign-part">
      {!isEmpty && (
        <div className="management-bar">
          <strong>{w.runs}</strong>
          <span className="management-gap" />
          {mayRun && button}
        </div>
      )}
      <Trouble of={trouble ?? pages.trouble} onRetry={pages.trouble === undefined ? undefined : pages.reload} />
      {running !== undefined && (
        <RunProgress
          progress={progress ?? { state: 'running', total: running.submissions, done: 0, failed: 0, secondsLeft: null }}
          isLost={isLost}
          onCancel={mayRun ? () => cancel(running) : undefined}
        />
      )}
      {isEmpty ? (
        <Empty
          icon={<CalculatorOutlined />}
          title={w.none}
          text={!hasSubmissions ? w.noSubmissions : mayRun ? w.noneText : w.noneReader}
        >
          {mayRun && hasSubmissions && button}
        </Empty>
      ) : (
        <ListTable
          label={w.runs}
          columns={columns}
          rows={pages.rows}
          rowKey={keyOf}
          isWhole={pages.isWhole}
          isWaiting={pages.isWaiting && running === undefined}
          onEnd={pages.readMore}
          empty={pages.trouble === undefined && <p className="management-note">{m.loading}</p>}
        />
      )}
    </div>
  )
}

function RunProgress({
  progress: { done, total, failed, secondsLeft },
  isLost,
  onCancel,
}: {
  progress: Progress
  isLost: boolean
  onCancel: (() => void) | undefined
}) {
  const w = useWords(scoringWords)
  return (
    <section className="run" aria-label={w.runStates.running}>
      <span className="badge badge-accent">{w.runStates.running}</span>
      <progress aria-label={w.runStates.running} max={Math.max(1, total)} value={done + failed} />
      <span role="status">
        {w.progress(done, total)}
        {secondsLeft !== null && ` · ${w.left(w.seconds(secondsLeft))}`}
        {failed > 0 && ` · ${w.failed(failed)}`}
        {isLost && ` · ${w.reconnecting}`}
      </span>
      {onCancel !== undefined && <Button onClick={onCancel}>{w.cancel}</Button>}
    </section>
  )
}
