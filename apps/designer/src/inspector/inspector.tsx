import { indicatorById, isBranchPlace, isLeafPlace } from '@yardstick/model'
import { useMemo } from 'react'
import { useDesigner } from '../store/use-designer.ts'
import { BranchInspector } from './branch-inspector.tsx'
import './inspector.css'
import { LeafInspector } from './leaf-inspector.tsx'
import { SchemeCard } from './scheme-card.tsx'
import { SeveralInspector } from './several-inspector.tsx'

/** What is selected, to read and to change: one indicator with its rule, several at once, or else the scheme itself. */
export function Inspector() {
  const indicators = useDesigner((state) => state.design!.scheme.indicators)
  const { active, ids } = useDesigner((state) => state.view.selection)
  const placeById = useMemo(() => indicatorById({ indicators }), [indicators])
  const selected = ids.flatMap((id) => placeById.get(id) ?? [])
  const place = active === null ? undefined : placeById.get(active)
  if (selected.length > 1) return <SeveralInspector places={selected} />
  if (place === undefined) return <SchemeCard />
  if (isLeafPlace(place)) return <LeafInspector key={place.node.id} place={place} />
  return isBranchPlace(place) ? <BranchInspector key={place.node.id} place={place} /> : null
}
