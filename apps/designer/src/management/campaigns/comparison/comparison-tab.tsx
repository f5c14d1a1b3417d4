import { useState } from 'react'
import { useWords } from '../../../parts/words.ts'
import type { WholeCampaign } from '../../../server/campaigns.ts'
import { hrefOf } from '../../../server/place.ts'
import type { Regions } from '../../regions.ts'
import { type Picture, pictureOf, pictures } from './pictures.ts'
import { RankingView } from './ranking-view.tsx'
import { ScoresTab } from './scores-tab.tsx'
import { ControlsPlace } from './view-frame.tsx'
import { comparisonWords } from './words.ts'
import { YearsView } from './years-view.tsx'
import './comparison.css'

/** 对比: one picture at a time of what the results of a campaign come to, each with its table, its sentence and its file. */
export function ComparisonTab({
  campaign,
  path,
  regions,
}: {
  campaign: WholeCampaign
  /** Behind `comparison`: the picture, the run or the campaign it is held against, what is chosen in it. */
  path: readonly string[]
  regions: Regions
}) {
  const w = useWords(comparisonWords)
  const [controls, setControls] = useState<HTMLElement | null>(null)
  const [part, of, chosen] = path
  const picture = pictureOf(part)
  // Other pictures are of the same run; the years are of two.
  const hrefTo = (each: Picture) => {
    const run = of === undefined || of === '' || each === 'years' || picture === 'years' ? [] : [of]
    return hrefOf('campaigns', campaign.id, 'comparison', each, ...run)
  }
  return (
    <div className="comparison">
      <div className="comparison-top">
        <nav className="comparison-pictures" aria-label={w.picturesLabel}>
          {pictures.map((each) => (
            <a key={each} href={hrefTo(each)} aria-current={each === picture ? 'page' : undefined}>
              {w.pictures[each]}
            </a>
          ))}
        </nav>
        <div className="comparison-controls" ref={setControls} />
      </div>
      <ControlsPlace.Provider value={controls}>
        {picture === 'ranking' ? (
          <RankingView campaign={campaign} run={of} regions={regions} />
        ) : picture === 'years' ? (
          <YearsView campaign={campaign} earlier={of} />
        ) : (
          <ScoresTab campaign={campaign} picture={picture} run={of} chosen={chosen} />
        )}
      </ControlsPlace.Provider>
    </div>
  )
}
