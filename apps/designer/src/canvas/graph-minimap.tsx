import { useReactFlow, useStore } from '@xyflow/react'
import { memo, useMemo, useRef } from 'react'
import type { ShownBox } from '../parts/tree-picture/shown-box.ts'
import type { TreeBox, TreeLayout } from '../parts/tree-picture/tree-layout.ts'
import { useWords } from '../parts/words.ts'
import { useDesigner } from '../store/use-designer.ts'
import { boxesPaths, frameOf, MINIMAP, type MinimapScale, minimapScale, placeAt } from './minimap-scale.ts'
import { canvasWords } from './words.ts'

/**
 * The whole picture in a corner, and what of it is on the screen. Of thousands of boxes it draws one path a colour, and
 * while the picture moves only the frame.
 */
export const GraphMinimap = memo(function GraphMinimap({
  layout,
  shown,
}: {
  layout: TreeLayout
  shown: (box: TreeBox) => ShownBox
}) {
  const w = useWords(canvasWords)
  const scale = useMemo(() => minimapScale(layout), [layout])
  const paths = useMemo(() => boxesPaths(layout.boxes, scale, (box) => shown(box).standing), [layout, scale, shown])
  const pull = usePull(scale)
  return (
    <svg className="graph-minimap" viewBox={`0 0 ${MINIMAP.width} ${MINIMAP.height}`} role="img" {...pull}>
      <title>{w.minimap}</title>
      {Object.entries(paths).map(([standing, path]) => (
        <path key={standing} className={`graph-minimap-${standing}`} d={path} />
      ))}
      <ActiveMark layout={layout} scale={scale} />
      <ViewFrame scale={scale} />
    </svg>
  )
})

/** Where the active box is, for the way back to it. */
function ActiveMark({ layout, scale }: { layout: TreeLayout; scale: MinimapScale }) {
  const active = useDesigner((state) => state.view.selection.active)
  const box = active === null ? undefined : layout.boxById.get(active)
  if (box === undefined) return null
  return <path className="graph-minimap-active" d={boxesPaths([box], scale, () => 'none').none} />
}

function ViewFrame({ scale }: { scale: MinimapScale }) {
  const transform = useStore((state) => state.transform)
  const width = useStore((state) => state.width)
  const height = useStore((state) => state.height)
  return <rect className="graph-minimap-frame" {...frameOf(scale, { transform, width, height })} rx="2" />
}

/** Pressed or pulled, the middle of the screen goes there. */
function usePull(scale: MinimapScale) {
  const flow = useReactFlow()
  const zoom = useStore((state) => state.transform[2])
  const isPulled = useRef(false)
  const go = ({ clientX, clientY, currentTarget }: React.PointerEvent<SVGSVGElement>) => {
    const { left, top } = currentTarget.getBoundingClientRect()
    const { x, y } = placeAt(scale, clientX - left, clientY - top)
    flow.setCenter(x, y, { zoom })
  }
  return {
    onPointerDown: (event: React.PointerEvent<SVGSVGElement>) => {
      isPulled.current = true
      event.currentTarget.setPointerCapture(event.pointerId)
      go(event)
    },
    onPointerMove: (event: React.PointerEvent<SVGSVGElement>) => {
      if (isPulled.current) go(event)
    },
    onPointerUp: () => {
      isPulled.current = false
    },
    onPointerCancel: () => {
      isPulled.current = false
    },
  }
}
