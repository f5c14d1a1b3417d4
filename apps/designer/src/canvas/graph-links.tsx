import { ViewportPortal } from '@xyflow/react'
import { memo, useMemo } from 'react'
import { linkPath, linksPath, type TreeLayout, wayUp } from '../parts/tree-picture/tree-layout.ts'
import { useDesigner } from '../store/use-designer.ts'

/** All lines as one path behind the boxes: hundreds of them cost as much as one. */
export const GraphLinks = memo(function GraphLinks({
  layout,
  without,
}: {
  layout: TreeLayout
  without: ReadonlySet<string>
}) {
  const path = useMemo(() => linksPath(layout, without), [layout, without])
  return (
    <ViewportPortal>
      <svg className="graph-links" aria-hidden="true">
        <path d={path} />
        <WayToActive layout={layout} />
      </svg>
    </ViewportPortal>
  )
})

/** The way from the scheme to the active box stands out. */
function WayToActive({ layout }: { layout: TreeLayout }) {
  const active = useDesigner((state) => state.view.selection.active)
  const path = useMemo(() => {
    const boxes = active === null ? [] : wayUp(layout, active).map((id) => layout.boxById.get(id)!)
    return boxes.map((box, up) => (boxes[up + 1] === undefined ? '' : linkPath(boxes[up + 1]!, box))).join('')
  }, [layout, active])
  return <path className="graph-link-lit" d={path} />
}
