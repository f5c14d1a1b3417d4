import { EditOutlined, FrownOutlined } from '@ant-design/icons'
import { App, Button, Spin } from 'antd'
import { Suspense, useState } from 'react'
import { Trouble } from '../../parts/answer/trouble.tsx'
import { useAnswer } from '../../parts/answer/use-answer.ts'
import { lazyPart } from '../../parts/lazy-part.tsx'
import { signWords } from '../../parts/sign-words.ts'
import { useWords } from '../../parts/words.ts'
import type { WholeCampaign } from '../../server/campaigns.ts'
import { Refused } from '../../server/client.ts'
import { may } from '../../server/may.ts'
import { hrefOf } from '../../server/place.ts'
import type { Session } from '../../server/session.ts'
import { Empty } from '../empty.tsx'
import type { Regions } from '../regions.ts'
import { CampaignForm } from './campaign-form.tsx'
import { ComplaintsTab } from './complaints/complaints-tab.tsx'
import { ReportsButton } from './reports/reports-button.tsx'
import { ResultPage } from './result/result-page.tsx'
import { ScoringTab } from './scoring-tab.tsx'
import { StageLine } from './stage-line.tsx'
import { StatisticsTab } from './statistics-tab.tsx'
import { SubmissionsTab } from './submissions-tab.tsx'
import { useVersions } from './versions.ts'
import { campaignWords } from './words.ts'

const ComparisonTab = lazyPart(async () => (await import('./comparison/comparison-tab.tsx')).ComparisonTab)
const WorkbooksTab = lazyPart(async () => (await import('./workbooks/workbooks-tab.tsx')).WorkbooksTab)

const tabs = ['submissions', 'workbooks', 'scoring', 'comparison', 'statistics', 'complaints'] as const

/** One campaign: where it stands and who leads it on, then its submissions, scoring and results. */
export function CampaignPage({
  id,
  path,
  session,
  regions,
}: {
  id: string
  path: readonly string[]
  session: Session
  regions: Regions
}) {
  const w = useWords(campaignWords)
  const signs = useWords(signWords)
  const { message } = App.useApp()
  const { value: campaign, trouble, reload } = useAnswer<WholeCampaign>(`/api/campaigns/${encodeURIComponent(id)}`)
  const versions = useVersions()
  const [isChanging, setIsChanging] = useState(false)
  if (campaign === undefined) {
    if (trouble instanceof Refused && trouble.status === 404) {
      return (
        <div>
          <Empty icon={<FrownOutlined />} title={w.notFound} text="">
            <Button href={hrefOf('campaigns')}>{w.toList}</Button>
          </Empty>
        </div>
      )
    }
    return (
      <div>
        {trouble === undefined ? (
          <Spin className="management-wait" size="large" />
        ) : (
          <Trouble of={trouble} onRetry={reload} />
        )}
      </div>
    )
  }
  const place = { region: campaign.region, campaign: campaign.id }
  const seen = tabs.filter((tab) => {
    if (tab === 'workbooks') return may(session, 'campaign.manage', place) || may(session, 'submission.report')
    if (tab === 'submissions' || may(session, 'evaluation.read', place)) return true
    // Departments see their own; the server limits the list.
    return tab === 'complaints' && may(session, 'evaluation.read-own')
  })
  const [part, ...rest] = path
  // 排名 is a picture of 对比, and had an address of its own.
  const tab = part === 'ranking' ? 'comparison' : (tabs.find((each) => each === part) ?? 'submissions')
  const shared = { campaign, session, versions }
  return (
    <div className="campaign">
      <header className="campaign-head">
        <nav className="campaign-crumbs" aria-label={w.toList}>
          <a href={hrefOf('campaigns')}>{w.toList}</a>
        </nav>
        <h2>{campaign.name}</h2>
        <p className="campaign-facts">
          <span>{campaign.period}</span>
          <span>{regions.text(campaign.region)}</span>
          {campaign.schemes.map(({ departmentType, version }) => (
            <span key={departmentType}>
              {departmentType === '' ? versions.text(version) : signs.headed(departmentType, versions.text(version))}
            </span>
          ))}
        </p>
        {may(session, 'evaluation.read', place) && <ReportsButton campaign={campaign} />}
        {may(session, 'campaign.manage', place) && (
          <Button type="text" icon={<EditOutlined />} onClick={() => setIsChanging(true)}>
            {w.change}
          </Button>
        )}
      </header>
      <StageLine campaign={campaign} session={session} onGone={reload} />
      <nav className="campaign-tabs" aria-label={w.tabsLabel}>
        {seen.map((each) => (
          <a
            key={each}
            href={hrefOf('campaigns', id, ...(each === 'submissions' ? [] : [each]))}
            aria-current={each === tab && part !== 'result' ? 'page' : undefined}
          >
            {w.tabs[each]}
          </a>
        ))}
      </nav>
      {part === 'result' && rest[0] !== undefined && rest[1] !== undefined ? (
        <ResultPage run={rest[0]} submission={rest[1]} indicator={rest[2]} campaign={campaign} session={session} />
      ) : tab === 'submissions' ? (
        <SubmissionsTab {...shared} regions={regions} onChanged={reload} />
      ) : tab === 'workbooks' ? (
        <Suspense fallback={<Spin className="management-wait" size="large" />}>
          <WorkbooksTab campaign={campaign} session={session} />
        </Suspense>
      ) : tab === 'scoring' ? (
        <ScoringTab campaign={campaign} session={session} />
      ) : tab === 'statistics' ? (
        <StatisticsTab campaign={campaign} run={rest[0]} />
      ) : tab === 'complaints' ? (
        <ComplaintsTab campaign={campaign} />
      ) : (
        <Suspense fallback={<Spin className="management-wait" size="large" />}>
          <ComparisonTab campaign={campaign} path={part === 'ranking' ? path : rest} regions={regions} />
        </Suspense>
      )}
      {isChanging && (
        <CampaignForm
          campaign={campaign}
          regions={regions}
          onDone={({ name }) => {
            setIsChanging(false)
            message.success(w.saved(name))
            void reload()
          }}
          onClose={() => setIsChanging(false)}
        />
      )}
    </div>
  )
}
