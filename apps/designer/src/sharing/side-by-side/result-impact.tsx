import type { Scheme } from '@yardstick/model'
import { Select } from 'antd'
import { useState } from 'react'
import { CampaignImpactView } from '../../parts/impact/campaign-impact.tsx'
import { ImpactView } from '../../parts/impact/impact-view.tsx'
import { useImpactCampaigns } from '../../parts/impact/use-impact-campaigns.ts'
import { signWords } from '../../parts/sign-words.ts'
import { useWords } from '../../parts/words.ts'
import { useDesigner } from '../../store/use-designer.ts'
import { sideWords } from './words.ts'

/** In place of a campaign's id. */
const SAMPLES = ''

/** What the result would do to those measured last: the newest campaign there is, else the design's own samples. */
export function ResultImpact({ after }: { after: Scheme }) {
  const w = useWords(sideWords)
  const signs = useWords(signWords)
  const before = useDesigner((state) => state.design!.scheme)
  const campaigns = useImpactCampaigns(true)
  const [chosen, setChosen] = useState<string | null>(null)
  const people = chosen ?? campaigns[0]?.id ?? SAMPLES
  return (
    <div className="pair-impact">
      {campaigns.length > 0 && (
        <Select
          className="pair-data"
          aria-label={w.data}
          prefix={w.data}
          value={people}
          options={[
            { value: SAMPLES, label: w.samples },
            ...campaigns.map(({ id, name, period }) => ({ value: id, label: signs.aside(name, period) })),
          ]}
          onChange={setChosen}
        />
      )}
      {people === SAMPLES ? (
        <ImpactView before={before} after={after} hasCampaigns={campaigns.length > 0} />
      ) : (
        <CampaignImpactView campaign={people} scheme={after} />
      )}
    </div>
  )
}
