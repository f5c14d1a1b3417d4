// biome-ignore-all lint/a11y/noNoninteractiveTabindex: the keyboard goes through the cells of the map, as through those of a sheet
import { MinusOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type CSSProperties, type KeyboardEvent, type MouseEvent, useMemo, useRef, useState } from 'react'
import { signWords } from '../../../parts/sign-words.ts'
import { useWords } from '../../../parts/words.ts'
import { rateText } from '../rate-text.ts'
import { headGroups } from './head-groups.ts'
import {
  type CellPlace,
  FIRST_HEIGHT,
  type Geometry,
  heights,
  moved,
  NAMED,
  placeAt,
  placeIn,
  scrolledTo,
  cellWidth as widthFor,
  windowOf,
} from './heat-map-geometry.ts'
import { heatMapWindow } from './heat-map-picture.ts'
import { Picture } from './picture.tsx'
import { cellOf, type ScoreTable } from './score-table.ts'
import { useViewport } from './use-viewport.ts'
import { comparisonWords } from './words.ts'

/**
 * 热力图: a row for each department, best first, a column for each indicator, the score rate as colour. It scrolls like a
 * sheet, names stay in sight, and the keyboard goes through it cell by cell; what a cell says stands in a line of text
 * that is read out. The canvas is no larger than what is seen.
 */
export function HeatMap({
  table,
  nameOf,
  hrefOf,
  indicatorHref,
}: {
  table: ScoreTable
  nameOf: (row: number) => string
  /** Of a result's line; without an indicator of the result. */
  hrefOf: (row: number, column?: number) => string
  indicatorHref: (column: number) => string
}) {
  const w = useWords(comparisonWords)
  const say = useCellText(table, nameOf)
  const scroller = useRef<HTMLDivElement>(null)
  const { viewport, onScroll } = useViewport(scroller)
  const [zoom, setZoom] = useState(FIRST_HEIGHT)
  const [kept, setCursor] = useState<CellPlace>()
  const [isCursorSeen, setIsCursorSeen] = useState(false)
  const [under, setHovered] = useState<CellPlace>()
  const cellHeight = heights[zoom]!
  const cellWidth = widthFor(viewport.width, table.heads.length, cellHeight)
  const geometry: Geometry = { rows: table.rows.length, columns: table.heads.length, cellWidth, cellHeight }
  const { row, rowEnd, column, columnEnd } = windowOf(geometry, viewport)
  const draw = useMemo(
    () => heatMapWindow(table, { row, rowEnd, column, columnEnd }, { cellWidth, cellHeight }),
    [table, row, rowEnd, column, columnEnd, cellWidth, cellHeight],
  )
  // Where fewer are looked for, the cell may be gone.
  const [cursor, hovered] = [placeIn(geometry, kept), placeIn(geometry, under)]
  const active = hovered ?? cursor
  const show = (place: CellPlace) => {
    const box = scroller.current
    if (box === null) return
    box.scrollTo(scrolledTo(place, geometry, viewport))
  }
  const move = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.altKey || event.metaKey) return
    const from = cursor ?? placeIn(geometry, { row: 0, column: 0 })
    if (from === undefined) return
    if (event.key === 'Enter') {
      location.hash = hrefOf(from.row, from.column)
      event.preventDefault()
      return
    }
    const to = moved(from, event, geometry, Math.max(1, Math.floor(viewport.height / cellHeight) - 1))
    if (to === undefined) return
    event.preventDefault()
    setCursor(to)
    setHovered(undefined)
    show(to)
  }
  const placeOf = (event: MouseEvent) => {
    const box = scroller.current!
    const { left, top } = box.getBoundingClientRect()
    return placeAt(geometry, event.clientX - left + box.scrollLeft, event.clientY - top + box.scrollTop)
  }
  const rows = Array.from({ length: rowEnd - row }, (_, at) => row + at)
  const isNamed = cellHeight >= NAMED
  const style = { '--heat-row': `${cellHeight}px`, '--heat-column': `${cellWidth}px` } as CSSProperties
  return (
    <div className="heat-map" style={style}>
      <div className="heat-frame">
        <div className="heat-corner">
          <span>{w.rank}</span>
          <span>{w.department}</span>
          <span>{w.total}</span>
        </div>
        <Heads table={table} left={viewport.left} cellWidth={cellWidth} indicatorHref={indicatorHref} />
        <div
          className="heat-names"
          onWheel={(event) => scroller.current?.scrollBy({ top: event.deltaY })}
          aria-hidden={!isNamed}
        >
          <ul style={{ transform: `translateY(${row * cellHeight - viewport.top}px)` }}>
            {isNamed &&
              rows.map((each) => (
                <li key={table.rows[each]!.submission} className={active?.row === each ? 'heat-active' : undefined}>
                  <span>{table.rows[each]!.rank ?? w.noValue}</span>
                  <a className="list-link" href={hrefOf(each)} tabIndex={-1} title={nameOf(each)}>
                    {nameOf(each)}
                  </a>
                  <span>{table.rows[each]!.total ?? w.noValue}</span>
                </li>
              ))}
          </ul>
        </div>
        <div
          ref={scroller}
          className="heat-scroller"
          role="application"
          aria-label={w.heatLabel}
          aria-describedby="heat-cell"
          tabIndex={0}
          onScroll={onScroll}
          onKeyDown={move}
          onFocus={(event) => {
            setIsCursorSeen(event.currentTarget.matches(':focus-visible'))
            setCursor((before) => before ?? { row, column })
          }}
          onBlur={() => setIsCursorSeen(false)}
          onMouseMove={(event) => setHovered(placeOf(event))}
          onMouseLeave={() => setHovered(undefined)}
          onClick={(event) => {
            const place = placeOf(event)
            if (place !== undefined) location.hash = hrefOf(place.row, place.column)
          }}
        >
          <div
            className="heat-space"
            style={{ width: geometry.columns * cellWidth, height: geometry.rows * cellHeight }}
          >
            <div className="heat-view" style={{ width: viewport.width, height: viewport.height }}>
              <div
                className="heat-canvas"
                // Of one size wherever it is scrolled to: another size would be another canvas.
                style={{
                  width: (Math.ceil(viewport.width / cellWidth) + 1) * cellWidth,
                  height: (Math.ceil(viewport.height / cellHeight) + 1) * cellHeight,
                  transform: `translate(${column * cellWidth - viewport.left}px, ${row * cellHeight - viewport.top}px)`,
                }}
              >
                <Picture draw={draw} label={w.pictures['heat-map']} />
              </div>
            </div>
            {hovered !== undefined && <Outline place={hovered} geometry={geometry} look="heat-hovered" />}
            {cursor !== undefined && isCursorSeen && <Outline place={cursor} geometry={geometry} look="heat-cursor" />}
          </div>
        </div>
      </div>
      <div className="heat-foot">
        <p id="heat-cell" className="heat-cell" aria-live="polite">
          {active === undefined ? w.cellHint : say(active)}
        </p>
        <Button.Group>
          <Button
            icon={<MinusOutlined />}
            title={w.zoomOut}
            aria-label={w.zoomOut}
            disabled={zoom === 0}
            onClick={() => setZoom(zoom - 1)}
          />
          <Button
            icon={<PlusOutlined />}
            title={w.zoomIn}
            aria-label={w.zoomIn}
            disabled={zoom === heights.length - 1}
            onClick={() => setZoom(zoom + 1)}
          />
        </Button.Group>
      </div>
    </div>
  )
}

function Outline({ place, geometry, look }: { place: CellPlace; geometry: Geometry; look: string }) {
  const { cellWidth, cellHeight } = geometry
  const transform = `translate(${place.column * cellWidth}px, ${place.row * cellHeight}px)`
  return <div className={`heat-outline ${look}`} style={{ width: cellWidth, height: cellHeight, transform }} />
}

/** Names of the indicators, and above them what they belong to. */
function Heads({
  table: { heads },
  left,
  cellWidth,
  indicatorHref,
}: {
  table: ScoreTable
  left: number
  cellWidth: number
  indicatorHref: (column: number) => string
}) {
  const w = useWords(comparisonWords)
  const isLying = cellWidth >= 64
  return (
    <div className={`heat-heads ${isLying ? 'heat-lying' : ''}`}>
      <div style={{ transform: `translateX(${-left}px)`, width: heads.length * cellWidth }}>
        <div className="heat-groups">
          {headGroups(heads).map(({ name, from, count }) => (
            <span key={from} style={{ width: count * cellWidth }} title={name}>
              {count * cellWidth >= 34 ? name : ''}
            </span>
          ))}
        </div>
        <div className="heat-columns">
          {heads.map((head, at) => (
            <a
              key={head.id}
              href={indicatorHref(at)}
              tabIndex={-1}
              title={[...head.path, head.name].join(' / ')}
              style={{ width: cellWidth }}
            >
              {cellWidth >= 12 && (
                <span>
                  {head.name}
                  {head.kind === 'bonus' && <small>{w.bonus}</small>}
                </span>
              )}
            </a>
          ))}
        </div>
      </div>
    </div>
  )
}

/** What a cell says, in words. */
function useCellText(table: ScoreTable, nameOf: (row: number) => string): (place: CellPlace) => string {
  const w = useWords(comparisonWords)
  const signs = useWords(signWords)
  return ({ row, column }) => {
    const head = table.heads[column]
    const result = table.rows[row]
    if (head === undefined || result === undefined) return ''
    const { state, score, points } = cellOf(table, result, column)
    const value =
      state === 'not-applicable'
        ? w.notApplicable
        : state === 'unscored'
          ? w.unscored
          : state === 'missing'
            ? score === null
              ? w.missing
              : w.cellMissingZero(points)
            : w.cellScore(score ?? w.noValue, points, rateText(score, points))
    return signs.headed(w.cell(nameOf(row), head.name), value)
  }
}
