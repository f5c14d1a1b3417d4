import { Exact } from '@yardstick/model'
import { type KeyboardEvent, type PointerEvent, useState } from 'react'
import type { CurveView } from '../../evaluation/leaf-view.ts'
import { designer } from '../../store/use-designer.ts'
import type { RuleChange } from '../method/rule-change.ts'
import { digitsOn } from './axis.ts'
import type { Handle } from './handles.ts'
import type { Scale } from './scale.ts'
import { asNumber, limited, snapStep, snapTo } from './snap.ts'

/**
 * A line to drag, or with an anchor a point. One drag is one undo step and Escape takes it back; the arrow keys move it by
 * a round step, with Shift ten times as far, with Ctrl by the last digit.
 */
export function CurveHandle({
  handle,
  name,
  text,
  view,
  scale,
  width,
  isVisible,
  onHold,
  onEdit,
}: {
  handle: Handle
  name: string
  text: string
  view: CurveView
  scale: Scale
  width: number
  isVisible: boolean
  onHold: (isHeld: boolean) => void
  onEdit: (change: RuleChange, join?: string) => void
}) {
  const [isDragged, setDragged] = useState(false)
  const digits = digitsOn(view)
  const step = snapStep(scale.perPixel, digits)
  const scoreStep = snapStep(scale.domain.points / 120, 2)
  const full = Exact.of(view.points)
  // Dragged out of the frame it stays: who holds it must be able to let it go.
  if (!isVisible && !isDragged) return null

  const move = (event: PointerEvent<SVGGElement>) => {
    if (!isDragged) return
    const box = event.currentTarget.ownerSVGElement!.getBoundingClientRect()
    const x = snapTo(scale.valueAt(event.clientX - box.left), step, handle)
    const y =
      handle.y === undefined
        ? undefined
        : snapTo(scale.scoreAt(event.clientY - box.top), scoreStep, NO_LIMITS).clamp(Exact.zero, full)
    if (x.equals(handle.x) && (y === undefined || y.equals(handle.y!))) return
    const change = handle.put(x, y)
    if (change !== undefined) onEdit(change)
  }
  const take = (event: PointerEvent<SVGGElement>) => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    event.currentTarget.focus()
    designer.mark()
    setDragged(true)
    onHold(true)
  }
  const release = () => {
    if (!isDragged) return
    designer.commit()
    setDragged(false)
    onHold(false)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && isDragged) {
      event.stopPropagation()
      designer.cancel()
      setDragged(false)
      onHold(false)
      return
    }
    const move = MOVES[event.key]
    if (move === undefined || event.altKey || isDragged) return
    event.preventDefault()
    const [across, up] = move
    const by = event.ctrlKey || event.metaKey ? Exact.one.over(Exact.power10(digits)) : step
    const far = event.shiftKey ? Exact.integer(10) : Exact.one
    const isFree = handle.y !== undefined
    const way = across === 0 && !isFree ? up : across
    const x = limited(handle.x.plus(by.times(far).times(Exact.integer(way))), by, handle)
    const y = isFree ? handle.y!.plus(scoreStep.times(far).times(Exact.integer(up))).clamp(Exact.zero, full) : undefined
    const change = handle.put(way === 0 ? handle.x : x, y)
    if (change !== undefined) onEdit(change, `curve ${handle.key}`)
  }
  const px = scale.x(asNumber(handle.x))
  const py = handle.y === undefined ? scale.bottom : scale.y(asNumber(handle.y))
  const isNearEnd = px > width - 60
  return (
    <g
      className={`curve-handle ${handle.y === undefined ? '' : 'curve-handle-free'} ${isDragged ? 'curve-handle-dragged' : ''}`}
      role="slider"
      tabIndex={0}
      aria-label={name}
      aria-valuenow={asNumber(handle.x)}
      aria-valuetext={handle.y === undefined ? text : `${text}, ${handle.y.round(2).toText()}`}
      onPointerDown={take}
      onPointerMove={move}
      onPointerUp={release}
      onPointerCancel={release}
      onKeyDown={onKeyDown}
    >
      <title>{`${name} ${text}`}</title>
      <line className="curve-handle-line" x1={px} x2={px} y1={scale.top} y2={scale.bottom} />
      <rect x={px - 7} y={scale.top - 6} width={14} height={scale.bottom - scale.top + 16} fill="transparent" />
      {handle.y === undefined ? (
        <path className="curve-handle-grip" d={`M${px} ${py - 1} l5 6 v5 h-10 v-5 z`} />
      ) : (
        <rect
          className="curve-handle-grip"
          x={px - 5}
          y={py - 5}
          width={10}
          height={10}
          transform={`rotate(45 ${px} ${py})`}
        />
      )}
      {isDragged && (
        <text
          className="curve-handle-text"
          x={isNearEnd ? px - 8 : px + 8}
          y={scale.top - 2}
          textAnchor={isNearEnd ? 'end' : 'start'}
        >
          {text}
        </text>
      )}
    </g>
  )
}

const NO_LIMITS = { low: null, high: null }

const MOVES: { readonly [key: string]: readonly [across: number, up: number] } = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
}
