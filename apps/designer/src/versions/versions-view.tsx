import { SwapOutlined } from '@ant-design/icons'
import { type Language, type Scheme, walk } from '@yardstick/model'
import { Button, Segmented, Select } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { CampaignImpactView } from '../parts/impact/campaign-impact.tsx'
import { ImpactView } from '../parts/impact/impact-view.tsx'
import { useImpactCampaigns } from '../parts/impact/use-impact-campaigns.ts'
import { searchRank } from '../parts/pinyin.ts'
import { signWords } from '../parts/sign-words.ts'
import { TwoSentences } from '../parts/two-versions/two-sentences.tsx'
import { TwoTable } from '../parts/two-versions/two-table.tsx'
import { useComparison } from '../parts/two-versions/use-comparison.ts'
import { whoText } from '../parts/who-text.ts'
import { useLanguage, useWords } from '../parts/words.ts'
import type { VersionHead } from '../server/schemes.ts'
import type { SavePoint } from '../storage/save-points.ts'
import { designer, useDesigner } from '../store/use-designer.ts'
import { timeText } from './time-text.ts'
import { useStoredVersions } from './use-save-points.ts'
import { type VersionEntry, VersionList } from './version-list.tsx'
import { keyOf, schemeOf, type VersionKey } from './versions-of.ts'
import './versions.css'
import { versionWords } from './words.ts'

type Reading = 'text' | 'table' | 'impact'

/** In place of a campaign's id. */
const SAMPLES = ''

/** 版本与比较: any two versions, read as sentences, as a coloured table, or as what they do to the samples. */
export function VersionsView() {
  const w = useWords(versionWords)
  const signs = useWords(signWords)
  const language = useLanguage()
  const stored = useStoredVersions()
  const steps = useDesigner((state) => state.history.position)
  const entries = useMemo(() => entriesOf(stored, steps, language), [stored, steps, language])
  const [chosen, setChosen] = useState<{ from: VersionKey; to: VersionKey } | null>(null)
  const [reading, setReading] = useState<Reading>('text')
  // Until somebody chooses: what has changed since the last save point, or since the earliest step.
  const from = entries.find((each) => each.key === chosen?.from)?.key ?? entries[1]?.key ?? 'now'
  const to = entries.find((each) => each.key === chosen?.to)?.key ?? 'now'
  const [before, after] = [useScheme(from, stored.origin), useScheme(to, stored.origin)]
  const comparison = useComparison(before, after)
  const wayTo = useWayTo()
  const campaigns = useImpactCampaigns(reading === 'impact')
  const [people, setPeople] = useState(SAMPLES)
  const campaign = reading === 'impact' ? campaigns.find(({ id }) => id === people)?.id : undefined
  const options = entries.map(({ key, name, note }) => ({
    value: key,
    label: note === '' ? name : signs.aside(name, note),
  }))
  const nameOf = (key: VersionKey) => entries.find((each) => each.key === key)?.name ?? w.now
  return (
    <div className="versions">
      <VersionList
        entries={entries}
        trouble={stored.trouble}
        from={from}
        to={to}
        onCompare={(key) => setChosen({ from: key, to: 'now' })}
      />
      <div className="versions-main">
        <div className="versions-head">
          {campaign === undefined ? (
            <>
              <Select
                className="versions-pick"
                aria-label={w.from}
                prefix={w.from}
                value={from}
                options={options}
                onChange={(key) => setChosen({ from: key, to })}
              />
              <Button
                type="text"
                icon={<SwapOutlined />}
                aria-label={w.swap}
                title={w.swap}
                onClick={() => setChosen({ from: to, to: from })}
              />
              <Select
                className="versions-pick"
                aria-label={w.to}
                prefix={w.to}
                value={to}
                options={options}
                onChange={(key) => setChosen({ from, to: key })}
              />
            </>
          ) : (
            <span>{w.campaignToDraft}</span>
          )}
          <Segmented<Reading>
            aria-label={w.reading}
            value={reading}
            onChange={setReading}
            options={(['text', 'table', 'impact'] as const).map((value) => ({ value, label: w.readings[value] }))}
          />
          {campaigns.length > 0 && (
            <Select
              className="versions-pick"
              aria-label={w.people}
              prefix={w.people}
              value={campaign ?? SAMPLES}
              options={[
                { value: SAMPLES, label: w.samples },
                ...campaigns.map(({ id, name, period }) => ({ value: id, label: signs.aside(name, period) })),
              ]}
              showSearch={{ filterOption: (typed, option) => searchRank(option?.label ?? '', typed) !== undefined }}
              onChange={setPeople}
            />
          )}
          <span className="versions-count" role="status">
            {comparison !== null && from !== to && campaign === undefined && w.count(comparison.sentences.length)}
          </span>
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is scrolled by keys */}
        <section className="versions-body" tabIndex={0} aria-label={w.readings[reading]}>
          {campaign !== undefined ? (
            <CampaignImpactView campaign={campaign} />
          ) : from === to ? (
            <p className="versions-notice">{w.pickTwo}</p>
          ) : before === undefined || after === undefined || comparison === null ? (
            <p className="versions-notice">{w.comparing}</p>
          ) : reading === 'impact' ? (
            <ImpactView before={before} after={after} hasCampaigns={campaigns.length > 0} />
          ) : comparison.sentences.length === 0 ? (
            <p className="versions-notice">{w.same}</p>
          ) : reading === 'text' ? (
            <TwoSentences
              sentences={comparison.sentences}
              onOpen={to === 'now' || from === 'now' ? wayTo : undefined}
            />
          ) : (
            <TwoTable
              before={{ scheme: before, texts: comparison.before, name: nameOf(from) }}
              after={{ scheme: after, texts: comparison.after, name: nameOf(to) }}
            />
          )}
        </section>
      </div>
    </div>
  )
}

function entriesOf(
  { savePoints, versions, origin, originName }: ReturnType<typeof useStoredVersions>,
  steps: number,
  language: Language,
): VersionEntry[] {
  const w = versionWords[language]
  return [
    { key: 'now', name: w.now, note: w.nowNote },
    ...[...published(versions, language), ...savePoints.map((each) => savePointEntry(each, language))]
      .sort((a, b) => b.at - a.at)
      .map(({ at: _, ...entry }) => entry),
    ...(steps > 0 ? [{ key: 'start' as const, name: w.start, note: w.startNote(steps) }] : []),
    ...(origin === undefined ? [] : [{ key: 'template' as const, name: w.template, note: originName ?? '' }]),
  ]
}

function published(versions: readonly VersionHead[], language: Language) {
  const w = versionWords[language]
  return versions.map(({ hash, number, publishedBy, publishedAt, isRetired }) => {
    const at = Date.parse(publishedAt)
    const note = w.by(whoText(publishedBy, language), timeText(at, w))
    return {
      at,
      key: `version ${hash}` as const,
      name: w.version(number),
      note: isRetired ? w.retired(note) : note,
      ...(isRetired ? {} : { retirable: hash }),
    }
  })
}

function savePointEntry(savePoint: SavePoint, language: Language) {
  const w = versionWords[language]
  const { at, by, name } = savePoint
  const when = timeText(at, w)
  return {
    at,
    key: keyOf(savePoint),
    name,
    note: by === undefined ? when : w.by(whoText(by, language), when),
    savePoint,
  }
}

/** To an indicator that is there now. */
function useWayTo(): (id: string) => (() => void) | undefined {
  const indicators = useDesigner((state) => state.design!.scheme.indicators)
  const known = useMemo(() => new Set(walk({ indicators }).map(({ node }) => node.id)), [indicators])
  return (id) => (known.has(id) ? () => openInTable(id) : undefined)
}

function openInTable(id: string): void {
  designer.setView(({ selection }) => ({ tab: 'table', selection: { ...selection, active: id, ids: [id] } }))
}

/** The scheme of a version, read when it is needed; undefined while it is on its way. */
function useScheme(key: VersionKey, origin: string | undefined): Scheme | undefined {
  const now = useDesigner((state) => state.design!.scheme)
  const designId = useDesigner((state) => state.designId)
  const [read, setRead] = useState<{ readonly of: string; readonly scheme: Scheme | undefined }>()
  // The earliest step is the same however far it is undone; save points and templates never change.
  const of = `${designId} ${key}`
  useEffect(() => {
    if (key === 'now') return
    let isWanted = true
    schemeOf(key, designer.getState(), origin).then(
      (scheme) => isWanted && setRead({ of, scheme }),
      () => isWanted && setRead({ of, scheme: undefined }),
    )
    return () => {
      isWanted = false
    }
  }, [key, of, origin])
  if (key === 'now') return now
  return read?.of === of ? read.scheme : undefined
}
