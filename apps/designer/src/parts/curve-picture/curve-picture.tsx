import { Exact, type Scoring, type Target } from '@yardstick/model'
import { useState } from 'react'
import type { CurveView } from '../../evaluation/leaf-view.ts'
import type { RuleChange } from '../method/rule-change.ts'
import { useLanguage, useWords } from '../words.ts'
import { shownOn, ticksApart, tickText } from './axis.ts'
import { CurveHandle } from './curve-handle.tsx'
import './curve-picture.css'
import { domainOf, ticksOf } from './frame.ts'
import { handlesOf } from './handles.ts'
import { MARGIN, type Scale, scaleOf } from './scale.ts'
import { asNumber } from './snap.ts'
import { type Domain, drawn, type End, type Point, type Stroke, strokesOf } from './strokes.ts'
import { useWidth } from './use-width.ts'
import { pictureWords } from './words.ts'

/**
 * The score curve of a rule: its pieces with open and closed ends, axes with units and points, the sample's point, and
 * handles on what can be dragged. A drag is one undo step; `onEdit` gets each change as it is made.
 */
export function CurvePicture({
  view,
  scoring,
  target,
  standard,
  onEdit,
  height = 170,
}: {
  view: CurveView
  scoring: Scoring
  target: Target | undefined
  /** The rule in words: what a screen reader hears. */
  standard: string
  onEdit?: (change: RuleChange, join?: string) => void
  height?: number
}) {
  const w = useWords(pictureWords)
  const language = useLanguage()
  const [ref, width] = useWidth<HTMLDivElement>(296)
  // While a handle is dragged the axes stand still under it.
  const [held, setHeld] = useState<Domain | null>(null)
  const domain = held ?? domainOf(view)
  const scale = scaleOf(domain, width, height)
  const strokes = strokesOf(view.pieces, domain)
  const handles = onEdit === undefined ? [] : handlesOf(scoring, target, view)
  const at = view.at
  const value = at === null ? undefined : shownOn(view, Exact.fromText(at.x)!, language)
  const score = at === null ? undefined : Exact.fromText(at.score)!.round(2).toText()
  const told = value === undefined ? w.noSample : w.sample(value, score!)
  return (
    <div ref={ref} className="curve">
      <svg
        className="curve-drawing"
        width={width}
        height={height}
        role="img"
        aria-label={`${w.curve(standard)} ${told}`}
      >
        <Axes view={view} scale={scale} width={width} />
        {strokes.map((stroke, index) => (
          <StrokeLine
            // biome-ignore lint/suspicious/noArrayIndexKey: strokes have no identity but their place
            key={index}
            stroke={stroke}
            scale={scale}
            isHit={stroke.piece === at?.piece && view.pieces.length > 1}
          />
        ))}
        {at !== null && (
          <Sample
            x={drawn(at.x)}
            y={drawn(at.score)}
            text={`${value} · ${w.score(score!)}`}
            slope={slopeAt(strokes, at)}
            scale={scale}
            width={width}
          />
        )}
      </svg>
      <svg className="curve-handles" width={width} height={height}>
        <title>{w.hint}</title>
        {handles.map((handle, index) => (
          <CurveHandle
            key={handle.key}
            handle={handle}
            name={w.handles[handle.kind](index)}
            text={shownOn(view, handle.x, language)}
            view={view}
            scale={scale}
            width={width}
            isVisible={asNumber(handle.x) >= domain.from && asNumber(handle.x) <= domain.to}
            onHold={(isHeld) => setHeld(isHeld ? domain : null)}
            onEdit={onEdit!}
          />
        ))}
      </svg>
    </div>
  )
}

function Axes({ view, scale, width }: { view: CurveView; scale: Scale; width: number }) {
  const { domain } = scale
  const isDate = view.type === 'date'
  const { values, step } = ticksOf(domain.from, domain.to, isDate ? 3.4 : Math.max(2, width / 64))
  const scores = domain.points > 0 ? [0, domain.points / 2, domain.points] : [0]
  const right = width - MARGIN.right
  const unit = view.type === 'rate' || isDate ? undefined : view.unit
  const room = unit === undefined ? right + MARGIN.right : right - 24
  const ticks = ticksApart(
    values.map((value) => ({ value, text: tickText(view, value, step), x: scale.x(value) })),
    room,
  )
  return (
    <g>
      {scores.map((score) => (
        <g key={score}>
          <line className="curve-grid" x1={MARGIN.left} x2={right} y1={scale.y(score)} y2={scale.y(score)} />
          <text className="curve-tick" x={MARGIN.left - 5} y={scale.y(score) + 4} textAnchor="end">
            {String(Number(score.toFixed(2)))}
          </text>
        </g>
      ))}
      <line className="curve-axis" x1={MARGIN.left} x2={right} y1={scale.bottom} y2={scale.bottom} />
      {ticks.map(({ value, text, x, anchor }) => (
        <g key={value}>
          <line
            className="curve-axis"
            x1={scale.x(value)}
            x2={scale.x(value)}
            y1={scale.bottom}
            y2={scale.bottom + 3}
          />
          <text className="curve-tick" x={x} y={scale.bottom + 22} textAnchor={anchor}>
            {text}
          </text>
        </g>
      ))}
      {unit !== undefined && (
        <text className="curve-tick" x={width - 2} y={scale.bottom + 22} textAnchor="end">
          {unit}
        </text>
      )}
    </g>
  )
}

function StrokeLine({ stroke, scale, isHit }: { stroke: Stroke; scale: Scale; isHit: boolean }) {
  const { points, start, end } = stroke
  const path = points.map(
    ([x, y], index) => `${index === 0 ? 'M' : 'L'}${scale.x(x).toFixed(1)} ${scale.y(y).toFixed(1)}`,
  )
  // The dots of narrow stairs would hide them.
  const [left, right] = [scale.x(points[0]?.[0] ?? 0), scale.x(points.at(-1)?.[0] ?? 0)]
  const isNarrow = points.length > 1 && right - left < 11
  const dots: readonly [End, Point | undefined][] =
    points.length === 1
      ? [[start, points[0]]]
      : isNarrow
        ? []
        : [
            [start, points[0]],
            [end, points.at(-1)],
          ]
  return (
    <g>
      <path className={`curve-line ${isHit ? 'curve-line-hit' : ''}`} d={path.join('')} />
      {dots.map(([kind, at]) => (
        <Dot key={`${kind} ${at?.join()}`} end={kind} at={at} scale={scale} />
      ))}
    </g>
  )
}

function Dot({ end, at, scale }: { end: End; at: Point | undefined; scale: Scale }) {
  if (end === 'none' || at === undefined) return null
  return (
    <circle
      className={`curve-dot ${end === 'hollow' ? 'curve-dot-hollow' : ''}`}
      cx={scale.x(at[0])}
      cy={scale.y(at[1])}
      r={3.2}
    />
  )
}

/** Bold letters and figures of the sample's text, on average. */
const LETTER = 7.5

/** Whether the line rises, falls or is level where the sample stands. */
function slopeAt(strokes: readonly Stroke[], { piece, x }: { piece: number; x: string }): number {
  const points = strokes.filter((stroke) => stroke.piece === piece).flatMap((stroke) => stroke.points)
  const after = points.findIndex(([to]) => to > drawn(x))
  const [before, next] = [points[after - 1], points[after]]
  return before === undefined || next === undefined ? 0 : Math.sign(next[1] - before[1])
}

function Sample({
  x,
  y,
  text,
  slope,
  scale,
  width,
}: {
  x: number
  y: number
  text: string
  slope: number
  scale: Scale
  width: number
}) {
  const [px, py] = [scale.x(x), scale.y(y)]
  // Above the line on the side where it is lower, as far as there is room.
  const room = text.length * LETTER
  const isRight = slope === 0 ? px > width / 2 : slope > 0 ? px > MARGIN.left + room : px + room > width
  return (
    <g>
      <line className="curve-sample-line" x1={px} x2={px} y1={py} y2={scale.bottom} />
      <circle className="curve-sample-dot" cx={px} cy={py} r={5} />
      <text
        className="curve-sample-text"
        x={isRight ? px - 8 : px + 8}
        y={py - 9}
        textAnchor={isRight ? 'end' : 'start'}
      >
        {text}
      </text>
    </g>
  )
}
