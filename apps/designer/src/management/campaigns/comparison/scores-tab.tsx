import { HeatMapOutlined } from '@ant-design/icons'
import { Select, Spin } from 'antd'
import { useState } from 'react'
import { Trouble } from '../../../parts/answer/trouble.tsx'
import { useAnswer } from '../../../parts/answer/use-answer.ts'
import { useWords } from '../../../parts/words.ts'
import type { WholeCampaign } from '../../../server/campaigns.ts'
import { query, Refused } from '../../../server/client.ts'
import { hrefOf } from '../../../server/place.ts'
import { Empty } from '../../empty.tsx'
import { DiscriminationView } from './discrimination-view.tsx'
import { FullMarksView } from './full-marks-view.tsx'
import { HeatMapView } from './heat-map-view.tsx'
import type { VersionMeasures } from './indicator-measures.ts'
import { IndicatorSide } from './indicator-side.tsx'
import type { Picture } from './pictures.ts'
import { SelfView } from './self-view.tsx'
import { useScoreTable } from './use-score-table.ts'
import { comparisonWords } from './words.ts'

/**
 * The pictures that look at indicators. Schemes differ in theirs, so that a campaign with several is looked at one scheme
 * at a time.
 */
export function ScoresTab({
  campaign,
  picture,
  run,
  chosen,
}: {
  campaign: WholeCampaign
  picture: Exclude<Picture, 'ranking' | 'years'>
  run: string | undefined
  /** An indicator, or a submission, that is looked at more closely. */
  chosen: string | undefined
}) {
  const w = useWords(comparisonWords)
  const [version, setVersion] = useState<string>()
  const asked = run === '' ? undefined : run
  const read = useScoreTable(campaign.id, asked, version)
  const measured = useAnswer<{ readonly versions: readonly VersionMeasures[] }>(
    picture === 'heat-map' ? undefined : `/api/campaigns/${campaign.id}/indicators${query({ run: asked })}`,
  )
  const trouble = read.trouble ?? measured.trouble
  const empty = <Empty icon={<HeatMapOutlined />} title={w.none} text={w.noneText} />
  if (trouble instanceof Refused && trouble.status === 409) return empty
  if (trouble !== undefined)
    return (
      <Trouble
        of={trouble}
        onRetry={async () => {
          read.reload()
          await measured.reload()
        }}
      />
    )
  const { table } = read
  if (table === undefined || (picture !== 'heat-map' && measured.value === undefined))
    return <Spin className="management-wait" size="large" />
  if (table.version === null) return empty
  const scheme =
    table.versions.length < 2 ? null : (
      <Select
        className="comparison-scheme"
        prefix={w.scheme}
        aria-label={w.scheme}
        value={table.version}
        options={table.versions.map(({ hash, name, number, count }) => ({
          value: hash,
          label: w.schemeOf(name, number, count),
        }))}
        onChange={setVersion}
      />
    )
  const notes = [
    ...(table.versions.length < 2 ? [] : [w.schemesApart]),
    ...(read.isWhole ? [] : [w.waiting(table.rows.length)]),
  ]
  // Where the address names no run, what is opened from here is of the one that is seen.
  const address = [campaign.id, 'comparison', picture, table.run]
  const side =
    chosen !== undefined && table.heads.some(({ id }) => id === chosen) ? (
      <IndicatorSide campaign={campaign.id} table={table} indicator={chosen} back={hrefOf('campaigns', ...address)} />
    ) : null
  const shared = { campaign, scheme, notes, side, isWhole: read.isWhole }
  if (picture === 'heat-map') return <HeatMapView {...shared} table={table} />
  const measures = measured.value?.versions.find(({ hash }) => hash === table.version)
  if (measures === undefined) return empty
  if (picture === 'discrimination') return <DiscriminationView {...shared} measures={measures} address={address} />
  if (picture === 'full-marks') return <FullMarksView {...shared} measures={measures} address={address} />
  return <SelfView {...shared} measures={measures} address={address} table={table} chosen={chosen} />
}
