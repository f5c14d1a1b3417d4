import { BellOutlined, PlusOutlined, TeamOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useDeferredValue, useMemo, useState } from 'react'
import { Trouble } from '../../parts/answer/trouble.tsx'
import { useAnswer } from '../../parts/answer/use-answer.ts'
import { usePages } from '../../parts/answer/use-pages.ts'
import { momentText } from '../../parts/date-text.ts'
import { HandInMark } from '../../parts/hand-in-mark.tsx'
import { useWords } from '../../parts/words.ts'
import { type SubmissionState, takesDepartments, type WholeCampaign } from '../../server/campaigns.ts'
import { handInOf } from '../../server/hand-in.ts'
import { may } from '../../server/may.ts'
import { hrefOf } from '../../server/place.ts'
import type { Session } from '../../server/session.ts'
import { Empty } from '../empty.tsx'
import { type ListColumn, PagedTable } from '../list-table.tsx'
import type { Regions } from '../regions.ts'
import { SearchField } from '../search-field.tsx'
import { managementWords } from '../words.ts'
import { EnterDialog } from './enter-dialog.tsx'
import { ItemCount } from './progress/item-count.tsx'
import { Overview } from './progress/overview.tsx'
import { OwnReminders } from './progress/own-reminders.tsx'
import { isFilling, isReminding, type ListedSubmission, type Progress } from './progress/progress.ts'
import { ReminderDialog } from './progress/reminder-dialog.tsx'
import { progressWords } from './progress/words.ts'
import type { Versions } from './versions.ts'
import { campaignWords } from './words.ts'

const readSubmissions = ({ submissions }: { submissions: readonly ListedSubmission[] }) => submissions
const keyOf = ({ id }: ListedSubmission) => id

const stateLook: Readonly<Record<SubmissionState, string>> = {
  open: '',
  submitted: 'badge-good',
  returned: 'badge-warn',
}

/** Whom the campaign evaluates, and how far each of them is. */
export function SubmissionsTab({
  campaign,
  session,
  versions,
  regions,
  onChanged,
}: {
  campaign: WholeCampaign
  session: Session
  versions: Versions
  regions: Regions
  onChanged: () => void
}) {
  const w = useWords(campaignWords)
  const p = useWords(progressWords)
  const m = useWords(managementWords)
  const { message } = App.useApp()
  const [typed, setTyped] = useState('')
  const [state, setState] = useState<SubmissionState | ''>('')
  const [isEntering, setIsEntering] = useState(false)
  const [isRemindingOpen, setIsRemindingOpen] = useState(false)
  const progress = useAnswer<Progress>(`/api/campaigns/${campaign.id}/progress?limit=1`)
  const filter = { search: useDeferredValue(typed.trim()), state }
  const pages = usePages(`/api/campaigns/${campaign.id}/submissions`, filter, readSubmissions, keyOf)
  const mayManage = may(session, 'campaign.manage', { region: campaign.region, campaign: campaign.id })
  const mayEnter = takesDepartments(campaign) && mayManage
  // Whoever does not see the whole campaign has their own counted.
  const counts = progress.value?.totals ?? campaign.counts ?? []
  const countOf = (state: SubmissionState) =>
    counts.reduce((sum, each) => (each.state === state ? sum + each.count : sum), 0)
  const all = counts.reduce((sum, { count }) => sum + count, 0)
  const columns = useMemo<ListColumn<ListedSubmission>[]>(
    () => [
      {
        id: 'name',
        title: w.department,
        width: 'minmax(200px, 3fr)',
        cell: ({ id, name }) => (
          <a className="list-link" href={hrefOf('submissions', id)}>
            {name}
          </a>
        ),
      },
      {
        id: 'project',
        title: w.project,
        width: 'minmax(140px, 2fr)',
        cell: ({ project }) => (project === '' ? <span className="list-faint">{w.whole}</span> : project),
      },
      ...(isFilling(campaign.stage)
        ? [
            {
              id: 'progress',
              title: p.progress,
              width: '160px',
              cell: (each: ListedSubmission) => <ItemCount of={each} />,
            },
          ]
        : []),
      { id: 'type', title: w.type, width: '110px', cell: ({ type }) => type },
      { id: 'region', title: w.region, width: 'minmax(100px, 1fr)', cell: ({ region }) => regions.text(region) },
      {
        id: 'version',
        title: w.version,
        width: 'minmax(110px, 2fr)',
        cell: ({ version }) => <span title={versions.text(version)}>{versions.text(version)}</span>,
      },
      ...(campaign.hasDeclarations
        ? [
            {
              id: 'declaration',
              title: w.declarationState,
              width: '96px',
              cell: ({ declarationState }: ListedSubmission) =>
                w.declarationStates[declarationState] ?? declarationState,
            },
          ]
        : []),
      {
        id: 'state',
        title: w.state,
        width: '190px',
        cell: ({ state, handedIn, remindedAt }) => (
          <>
            <span className={`badge ${stateLook[state]}`}>{w.states[state]}</span>{' '}
            <HandInMark of={handInOf(campaign, { state, handedIn }, campaign.stage, new Date())} />{' '}
            {remindedAt !== null && state !== 'submitted' && (
              <BellOutlined
                className="reminded"
                role="img"
                title={p.remindedAt(momentText(remindedAt))}
                aria-label={p.remindedAt(momentText(remindedAt))}
              />
            )}
          </>
        ),
      },
      { id: 'updated', title: w.updatedAt, width: '150px', cell: ({ updatedAt }) => momentText(updatedAt) },
    ],
    [w, p, regions, versions, campaign],
  )
  // Whoever fills in, and has not handed in yet.
  const isAsked =
    isReminding(campaign.stage) &&
    !mayManage &&
    progress.value?.totals.some(({ state }) => state !== 'submitted') === true
  const isFiltered = filter.search !== '' || state !== ''
  const isEmpty = pages.rows.length === 0 && pages.isWhole && !isFiltered
  const enter = (
    <Button type={isEmpty ? 'primary' : 'default'} icon={<PlusOutlined />} onClick={() => setIsEntering(true)}>
      {w.enter}
    </Button>
  )
  return (
    <div className="campaign-part">
      {isAsked && <OwnReminders campaign={campaign.id} />}
      {progress.value !== undefined && <Overview campaign={campaign} session={session} progress={progress.value} />}
      <div className="management-bar">
        <SearchField value={typed} onChange={setTyped} />
        <fieldset className="campaign-states" aria-label={w.state}>
          <button type="button" aria-pressed={state === ''} onClick={() => setState('')}>
            {w.allStates} <span>{all}</span>
          </button>
          {(Object.keys(w.states) as SubmissionState[]).map((each) => (
            <button type="button" key={each} aria-pressed={state === each} onClick={() => setState(each)}>
              {w.states[each]} <span>{countOf(each)}</span>
            </button>
          ))}
        </fieldset>
        <span className="management-gap" />
        {mayManage && isReminding(campaign.stage) && !isEmpty && (
          <Button icon={<BellOutlined />} onClick={() => setIsRemindingOpen(true)}>
            {p.remind}
          </Button>
        )}
        {mayEnter && !isEmpty && enter}
      </div>
      <Trouble of={pages.trouble} onRetry={pages.reload} />
      {isEmpty ? (
        <Empty
          icon={<TeamOutlined />}
          title={w.emptySubmissions}
          text={mayEnter ? w.emptySubmissionsText : w.emptySubmissionsReader}
        >
          {mayEnter && enter}
        </Empty>
      ) : (
        <PagedTable label={w.tabs.submissions} columns={columns} pages={pages} rowKey={keyOf} none={m.nothingFound} />
      )}
      {isEntering && (
        <EnterDialog
          campaign={campaign}
          regions={regions}
          onDone={({ added, present }) => {
            setIsEntering(false)
            message.success(w.entered(added, present))
            void pages.reload()
            void progress.reload()
            onChanged()
          }}
          onClose={() => setIsEntering(false)}
        />
      )}
      {isRemindingOpen && (
        <ReminderDialog
          campaign={campaign}
          onDone={() => {
            setIsRemindingOpen(false)
            void pages.reload()
          }}
          onClose={() => setIsRemindingOpen(false)}
        />
      )}
    </div>
  )
}
