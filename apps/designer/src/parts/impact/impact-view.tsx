import type { Impact } from '@yardstick/engine'
import type { Scheme } from '@yardstick/model'
import { useEffect, useState } from 'react'
import { engineOf } from '../../evaluation/engine.ts'
import { scoredRevision } from '../../store/results.ts'
import { useDesigner } from '../../store/use-designer.ts'
import { useWords } from '../words.ts'
import { Changed, fullOf, ImpactTable } from './impact-table.tsx'
import { impactWords } from './words.ts'

/** 影响: whose score, grade or rank the change moves, and through which indicators; the largest change first. */
export function ImpactView({
  before,
  after,
  hasCampaigns,
}: {
  before: Scheme
  after: Scheme
  /** There is something else to look at. */
  hasCampaigns: boolean
}) {
  const w = useWords(impactWords)
  const cases = useDesigner((state) => state.design!.scheme.cases)
  const impact = useImpact(before, after)
  if (cases === undefined || cases.length === 0) return <p className="impact-notice">{w.noSamples(hasCampaigns)}</p>
  if (impact === undefined) return <p className="impact-notice">{w.comparing}</p>
  if (impact === null) return <p className="impact-notice">{w.notComputable}</p>
  const { changed, rows, subjects } = impact
  return (
    <>
      <p className="impact-head">
        <strong>{w.impactHead(subjects)}</strong>
        <Changed of={changed} />
      </p>
      {rows.length === 0 ? (
        <p className="impact-notice">{w.noImpact}</p>
      ) : (
        <ImpactTable
          rows={rows}
          nameOf={({ index }) => cases[index]?.name ?? ''}
          unit={w.impactColumns.unit}
          full={fullOf(before, after)}
        />
      )}
    </>
  )
}

/** Undefined while it is on its way, null where a version cannot be scored. */
function useImpact(before: Scheme, after: Scheme): Impact | null | undefined {
  const language = useDesigner((state) => state.view.language)
  const declaration = useDesigner((state) => state.view.declaration)
  // Asked again when the worker has followed the samples.
  const revision = useDesigner(scoredRevision)
  const [impact, setImpact] = useState<Impact | null>()
  useEffect(() => {
    if (revision < 0) return
    let isWanted = true
    engineOf()
      .impact(before, after, { language, declaration })
      .then((found) => isWanted && setImpact(found))
    return () => {
      isWanted = false
    }
  }, [before, after, language, declaration, revision])
  return impact
}
