import { SwapOutlined } from '@ant-design/icons'
import { Segmented, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { Trouble } from '../../../parts/answer/trouble.tsx'
import { usePages } from '../../../parts/answer/use-pages.ts'
import { searchRank } from '../../../parts/pinyin.ts'
import { signWords } from '../../../parts/sign-words.ts'
import { useWords } from '../../../parts/words.ts'
import type { Campaign, WholeCampaign } from '../../../server/campaigns.ts'
import { goTo } from '../../../server/place.ts'
import { Empty } from '../../empty.tsx'
import { ViewFrame } from './view-frame.tsx'
import { earlierOf } from './years.ts'
import { YearsDepartments } from './years-departments.tsx'
import { YearsIndicators } from './years-indicators.tsx'
import { yearsWords } from './years-words.ts'

const readCampaigns = ({ campaigns }: { campaigns: readonly Campaign[] }) => campaigns
const campaignKey = ({ id }: Campaign) => id

type Way = 'departments' | 'indicators'

/** 年度对比: whom and what this campaign and an earlier one both hold, and what changed for each. */
export function YearsView({ campaign, earlier }: { campaign: WholeCampaign; earlier: string | undefined }) {
  const w = useWords(yearsWords)
  const signs = useWords(signWords)
  const [way, setWay] = useState<Way>('departments')
  const all = usePages('/api/campaigns', {}, readCampaigns, campaignKey, true)
  const others = all.rows.filter(({ id }) => id !== campaign.id)
  const chosen = earlier ?? earlierOf(campaign, all.rows)?.id
  const choice: ReactNode = (
    <>
      <Select
        className="comparison-with"
        prefix={w.with}
        aria-label={w.with}
        placeholder={w.choose}
        value={chosen ?? null}
        loading={all.isWaiting}
        options={others.map(({ id, name, period }) => ({ value: id, label: signs.aside(name, period) }))}
        showSearch={{ filterOption: (typed, option) => searchRank(String(option?.label ?? ''), typed) !== undefined }}
        onChange={(id: string | null) => id !== null && goTo('campaigns', campaign.id, 'comparison', 'years', id)}
      />
      {chosen !== undefined && (
        <Segmented<Way>
          aria-label={w.by}
          value={way}
          options={(['departments', 'indicators'] as const).map((value) => ({ value, label: w.ways[value] }))}
          onChange={setWay}
        />
      )}
    </>
  )
  if (all.trouble === undefined && all.isWhole && others.length === 0)
    return <Empty icon={<SwapOutlined />} title={w.none} text={w.noneText} />
  if (chosen === undefined)
    return (
      <ViewFrame controls={choice} seen={all.isWhole ? w.chooseText : ''}>
        <Trouble of={all.trouble} onRetry={all.reload} />
      </ViewFrame>
    )
  return way === 'departments' ? (
    <YearsDepartments key={chosen} campaign={campaign} earlier={chosen} choice={choice} />
  ) : (
    <YearsIndicators key={chosen} campaign={campaign} earlier={chosen} choice={choice} />
  )
}
