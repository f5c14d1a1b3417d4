import type { ReactNode } from 'react'
import { useAnswer } from '../../../parts/answer/use-answer.ts'
import { dueWords } from '../../../parts/campaign-terms.ts'
import { BarChart } from '../../../parts/chart/bar-chart.tsx'
import { signWords } from '../../../parts/sign-words.ts'
import { useWords } from '../../../parts/words.ts'
import type { WholeCampaign } from '../../../server/campaigns.ts'
import { Refused } from '../../../server/client.ts'
import { daysTo } from '../../../server/hand-in.ts'
import { may } from '../../../server/may.ts'
import type { Session } from '../../../server/session.ts'
import type { Statistics } from '../statistics.ts'
import { campaignWords } from '../words.ts'
import { isFilling, isReminding, type Progress, percentOf } from './progress.ts'
import './progress.css'
import { progressWords } from './words.ts'

/** How far the campaign is as a whole: handed in, filled in, due, and the grades once it is scored. */
export function Overview({
  campaign,
  session,
  progress,
}: {
  campaign: WholeCampaign
  session: Session
  progress: Progress
}) {
  const w = useWords(progressWords)
  const c = useWords(campaignWords)
  const sumOf = (field: 'count' | 'needed' | 'filled' | 'explained' | 'missing' | 'doubtful') =>
    progress.totals.reduce((sum, each) => sum + each[field], 0)
  const all = sumOf('count')
  const handedIn = progress.totals.find(({ state }) => state === 'submitted')?.count ?? 0
  const [needed, filled] = [sumOf('needed'), sumOf('filled')]
  const due = campaign.due[campaign.stage]
  if (all === 0) return null
  return (
    <section className="overview" aria-label={w.overview}>
      <Measure name={w.handedIn} part={handedIn} all={all} />
      {isFilling(campaign.stage) && (
        <Measure name={w.filled} part={filled} all={needed}>
          <span className={sumOf('missing') > 0 ? 'overview-missing' : ''}>
            {w.missing} <strong>{sumOf('missing')}</strong>
          </span>
          <span>
            {w.explained} <strong>{sumOf('explained')}</strong>
          </span>
          <span className={sumOf('doubtful') > 0 ? 'overview-doubtful' : ''}>
            {w.doubtful} <strong>{sumOf('doubtful')}</strong>
          </span>
        </Measure>
      )}
      {due !== undefined && (
        <Due
          name={w.due(c.stages[campaign.stage])}
          day={due}
          waiting={isReminding(campaign.stage) ? all - handedIn : 0}
        />
      )}
      {may(session, 'evaluation.read', { region: campaign.region, campaign: campaign.id }) && (
        <Grades campaign={campaign.id} />
      )}
    </section>
  )
}

function Measure({ name, part, all, children }: { name: string; part: number; all: number; children?: ReactNode }) {
  const w = useWords(progressWords)
  const percent = percentOf(part, all)
  return (
    <div className="overview-card">
      <h3>{name}</h3>
      <p>
        <strong className="overview-figure">{w.of(part, all)}</strong>
        <span>{w.percent(percent)}</span>
      </p>
      <Bar percent={percent} />
      {children !== undefined && <p className="overview-more">{children}</p>}
    </div>
  )
}

/** What it shows stands beside it in figures. `explained` is what is missing with a reason. */
export function Bar({ percent, explained = 0 }: { percent: number; explained?: number }) {
  return (
    <span className="progress-bar" aria-hidden="true">
      <span className={percent === 100 ? 'is-whole' : ''} style={{ width: `${percent}%` }} />
      {explained > 0 && <span className="is-explained" style={{ width: `${Math.min(explained, 100 - percent)}%` }} />}
    </span>
  )
}

/** `waiting`: so many have not handed in. */
function Due({ name, day, waiting }: { name: string; day: string; waiting: number }) {
  const w = useWords(progressWords)
  const d = useWords(dueWords)
  const days = daysTo(day, new Date())
  return (
    <div className="overview-card">
      <h3>{name}</h3>
      <p>
        <strong className="overview-figure">{day}</strong>
      </p>
      <p className={`overview-more ${days < 0 ? 'overview-missing' : ''}`}>
        <span>{days < 0 ? d.over(-days) : d.left(days)}</span>
        {days < 0 && waiting > 0 && <span>{w.notYet(waiting)}</span>}
      </p>
    </div>
  )
}

/** Of the newest run; nothing before there is one. */
function Grades({ campaign }: { campaign: string }) {
  const w = useWords(progressWords)
  const signs = useWords(signWords)
  const { value, trouble } = useAnswer<Statistics>(`/api/campaigns/${campaign}/statistics`)
  const all = value?.all
  if (trouble instanceof Refused || all === undefined || all === null || all.count === 0) return null
  const names = all.grades.map(({ grade, count }) => w.gradeOf(grade ?? w.ungraded, count))
  const shares = all.grades.map(({ count }) => Math.round((count / all.count) * 1000) / 10)
  return (
    <div className="overview-card overview-grades">
      <h3>{w.grades}</h3>
      <BarChart
        categories={names}
        series={[{ name: w.gradeShare, values: shares }]}
        label={signs.headed(w.grades, names.join(signs.list))}
      />
    </div>
  )
}
