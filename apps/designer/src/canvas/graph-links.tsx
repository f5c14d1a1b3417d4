import { ViewportPortal } from '@xyflow/react'
import { memo } from 'react'
import { linkPath, linksPath, type TreeLayout, wayUp } from '../parts/tree-picture/tree-layout.ts'

/** All lines as one path behind the boxes: hundreds of them cost as much as one. The way to the active box stands out. */
export const GraphLinks = memo(function GraphLinks({
  layout,
  active,
  without,
}: {
  layout: TreeLayout
  active: string | null
  without: ReadonlySet<string>
}) {
  const way = active === null ? [] : wayUp(layout, active).slice(0, -1)
  const lit = way
    .map((id) => layout.boxById.get(id)!)
    .map((box) => linkPath(layout.boxById.get(box.parent!)!, box))
    .join('')
  return (
    <ViewportPortal>
      <svg className="graph-links" aria-hidden="true">
        <path d={linksPath(layout, without)} />
        <path className="graph-link-lit" d={lit} />
      </svg>
    </ViewportPortal>
  )
})
