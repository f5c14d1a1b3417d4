import { PlusOutlined, TeamOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useDeferredValue, useMemo, useState } from 'react'
import { Trouble } from '../../parts/answer/trouble.tsx'
import { usePages } from '../../parts/answer/use-pages.ts'
import { momentText } from '../../parts/date-text.ts'
import { useWords } from '../../parts/words.ts'
import {
  type SubmissionHead,
  type SubmissionState,
  takesDepartments,
  type WholeCampaign,
} from '../../server/campaigns.ts'
import { may } from '../../server/may.ts'
import { hrefOf } from '../../server/place.ts'
import type { Session } from '../../server/session.ts'
import { Empty } from '../empty.tsx'
import { type ListColumn, PagedTable } from '../list-table.tsx'
import type { Regions } from '../regions.ts'
import { SearchField } from '../search-field.tsx'
import { managementWords } from '../words.ts'
import { EnterDialog } from './enter-dialog.tsx'
import type { Versions } from './versions.ts'
import { campaignWords } from './words.ts'

const readSubmissions = ({ submissions }: { submissions: readonly SubmissionHead[] }) => submissions
const keyOf = ({ id }: SubmissionHead) => id

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
  const m = useWords(managementWords)
  const { message } = App.useApp()
  const [typed, setTyped] = useState('')
  const [state, setState] = useState<SubmissionState | ''>('')
  const [isEntering, setIsEntering] = useState(false)
  const filter = { search: useDeferredValue(typed.trim()), state }
  const pages = usePages(`/api/campaigns/${campaign.id}/submissions`, filter, readSubmissions, keyOf)
  const mayEnter =
    takesDepartments(campaign) && may(session, 'campaign.manage', { region: campaign.region, campaign: campaign.id })
  const counts = campaign.counts ?? []
  const countOf = (state: SubmissionState) =>
    counts.reduce((sum, each) => (each.state === state ? sum + each.count : sum), 0)
  const all = counts.reduce((sum, { count }) => sum + count, 0)
  const columns = useMemo<ListColumn<SubmissionHead>[]>(
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
      { id: 'type', title: w.type, width: '120px', cell: ({ type }) => type },
      { id: 'region', title: w.region, width: 'minmax(130px, 1fr)', cell: ({ region }) => regions.text(region) },
      {
        id: 'version',
        title: w.version,
        width: 'minmax(150px, 3fr)',
        cell: ({ version }) => <span title={versions.text(version)}>{versions.text(version)}</span>,
      },
      ...(campaign.hasDeclarations
        ? [
            {
              id: 'declaration',
              title: w.declarationState,
              width: '96px',
              cell: ({ declarationState }: SubmissionHead) => w.declarationStates[declarationState] ?? declarationState,
            },
          ]
        : []),
      {
        id: 'state',
        title: w.state,
        width: '100px',
        cell: ({ state }) => <span className={`badge ${stateLook[state]}`}>{w.states[state]}</span>,
      },
      { id: 'updated', title: w.updatedAt, width: '150px', cell: ({ updatedAt }) => momentText(updatedAt) },
    ],
    [w, regions, versions, campaign.hasDeclarations],
  )
  const isFiltered = filter.search !== '' || state !== ''
  const isEmpty = pages.rows.length === 0 && pages.isWhole && !isFiltered
  const enter = (
    <Button type={isEmpty ? 'primary' : 'default'} icon={<PlusOutlined />} onClick={() => setIsEntering(true)}>
      {w.enter}
    </Button>
  )
  return (
    <div className="campaign-part">
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
            onChanged()
          }}
          onClose={() => setIsEntering(false)}
        />
      )}
    </div>
  )
}
