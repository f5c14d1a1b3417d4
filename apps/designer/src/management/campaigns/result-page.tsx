import {
  ArrowLeftOutlined,
  CheckCircleOutlined,
  LinkOutlined,
  MessageOutlined,
  WarningOutlined,
} from '@ant-design/icons'
import type { Evaluation, IndicatorResult } from '@yardstick/model'
import { Button, Spin } from 'antd'
import { useEffect, useRef } from 'react'
import { Trouble } from '../../parts/answer/trouble.tsx'
import { useAnswer } from '../../parts/answer/use-answer.ts'
import { IssueText } from '../../parts/issue-text.tsx'
import { signWords } from '../../parts/sign-words.ts'
import { useLanguage, useWords } from '../../parts/words.ts'
import type { WholeCampaign } from '../../server/campaigns.ts'
import { query } from '../../server/client.ts'
import { may } from '../../server/may.ts'
import { hrefOf } from '../../server/place.ts'
import type { Session } from '../../server/session.ts'
import { type Complaint, lineHref } from './complaints/complaint.ts'
import './complaints/complaints.css'
import { LineAside } from './complaints/line-aside.tsx'
import { complaintWords } from './complaints/words.ts'
import { resultLook } from './result-look.ts'
import { scoringWords } from './scoring-words.ts'
import { campaignWords } from './words.ts'

/** The stored result computed again: the evaluation with its trace, and whether it gives what is stored. */
interface Explanation {
  readonly same: boolean
  readonly stored: { readonly total: string | null }
  readonly recomputed: { readonly total: string | null }
  readonly evaluation: Evaluation
}

/** One result: the total, what was lost, and each indicator's score with its sentence; `indicator` is the line it is about. */
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
  const w = useWords(scoringWords)
  const c = useWords(campaignWords)
  const cw = useWords(complaintWords)
  const signs = useWords(signWords)
  const language = useLanguage()
  const path = `/api/evaluations/${encodeURIComponent(run)}/${encodeURIComponent(submission)}`
  const stored = useAnswer<{ readonly evaluation: Evaluation }>(path)
  const explained = useAnswer<Explanation>(`${path}/explanation${query({ language })}`)
  const complained = useAnswer<{ readonly complaints: readonly Complaint[] }>(
    `/api/submissions/${encodeURIComponent(submission)}/complaints`,
  )
  const complaints = complained.value?.complaints ?? []
  const kept = stored.value?.evaluation
  // Made again it speaks the language of the page and has the standards; where it differs, what is stored stands.
  const evaluation = explained.value?.same === true ? explained.value.evaluation : kept
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
  return (
    <div className="campaign-part result">
      <div className="management-bar">
        {may(session, 'evaluation.read', { region: campaign.region, campaign: campaign.id }) && (
          <Button type="text" icon={<ArrowLeftOutlined />} href={hrefOf('campaigns', campaign.id, 'ranking', run)}>
            {w.backToRanking}
          </Button>
        )}
        <h3>{c.subject(subject.department, subject.project ?? '')}</h3>
        <span className={`badge ${resultLook[evaluation.state]}`} title={w.resultNotes[evaluation.state]}>
          {w.resultStates[evaluation.state]}
        </span>
        <span className="management-gap" />
        <Button type="text" href={hrefOf('submissions', submission)}>
          {w.toSubmission}
        </Button>
      </div>
      <div className="result-parts">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by the keyboard too */}
        <section className="result-body" tabIndex={0} aria-label={w.result}>
          <header className="result-head">
            <p className="result-total">
              <strong>{evaluation.total === null ? w.noGrade : w.full(evaluation.total, evaluation.fullScore)}</strong>
              {evaluation.grade !== null && <span className="badge badge-accent">{evaluation.grade}</span>}
            </p>
            <p className="result-sentence">{evaluation.sentence}</p>
            {newer !== undefined && (
              <p className="result-newer">
                {cw.newer}{' '}
                <a href={lineHref({ campaign: campaign.id, run: newer, submission, indicator })}>{cw.toNewer}</a>
              </p>
            )}
            <Recomputed explained={explained.value} trouble={explained.trouble} />
          </header>
          {evaluation.missing.length > 0 && (
            <section className="result-note">
              <h4>{w.missing}</h4>
              <p>
                {evaluation.missing
                  .map(({ name, path }) => (path.length === 0 ? name : signs.headed(path.at(-1)!, name)))
                  .join(signs.semicolon)}
              </p>
            </section>
          )}
          {evaluation.findings.length > 0 && (
            <section className="result-note">
              <h4>{w.findings}</h4>
              <ul>
                {evaluation.findings.map((each, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: findings may be alike, and never move
                  <li key={index}>
                    <IssueText issue={each} />
                  </li>
                ))}
              </ul>
            </section>
          )}
          {evaluation.lost.length > 0 && (
            <section className="result-note">
              <h4>{w.lost}</h4>
              <ol>
                {evaluation.lost.slice(0, 5).map(({ id, path, lost, sentence }) => (
                  <li key={id}>
                    <strong>{path.at(-1)}</strong> <span className="campaigns-overdue">{w.lostPoints(lost)}</span>{' '}
                    {sentence}
                  </li>
                ))}
              </ol>
            </section>
          )}
          <Indicators
            evaluation={evaluation}
            complaints={complaints}
            chosen={line?.id}
            hrefOfLine={(id) => lineHref({ campaign: campaign.id, run, submission, indicator: id })}
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

function Recomputed({ explained, trouble }: { explained: Explanation | undefined; trouble: unknown }) {
  const w = useWords(scoringWords)
  if (explained === undefined) {
    return trouble === undefined ? <p className="result-check">{w.checking}</p> : <Trouble of={trouble} />
  }
  const text = (total: string | null) => total ?? w.noGrade
  return explained.same ? (
    <p className="result-check result-same">
      <CheckCircleOutlined aria-hidden="true" /> <strong>{w.recomputedHead}</strong> {w.recomputed}
    </p>
  ) : (
    <p className="result-check result-differs" role="alert">
      <WarningOutlined aria-hidden="true" /> <strong>{w.differsHead}</strong>{' '}
      {w.differs(text(explained.stored.total), text(explained.recomputed.total))}
    </p>
  )
}

function Indicators({
  evaluation,
  complaints,
  chosen,
  hrefOfLine,
}: {
  evaluation: Evaluation
  complaints: readonly Complaint[]
  /** Id of the line that the address names. */
  chosen: string | undefined
  hrefOfLine: (indicator: string) => string
}) {
  const w = useWords(scoringWords)
  const c = useWords(complaintWords)
  const row = useRef<HTMLTableRowElement>(null)
  useEffect(() => {
    if (chosen !== undefined) row.current?.scrollIntoView({ block: 'center' })
  }, [chosen])
  const parents = new Set(
    evaluation.indicators.flatMap(({ path }) => path.slice(0, -1).map((_, at) => keyOf(path.slice(0, at + 1)))),
  )
  return (
    <table className="result-table">
      <thead>
        <tr>
          <th scope="col">{w.indicator}</th>
          <th scope="col">{w.score}</th>
          <th scope="col">{w.sentence}</th>
        </tr>
      </thead>
      <tbody>
        {evaluation.indicators.map((each) => {
          const isBranch = parents.has(keyOf(each.path))
          return (
            <tr
              key={each.id}
              ref={each.id === chosen ? row : undefined}
              className={`${isBranch ? 'result-branch' : ''} ${each.id === chosen ? 'line-chosen' : ''}`}
              aria-current={each.id === chosen ? 'location' : undefined}
            >
              <th scope="row" style={{ paddingInlineStart: 10 + (each.path.length - 1) * 16 }}>
                {each.name}
                {each.kind === 'bonus' && <span className="badge">{w.bonus}</span>}
                <LineMark complaints={complaints} indicator={each.id} href={hrefOfLine(each.id)} />
                <a className="line-link" href={hrefOfLine(each.id)} title={c.line} aria-label={c.lineOf(each.name)}>
                  <LinkOutlined />
                </a>
              </th>
              <td className="result-score">
                <ScoreText result={each} />
              </td>
              <td>
                {isBranch ? '' : each.sentence}
                {!isBranch && each.standard !== undefined && <p className="result-standard">{each.standard}</p>}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** How much is complained of a line. */
function LineMark({
  complaints,
  indicator,
  href,
}: {
  complaints: readonly Complaint[]
  indicator: string
  href: string
}) {
  const c = useWords(complaintWords)
  const own = complaints.filter((each) => each.indicator === indicator)
  if (own.length === 0) return null
  const isDecided = own.every(({ state }) => state === 'decided')
  return (
    <a className={`line-complaints ${isDecided ? 'line-decided' : ''}`} href={href} title={c.count(own.length)}>
      <MessageOutlined aria-hidden="true" /> {c.states[own[0]!.state]}
    </a>
  )
}

function ScoreText({ result: { score, points, state, provisional } }: { result: IndicatorResult }) {
  const w = useWords(scoringWords)
  if (state === 'not-applicable') return <span className="list-faint">{w.notApplicable}</span>
  const isLost = score !== null && score !== points
  return (
    <>
      <strong className={isLost ? 'result-lost' : ''}>{score ?? w.noGrade}</strong>
      <span className="list-faint">{` / ${points}`}</span>
      {provisional === true && <span className="badge badge-warn">{w.provisional}</span>}
    </>
  )
}

const keyOf = (path: readonly string[]) => path.join('\u0000')
