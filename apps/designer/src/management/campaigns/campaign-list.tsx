import { FlagOutlined, PlusOutlined } from '@ant-design/icons'
import { App, Button, Select } from 'antd'
import { useDeferredValue, useMemo, useState } from 'react'
import { Trouble } from '../../parts/answer/trouble.tsx'
import { usePages } from '../../parts/answer/use-pages.ts'
import { dueWords } from '../../parts/campaign-terms.ts'
import { momentText } from '../../parts/date-text.ts'
import { useWords } from '../../parts/words.ts'
import type { Campaign, Stage } from '../../server/campaigns.ts'
import { daysTo } from '../../server/hand-in.ts'
import { may } from '../../server/may.ts'
import { goTo, hrefOf } from '../../server/place.ts'
import type { Session } from '../../server/session.ts'
import { Empty } from '../empty.tsx'
import { type ListColumn, PagedTable } from '../list-table.tsx'
import type { Regions } from '../regions.ts'
import { SearchField } from '../search-field.tsx'
import { managementWords } from '../words.ts'
import { CampaignForm } from './campaign-form.tsx'
import { campaignWords } from './words.ts'

const readCampaigns = ({ campaigns }: { campaigns: readonly Campaign[] }) => campaigns
const keyOf = ({ id }: Campaign) => id

export function CampaignList({ session, regions }: { session: Session; regions: Regions }) {
  const w = useWords(campaignWords)
  const d = useWords(dueWords)
  const m = useWords(managementWords)
  const { message } = App.useApp()
  const [typed, setTyped] = useState('')
  const [stage, setStage] = useState<Stage | ''>('')
  const [isAdding, setIsAdding] = useState(false)
  const filter = { search: useDeferredValue(typed.trim()), stage }
  const pages = usePages('/api/campaigns', filter, readCampaigns, keyOf)
  const mayAdd = may(session, 'campaign.manage')
  const isFiltered = filter.search !== '' || stage !== ''
  const columns = useMemo<ListColumn<Campaign>[]>(
    () => [
      {
        id: 'name',
        title: w.name,
        width: 'minmax(240px, 3fr)',
        cell: ({ id, name }) => (
          <a className="list-link" href={hrefOf('campaigns', id)}>
            {name}
          </a>
        ),
      },
      { id: 'period', title: w.period, width: '120px', cell: ({ period }) => period },
      { id: 'region', title: w.region, width: 'minmax(150px, 1fr)', cell: ({ region }) => regions.text(region) },
      {
        id: 'stage',
        title: w.stage,
        width: '110px',
        cell: ({ stage }) => <span className={`badge ${STAGE_LOOK[stage] ?? ''}`}>{w.stages[stage]}</span>,
      },
      {
        id: 'due',
        title: w.due,
        width: '160px',
        cell: ({ stage, due }) => {
          const day = due[stage]
          if (day === undefined) return ''
          const days = -daysTo(day, new Date())
          return days > 0 ? <span className="campaigns-overdue">{`${day} ${d.over(days)}`}</span> : day
        },
      },
      { id: 'created', title: w.createdAt, width: '150px', cell: ({ createdAt }) => momentText(createdAt) },
    ],
    [w, d, regions],
  )
  const isEmpty = pages.rows.length === 0 && pages.isWhole && !isFiltered
  const add = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setIsAdding(true)}>
      {w.add}
    </Button>
  )
  return (
    <div>
      <div className="management-bar">
        <SearchField value={typed} onChange={setTyped} />
        <Select
          aria-label={w.stage}
          value={stage}
          popupMatchSelectWidth={false}
          options={[
            { value: '' as Stage | '', label: w.allStages },
            ...(Object.keys(w.stages) as Stage[]).map((each) => ({ value: each, label: w.stages[each] })),
          ]}
          onChange={setStage}
        />
        <span className="management-count">
          {pages.isWhole ? w.count(pages.rows.length) : m.shown(pages.rows.length, false)}
        </span>
        <span className="management-gap" />
        {mayAdd && add}
      </div>
      <Trouble of={pages.trouble} onRetry={pages.reload} />
      {isEmpty ? (
        <Empty icon={<FlagOutlined />} title={w.emptyTitle} text={mayAdd ? w.emptyText : w.emptyReader}>
          {mayAdd && add}
        </Empty>
      ) : (
        <PagedTable label={m.rooms.campaigns} columns={columns} pages={pages} rowKey={keyOf} none={m.nothingFound} />
      )}
      {isAdding && (
        <CampaignForm
          campaign={undefined}
          regions={regions}
          onDone={({ id, name }) => {
            message.success(w.saved(name))
            goTo('campaigns', id)
          }}
          onClose={() => setIsAdding(false)}
        />
      )}
    </div>
  )
}

const STAGE_LOOK: Partial<Record<Stage, string>> = {
  evaluate: 'badge-accent',
  verify: 'badge-accent',
  final: 'badge-good',
  public: 'badge-good',
}
