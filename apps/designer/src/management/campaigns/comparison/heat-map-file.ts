import { bands, type Colours } from './colours.ts'
import type { PictureFile } from './export-menu.tsx'
import { headGroups } from './head-groups.ts'
import { type CellSize, cellShape } from './heat-map-picture.ts'
import type { Draw } from './picture.tsx'
import type { ScoreTable } from './score-table.ts'

/** What is written around the map: what it is of, what is seen, and what its colours mean. */
export interface MapCaption {
  readonly title: string
  readonly seen: string
  readonly bands: Readonly<Record<(typeof bands)[number], string>>
  readonly missing: string
  readonly notApplicable: string
}

const NAMES = 190
const HEADS = 150
const GROUPS = 20
const CAPTION = 84
const TOP = CAPTION + GROUPS + HEADS
const MARGIN = 16
const CELL = { cellWidth: 26, cellHeight: 20 }

/** The whole map with its names and its legend, as a file. */
export function heatMapFile(table: ScoreTable, nameOf: (row: number) => string, caption: MapCaption): PictureFile {
  const { rows, heads } = table
  // With few columns there is room for figures.
  const size = heads.length <= 24 ? { ...CELL, cellWidth: 48 } : CELL
  const width = Math.max(760, NAMES + heads.length * size.cellWidth + MARGIN)
  const draw: Draw = (colours) => {
    const drawn = [
      ...captionShapes(caption, width, colours),
      ...groupShapes(table, size, colours),
      ...nameShapes(table, size, nameOf, colours),
      ...rows.flatMap((_, row) =>
        heads.map((_, column) => {
          const corner = { x: NAMES + column * size.cellWidth, y: TOP + row * size.cellHeight }
          return cellShape(table, row, column, { ...size, ...corner }, colours)
        }),
      ),
    ]
    return {
      grid: { left: 0, right: 0, top: 0, bottom: 0 },
      xAxis: { type: 'value', show: false, min: 0, max: 1 },
      yAxis: { type: 'value', show: false, min: 0, max: 1 },
      series: [
        {
          ...{ type: 'custom', silent: true, clip: false, progressive: 0 },
          data: drawn.map(() => [0, 0]),
          renderItem: ({ dataIndex }: { dataIndex: number }) => drawn[dataIndex],
        },
      ],
    }
  }
  return { draw, width, height: TOP + rows.length * size.cellHeight + MARGIN, isCaptioned: true }
}

const fontOf = (colours: Colours, size = 12) => `${size}px ${colours.font}`

function captionShapes(caption: MapCaption, width: number, colours: Colours): object[] {
  const text = (content: string, y: number, font: string, more: object = {}) => ({
    type: 'text',
    style: { x: 12, y, text: content, fill: colours.text, font, ...more },
  })
  const marks = [
    ...bands.map((band) => ({ name: caption.bands[band], style: { fill: colours.bands[band] }, sign: '' })),
    {
      ...{ name: caption.missing, sign: '×' },
      style: { fill: colours.surface, stroke: colours.lineStrong, lineDash: [3, 2] },
    },
    { name: caption.notApplicable, style: { fill: colours.ground }, sign: '–' },
  ]
  return [
    text(caption.title, 12, `bold ${fontOf(colours, 15)}`, { width: width - 24, overflow: 'truncate' }),
    text(caption.seen, 36, fontOf(colours), { width: width - 24, overflow: 'truncate' }),
    ...marks.flatMap(({ name, style, sign }, at) => [
      {
        ...{ type: 'rect', shape: { x: 12 + at * 92, y: 60, width: 14, height: 14 }, style },
        textContent: { type: 'text', style: { text: sign, fill: colours.faint, font: fontOf(colours) } },
        textConfig: { position: 'inside' },
      },
      text(name, 61, fontOf(colours), { x: 31 + at * 92 }),
    ]),
  ]
}

/** Indicators of the first level, each over its leaves. */
function groupShapes({ heads }: ScoreTable, { cellWidth }: CellSize, colours: Colours): object[] {
  return headGroups(heads).flatMap(({ name, from, count }) => [
    {
      type: 'line',
      shape: {
        ...{ x1: NAMES + from * cellWidth + 1, x2: NAMES + (from + count) * cellWidth - 2 },
        ...{ y1: CAPTION + GROUPS, y2: CAPTION + GROUPS },
      },
      style: { stroke: colours.lineStrong },
    },
    {
      type: 'text',
      style: {
        ...{ x: NAMES + (from + count / 2) * cellWidth, y: CAPTION + 3, text: name, fill: colours.faint },
        ...{ font: fontOf(colours), align: 'center', width: count * cellWidth - 4, overflow: 'truncate' },
      },
    },
  ])
}

function nameShapes(
  { rows, heads }: ScoreTable,
  { cellWidth, cellHeight }: CellSize,
  nameOf: (row: number) => string,
  colours: Colours,
): object[] {
  const look = { fill: colours.text, font: fontOf(colours), verticalAlign: 'middle', overflow: 'truncate' }
  return [
    ...rows.map((_, at) => ({
      type: 'text',
      style: {
        ...{ x: NAMES - 8, y: TOP + (at + 0.5) * cellHeight, text: nameOf(at), align: 'right', width: NAMES - 16 },
        ...look,
      },
    })),
    ...heads.map(({ name }, at) => ({
      ...{ type: 'text', x: NAMES + (at + 0.5) * cellWidth, y: TOP - 6, rotation: Math.PI / 2 },
      style: { text: name, width: HEADS - 12, ...look },
    })),
  ]
}
