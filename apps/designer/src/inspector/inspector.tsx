import { type Branch, indicatorById, isBranchPlace, isLeafPlace, type Leaf, type Place } from '@yardstick/model'
import { memo, Suspense, useDeferredValue, useMemo } from 'react'
import { lazyPart, useFetchAhead } from '../parts/lazy-part.tsx'
import { useDesigner } from '../store/use-designer.ts'
import { BranchInspector } from './branch-inspector.tsx'
import './inspector.css'
import { SchemeCard } from './scheme-card.tsx'
import { SeveralInspector } from './several-inspector.tsx'

/** The editors of all the methods come with it: who opens a scheme sees its scores first. */
const LeafInspector = lazyPart(async () => (await import('./leaf-inspector.tsx')).LeafInspector)

/** What is selected, to read and to change: one indicator with its rule, several at once, or else the scheme itself. */
export function Inspector() {
  const indicators = useDesigner((state) => state.design!.scheme.indicators)
  useFetchAhead(LeafInspector)
  // The grid's cursor does not wait for the inspector: it follows when there is time.
  const { active, ids } = useDeferredValue(useDesigner((state) => state.view.selection))
  const placeById = useMemo(() => indicatorById({ indicators }), [indicators])
  const selected = ids.flatMap((id) => placeById.get(id) ?? [])
  const place = active === null ? undefined : placeById.get(active)
  if (selected.length > 1) return <SeveralInspector places={selected} />
  if (place === undefined) return <SchemeCard />
  if (isLeafPlace(place)) return <LeafPlace key={place.node.id} place={place} />
  return isBranchPlace(place) ? <BranchPlace key={place.node.id} place={place} /> : null
}

/** Changes elsewhere in the tree make new places, but not for who shows this one. */
function isSame(before: { place: Place }, after: { place: Place }): boolean {
  const [a, b] = [before.place, after.place]
  return a.node === b.node && a.parent?.combine === b.parent?.combine && a.path.join('/') === b.path.join('/')
}

const LeafPlace = memo(
  ({ place }: { place: Place<Leaf> }) => (
    <Suspense fallback={null}>
      <LeafInspector place={place} />
    </Suspense>
  ),
  isSame,
)
const BranchPlace = memo(({ place }: { place: Place<Branch> }) => <BranchInspector place={place} />, isSame)
