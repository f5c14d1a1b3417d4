import { SwapOutlined } from '@ant-design/icons'
import { Segmented, Select } from 'antd'
import { useMemo, useState } from 'react'
import { Trouble } from '../../parts/answer/trouble.tsx'
import { usePages } from '../../parts/answer/use-pages.ts'
import { search, searchRank } from '../../parts/pinyin.ts'
import { signWords } from '../../parts/sign-words.ts'
import { useWords } from '../../parts/words.ts'
import type { Campaign, WholeCampaign } from '../../server/campaigns.ts'
import { Refused } from '../../server/client.ts'
import { goTo } from '../../server/place.ts'
import { Empty } from '../empty.tsx'
import { type ListColumn, ListTable } from '../list-table.tsx'
import { SearchField } from '../search-field.tsx'
import { managementWords } from '../words.ts'
import { type ComparedRow, type Comparison, earlierOf, fallsFirst } from './comparison.ts'
import { comparisonWords } from './comparison-words.ts'
import { campaignWords } from './words.ts'

const readCampaigns = ({ campaigns }: { campaigns: readonly Campaign[] }) => campaigns
const campaignKey = ({ id }: Campaign) => id

/** 年度对比: whom the results of this campaign and of an earlier one both hold, and what changed for each. */
export function ComparisonTab({ campaign, earlier }: { campaign: WholeCampaign; earlier: string | undefined }) {
  const w = useWords(comparisonWords)
  const signs = useWords(signWords)
  const all = usePages('/api/campaigns', {}, readCampaigns, campaignKey, true)
  const others = all.rows.filter(({ id }) => id !== campaign.id)
  const chosen = earlier ?? earlierOf(campaign, all.rows)?.id
  const choice = (
    <Select
      className="comparison-with"
      prefix={w.with}
      aria-label={w.with}
      placeholder={w.choose}
      value={chosen ?? null}
      loading={all.isWaiting}
      options={others.map(({ id, name, period }) => ({ value: id, label: signs.aside(name, period) }))}
      showSearch={{ filterOption: (typed, option) => searchRank(String(option?.label ?? ''), typed) !== undefined }}
      onChange={(id: string | null) => id !== null && goTo('campaigns', campaign.id, 'comparison', id)}
    />
  )
  if (all.trouble === undefined && all.isWhole && others.length === 0)
    return <Empty icon={<SwapOutlined />} title={w.none} text={w.noneText} />
  if (chosen !== undefined) return <Compared key={chosen} campaign={campaign} earlier={chosen} choice={choice} />
  return (
    <div className="campaign-part">
      <div className="management-bar">{choice}</div>
      <Trouble of={all.trouble} onRetry={all.reload} />
      {all.isWhole && <p className="management-note">{w.chooseText}</p>}
    </div>
  )
}

const placeOf = ({ place }: ComparedRow) => String(place)

function Compared({
  campaign,
  earlier,
  choice,
}: {
  campaign: WholeCampaign
  earlier: string
  choice: React.ReactNode
}) {
  const w = useWords(comparisonWords)
  const m = useWords(managementWords)
  const columns = useColumns()
  const [typed, setTyped] = useState('')
  const [order, setOrder] = useState<'rises' | 'falls'>('rises')
  const [whole, setWhole] = useState<Comparison>()
  const read = useMemo(
    () => (answer: Comparison) => {
      setWhole(answer)
      return answer.rows
    },
    [],
  )
  const pages = usePages(`/api/campaigns/${campaign.id}/comparison`, { with: earlier }, read, placeOf, true)
  const inOrder = order === 'rises' ? pages.rows : fallsFirst(pages.rows)
  const rows =
    typed.trim() === ''
      ? inOrder
      : search(inOrder, typed, ({ department, project }) => [department.name, project, department.type])
  const isUnscored = pages.trouble instanceof Refused && pages.trouble.status === 409
  return (
    <div className="campaign-part">
      <div className="management-bar">
        {choice}
        <SearchField value={typed} onChange={setTyped} />
        <Segmented
          aria-label={w.order}
          value={order}
          options={(['rises', 'falls'] as const).map((value) => ({ value, label: w.orders[value] }))}
          onChange={setOrder}
        />
      </div>
      {whole !== undefined && <Summary of={whole} />}
      {isUnscored ? (
        <Empty icon={<SwapOutlined />} title={w.unscored} text={w.unscoredText} />
      ) : (
        <>
          <Trouble of={pages.trouble} onRetry={pages.reload} />
          <ListTable
            label={w.title}
            columns={columns}
            rows={rows}
            rowKey={placeOf}
            isWaiting={pages.isWaiting}
            empty={pages.trouble === undefined && <p className="management-note">{m.nothingFound}</p>}
          />
        </>
      )}
    </div>
  )
}

/** How many rose and fell, and who went from which grade to which. */
function Summary({ of: { before, after, summary, grades } }: { of: Comparison }) {
  const w = useWords(comparisonWords)
  const moved = grades.filter((each) => each.before !== each.after)
  return (
    <p className="comparison-summary" role="status">
      <strong>{w.both(before.period, after.period, summary.both)}</strong>
      <span className="comparison-up">{w.up(summary.up)}</span>
      <span className="comparison-down">{w.down(summary.down)}</span>
      <span>{w.same(summary.same)}</span>
      {summary.onlyBefore > 0 && <span>{w.onlyBefore(summary.onlyBefore)}</span>}
      {summary.onlyAfter > 0 && <span>{w.onlyAfter(summary.onlyAfter)}</span>}
      {moved.map((each) => (
        <span key={`${each.before} ${each.after}`} className="badge">
          {w.moved(each.before ?? w.ungraded, each.after ?? w.ungraded, each.count)}
        </span>
      ))}
    </p>
  )
}

function useColumns(): readonly ListColumn<ComparedRow>[] {
  const w = useWords(comparisonWords)
  const c = useWords(campaignWords)
  return useMemo(
    () => [
      { id: 'name', title: c.department, width: 'minmax(200px, 3fr)', cell: ({ department }) => department.name },
      { id: 'project', title: c.project, width: 'minmax(110px, 2fr)', cell: ({ project }) => project },
      { id: 'type', title: c.type, width: '110px', cell: ({ department }) => department.type },
      ...(['before', 'after'] as const).flatMap((side): ListColumn<ComparedRow>[] => [
        {
          id: `${side}-total`,
          title: w.totals[side],
          width: '100px',
          align: 'end',
          cell: (row) => row[side].total ?? w.noTotal,
        },
        { id: `${side}-grade`, title: w.grades[side], width: '100px', cell: (row) => row[side].grade ?? w.noTotal },
      ]),
      {
        id: 'difference',
        title: w.change,
        width: '100px',
        align: 'end',
        cell: ({ difference }) => <Difference of={difference} />,
      },
      {
        id: 'rank',
        title: w.ranks,
        width: '120px',
        align: 'end',
        cell: ({ before, after }) => w.rank(before.rank ?? w.noTotal, after.rank ?? w.noTotal),
      },
    ],
    [w, c],
  )
}

function Difference({ of: difference }: { of: string | null }) {
  const w = useWords(comparisonWords)
  if (difference === null) return <>{w.noTotal}</>
  if (difference === '0') return <>0</>
  return difference.startsWith('-') ? (
    <span className="comparison-down">{`−${difference.slice(1)}`}</span>
  ) : (
    <span className="comparison-up">{`+${difference}`}</span>
  )
}
