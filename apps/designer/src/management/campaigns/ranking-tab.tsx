import { OrderedListOutlined } from '@ant-design/icons'
import { useMemo, useState } from 'react'
import { Trouble } from '../../parts/answer/trouble.tsx'
import { usePages } from '../../parts/answer/use-pages.ts'
import { search } from '../../parts/pinyin.ts'
import { useWords } from '../../parts/words.ts'
import type { WholeCampaign } from '../../server/campaigns.ts'
import { Refused } from '../../server/client.ts'
import { hrefOf } from '../../server/place.ts'
import { Empty } from '../empty.tsx'
import { type ListColumn, ListTable } from '../list-table.tsx'
import type { Regions } from '../regions.ts'
import { SearchField } from '../search-field.tsx'
import { managementWords } from '../words.ts'
import { rateText } from './rate-text.ts'
import type { Ranked } from './scoring.ts'
import { scoringWords } from './scoring-words.ts'
import { campaignWords } from './words.ts'

interface Answer {
  readonly run: string
  readonly ranking: readonly Ranked[]
}

const keyOf = ({ submission }: Ranked) => submission
const placeOf = ({ place }: Ranked) => String(place)

export const resultLook = { final: 'badge-good', provisional: 'badge-warn', blocked: 'badge-bad' } as const

/** 排名: all results of a run, the highest score rate first. */
export function RankingTab({
  campaign,
  run,
  regions,
}: {
  campaign: WholeCampaign
  run: string | undefined
  regions: Regions
}) {
  const w = useWords(scoringWords)
  const c = useWords(campaignWords)
  const m = useWords(managementWords)
  const [typed, setTyped] = useState('')
  const [shownRun, setShownRun] = useState<string>()
  const read = useMemo(
    () => (answer: Answer) => {
      setShownRun(answer.run)
      return answer.ranking
    },
    [],
  )
  const pages = usePages(`/api/campaigns/${campaign.id}/ranking`, { run }, read, placeOf, true)
  const rows =
    typed.trim() === ''
      ? pages.rows
      : search(pages.rows, typed, ({ department, project }) => [department.name, project, department.type])
  const columns = useMemo<ListColumn<Ranked>[]>(
    () => [
      { id: 'rank', title: w.rank, width: '76px', align: 'end', cell: ({ rank }) => rank ?? w.noGrade },
      {
        id: 'name',
        title: c.department,
        width: 'minmax(220px, 3fr)',
        cell: ({ submission, department: { name } }) => (
          <a className="list-link" href={hrefOf('campaigns', campaign.id, 'result', shownRun ?? run ?? '', submission)}>
            {name}
          </a>
        ),
      },
      { id: 'project', title: c.project, width: 'minmax(120px, 2fr)', cell: ({ project }) => project },
      { id: 'type', title: c.type, width: '120px', cell: ({ department }) => department.type },
      {
        id: 'region',
        title: c.region,
        width: 'minmax(130px, 1fr)',
        cell: ({ department }) => regions.text(department.region),
      },
      {
        id: 'total',
        title: w.total,
        width: '120px',
        align: 'end',
        cell: ({ total, fullScore }) => (total === null ? w.noGrade : w.full(total, fullScore)),
      },
      {
        id: 'rate',
        title: w.rate,
        width: '90px',
        align: 'end',
        cell: ({ total, fullScore }) => rateText(total, fullScore),
      },
      { id: 'grade', title: w.grade, width: '80px', cell: ({ grade }) => grade ?? w.noGrade },
      {
        id: 'state',
        title: w.state,
        width: '90px',
        cell: ({ state }) => (
          <span className={`badge ${resultLook[state]}`} title={w.resultNotes[state]}>
            {w.resultStates[state]}
          </span>
        ),
      },
    ],
    [w, c, campaign.id, shownRun, run, regions],
  )
  const isUnscored = pages.trouble instanceof Refused && pages.trouble.status === 409
  if (isUnscored || (pages.rows.length === 0 && pages.isWhole)) {
    return <Empty icon={<OrderedListOutlined />} title={w.rankingNone} text={w.rankingNoneText} />
  }
  return (
    <div className="campaign-part">
      <div className="management-bar">
        <SearchField value={typed} onChange={setTyped} />
        <span className="management-count">{w.submissions(pages.rows.length)}</span>
      </div>
      <Trouble of={pages.trouble} onRetry={pages.reload} />
      <ListTable
        label={w.ranking}
        columns={columns}
        rows={rows}
        rowKey={keyOf}
        isWaiting={pages.isWaiting}
        empty={pages.trouble === undefined && <p className="management-note">{m.nothingFound}</p>}
      />
    </div>
  )
}
