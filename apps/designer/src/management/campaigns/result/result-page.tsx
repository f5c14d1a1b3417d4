import { ArrowLeftOutlined, FileTextOutlined } from '@ant-design/icons'
import type { Evaluation } from '@yardstick/model'
import { Button, Spin } from 'antd'
import { useEffect, useState } from 'react'
import { Trouble } from '../../../parts/answer/trouble.tsx'
import { useAnswer } from '../../../parts/answer/use-answer.ts'
import { FileButtons } from '../../../parts/report/file-buttons.tsx'
import { type Explanation, type ResultSource, resultPath, sourceOf } from '../../../parts/report/result-source.ts'
import { type StoredTexts, textsPath } from '../../../parts/report/stored-texts.ts'
import { usePrint } from '../../../parts/report/use-print.ts'
import { useLanguage, useWords } from '../../../parts/words.ts'
import type { WholeCampaign } from '../../../server/campaigns.ts'
import { query } from '../../../server/client.ts'
import { may } from '../../../server/may.ts'
import { hrefOf } from '../../../server/place.ts'
import type { Session } from '../../../server/session.ts'
import { type Complaint, lineHref } from '../complaints/complaint.ts'
import '../complaints/complaints.css'
import { LineAside } from '../complaints/line-aside.tsx'
import { complaintWords } from '../complaints/words.ts'
import { resultLook } from '../result-look.ts'
import { scoringWords } from '../scoring-words.ts'
import { campaignWords } from '../words.ts'
import { LevelSummary } from './level-summary.tsx'
import { LostPoints } from './lost-points.tsx'
import { Problems } from './problems.tsx'
import './result.css'
import { ResultHead } from './result-head.tsx'
import { ScoreTable } from './score-table.tsx'
import { Shortfalls } from './shortfalls.tsx'
import { resultWords } from './words.ts'

/** One result: total and grade, what was lost and why, the score table; `indicator` is the line the address is about. */
export function ResultPage({
  run,
  submission,
  indicator,
  campaign,
  session,
}: {
  run: string
  submission: string
  indicator: string | undefined
  campaign: WholeCampaign
  session: Session
}) {
  usePrint('result')
  const w = useWords(scoringWords)
  const r = useWords(resultWords)
  const c = useWords(campaignWords)
  const cw = useWords(complaintWords)
  const language = useLanguage()
  const path = resultPath(run, submission)
  const stored = useAnswer<{ readonly evaluation: Evaluation }>(path)
  const explained = useAnswer<Explanation>(`${path}/explanation${query({ language })}`)
  const complained = useAnswer<{ readonly complaints: readonly Complaint[] }>(
    `/api/submissions/${encodeURIComponent(submission)}/complaints`,
  )
  const place = { region: campaign.region, campaign: campaign.id }
  const mayRead = may(session, 'evaluation.read', place)
  const hasReport = mayRead || campaign.stage === 'public'
  const texts = useAnswer<StoredTexts>(hasReport ? textsPath(submission) : undefined)
  const complaints = complained.value?.complaints ?? []
  const kept = stored.value?.evaluation
  const isSettled = explained.value !== undefined || explained.trouble !== undefined
  // Made again it speaks the language of the page and has the standards; where it differs, what is stored stands.
  const evaluation = explained.value?.same === true ? explained.value.evaluation : kept
  const source = useSource(run, submission, isSettled ? evaluation : undefined)
  if (evaluation === undefined) {
    return stored.trouble === undefined ? (
      <Spin className="management-wait" size="large" />
    ) : (
      <Trouble of={stored.trouble} onRetry={stored.reload} />
    )
  }
  const { subject } = evaluation.submission
  const line = evaluation.indicators.find(({ id }) => id === indicator)
  const newer = complaints.map(({ after }) => after?.run).find((each) => each !== undefined && each > run)
  const hrefOfLine = (id: string) => lineHref({ campaign: campaign.id, run, submission, indicator: id })
  return (
    <div className="campaign-part result">
      <div className="management-bar">
        {mayRead && (
          <Button type="text" icon={<ArrowLeftOutlined />} href={hrefOf('campaigns', campaign.id, 'ranking', run)}>
            {w.backToRanking}
          </Button>
        )}
        <h3>{c.subject(subject.department, subject.project ?? '')}</h3>
        <span className={`badge ${resultLook[evaluation.state]}`} title={w.resultNotes[evaluation.state]}>
          {w.resultStates[evaluation.state]}
        </span>
        <span className="management-gap" />
        <FileButtons
          source={source.value}
          texts={hasReport ? texts.value?.texts : undefined}
          hasReport={hasReport}
          printHref={hasReport ? hrefOf('submissions', submission, 'report', 'print') : undefined}
        />
        {may(session, 'report.write', place) && campaign.stage !== 'public' && (
          <Button icon={<FileTextOutlined />} href={hrefOf('submissions', submission, 'report')}>
            {r.report}
          </Button>
        )}
        <Button type="text" href={hrefOf('submissions', submission)}>
          {w.toSubmission}
        </Button>
      </div>
      <div className="result-parts">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by the keyboard too */}
        <section className="result-body" tabIndex={0} aria-label={w.result}>
          <ResultHead
            evaluation={evaluation}
            scheme={source.value?.bound}
            explained={explained.value}
            trouble={explained.trouble}
          >
            {newer !== undefined && (
              <p className="result-newer">
                {cw.newer}{' '}
                <a href={lineHref({ campaign: campaign.id, run: newer, submission, indicator })}>{cw.toNewer}</a>
              </p>
            )}
          </ResultHead>
          <Trouble of={source.trouble} />
          <div className="result-cards">
            <div>
              <LevelSummary evaluation={evaluation} />
              <Problems evaluation={evaluation} />
            </div>
            <div>
              <LostPoints evaluation={evaluation} hrefOfLine={hrefOfLine} />
              <Shortfalls evaluation={evaluation} source={source.value} hrefOfLine={hrefOfLine} />
            </div>
          </div>
          <ScoreTable
            evaluation={evaluation}
            scheme={source.value?.bound}
            complaints={complaints}
            chosen={line?.id}
            hrefOfLine={hrefOfLine}
          />
          <p className="result-hashes">
            {w.hashes}
            <span>
              {w.schemeHash} <code>{evaluation.scheme.hash.slice(0, 16)}</code>
            </span>
            <span>
              {w.submissionHash} <code>{evaluation.submission.hash.slice(0, 16)}</code>
            </span>
            {evaluation.group !== undefined && (
              <span>
                {w.groupHash} <code>{evaluation.group.slice(0, 16)}</code>
              </span>
            )}
            <span>
              {w.engine} {evaluation.engine}
            </span>
          </p>
        </section>
        {line !== undefined && (
          <LineAside
            key={line.id}
            line={line}
            complaints={complaints.filter((each) => each.indicator === line.id)}
            newer={newer}
            run={run}
            submission={submission}
            region={subject.regionCode ?? campaign.region}
            campaign={campaign}
            session={session}
            onChanged={complained.reload}
          />
        )}
      </div>
    </div>
  )
}

/** What the result came from, once it is known which evaluation is shown. */
function useSource(run: string, submission: string, evaluation: Evaluation | undefined) {
  const [state, setState] = useState<{ value?: ResultSource; trouble?: unknown }>({})
  useEffect(() => {
    let isGone = false
    setState({})
    if (evaluation === undefined) return
    sourceOf(run, submission, evaluation).then(
      (value) => !isGone && setState({ value }),
      (trouble) => !isGone && setState({ trouble }),
    )
    return () => {
      isGone = true
    }
  }, [run, submission, evaluation])
  return state
}
