import { BRANCH_STROKES, METHOD_STROKES, SCHEME_STROKES } from './method-icon.ts'
import type { ShownBox, Standing } from './shown-box.ts'
import { linesOf, widthOf } from './text-lines.ts'
import { linksPath, NAME_SIZE, type TreeBox, type TreeLayout } from './tree-layout.ts'

/**
 * The picture as a file: SVG written from the same layout as the screen's, on white paper, crisp at any size. Fonts are
 * named and not embedded, as in every report.
 */
export interface DrawWords {
  /** "8.5 / 10", or the points alone. */
  readonly score: (score: string | null | undefined, points: string) => string
  readonly bonus: string
  readonly folded: (count: number) => string
}

export interface Drawing {
  readonly svg: string
  readonly width: number
  readonly height: number
}

const MARGIN = 24
const TITLE = { size: 18, line: 24 }
const SUBTITLE = { size: 12, line: 18 }
const GAP = 14
/** Room for a title where the tree is narrow. */
const LEAST_WIDTH = 420
const FONT = "'Microsoft YaHei','PingFang SC','Noto Sans CJK SC','Noto Sans SC',sans-serif"

const INK = { text: '#1c2530', soft: '#4d5a69', line: '#b4bfcb', edge: '#8d98a6', paper: '#ffffff', head: '#f6f8fa' }
const WARNING = '#8a5a00'
const BAR: { readonly [S in Standing]: string } = { full: '#1d7a46', part: '#1f5fa8', low: '#b42318', none: '#b4bfcb' }

/** title, subtitle  the lines at the top of the picture */
export function drawTree(
  layout: TreeLayout,
  shown: (box: TreeBox) => ShownBox,
  { title, subtitle, words }: { readonly title: string; readonly subtitle: string; readonly words: DrawWords },
): Drawing {
  const beside = layout.boxes.map((box) => box.x + box.width + (box.hidden > 0 ? foldedWidth(box, words) : 0))
  const width = Math.ceil(Math.max(...beside, LEAST_WIDTH) + 2 * MARGIN)
  const head = [...headLines(title, width, TITLE), ...headLines(subtitle, width, SUBTITLE)]
  const headHeight = head.reduce((sum, { line }) => sum + line, 0) + GAP
  const height = Math.ceil(layout.height + 2 * MARGIN + headHeight)
  const top = layout.boxes.reduce((least, box) => Math.min(least, box.y), Number.POSITIVE_INFINITY)
  const boxes = layout.boxes.map((box) => drawBox(box, shown(box), words)).join('\n')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${FONT}">
<rect width="${width}" height="${height}" fill="${INK.paper}"/>
${drawHead(head)}
<g transform="translate(${MARGIN} ${MARGIN + headHeight - top})">
<path d="${linksPath(layout)}" fill="none" stroke="${INK.line}" stroke-width="1.25"/>
${boxes}
</g>
</svg>
`
  return { svg, width, height }
}

interface HeadLine {
  readonly text: string
  readonly size: number
  readonly line: number
}

/** However narrow the tree, its title is told whole. */
function headLines(text: string, width: number, { size, line }: { size: number; line: number }): HeadLine[] {
  return linesOf(text, size, width - 2 * MARGIN, 10).map((each) => ({ text: each, size, line }))
}

function drawHead(head: readonly HeadLine[]): string {
  let y = MARGIN - 6
  return head
    .map(({ text, size, line }) => {
      y += line
      const ink = size === TITLE.size ? `font-weight="600" fill="${INK.text}"` : `fill="${INK.soft}"`
      return `<text x="${MARGIN}" y="${y}" font-size="${size}" ${ink}>${escaped(text)}</text>`
    })
    .join('\n')
}

const foldedWidth = (box: TreeBox, words: DrawWords) => 8 + widthOf(words.folded(box.hidden), 11)

function drawBox(box: TreeBox, shown: ShownBox, words: DrawWords): string {
  const { x, y, width, height, lines } = box
  const isLeaf = box.node !== undefined && !box.folds
  const bar = height - 24
  const filled = shown.rate === undefined ? 0 : Math.round(shown.rate * (width - 24) * 10) / 10
  const strokes =
    shown.method === 'branch'
      ? BRANCH_STROKES
      : shown.method === 'scheme'
        ? SCHEME_STROKES
        : METHOD_STROKES[shown.method]
  const name = lines.map(
    (line, index) =>
      `<text x="32" y="${21 + index * 18}" font-size="${NAME_SIZE}" font-weight="${isLeaf ? 400 : 600}" fill="${INK.text}">${escaped(line)}</text>`,
  )
  const foot = [words.score(shown.score, shown.points), shown.grade].filter((each) => each !== undefined).join('  ')
  const parts = [
    `<title>${escaped(box.node?.name ?? lines.join(''))}</title>`,
    `<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="5" fill="${isLeaf ? INK.paper : INK.head}" stroke="${shown.errors > 0 ? BAR.low : INK.edge}"/>`,
    `<path d="${strokes}" transform="translate(9 8)" fill="none" stroke="${INK.soft}" stroke-width="1.4" stroke-linejoin="round" stroke-linecap="round"/>`,
    ...name,
    drawMark(shown, width),
    `<text x="12" y="${bar + 6}" font-size="12" fill="${INK.soft}">${escaped(foot)}</text>`,
    shown.isBonus
      ? `<text x="${width - 12}" y="${bar + 6}" font-size="12" font-weight="600" text-anchor="end" fill="${BAR.full}">${escaped(words.bonus)}</text>`
      : '',
    `<rect x="12" y="${height - 11}" width="${width - 24}" height="4" rx="2" fill="#e4e9ee"/>`,
    filled > 0
      ? `<rect x="12" y="${height - 11}" width="${filled}" height="4" rx="2" fill="${BAR[shown.standing]}"/>`
      : '',
    box.hidden > 0
      ? `<text x="${width + 6}" y="${height / 2 + 4}" font-size="11" fill="${INK.soft}">${escaped(words.folded(box.hidden))}</text>`
      : '',
  ]
  return `<g transform="translate(${x} ${y})">${parts.join('')}</g>`
}

/** Errors and warnings as on the screen: a mark in the corner, with their count. */
function drawMark({ errors, warnings }: ShownBox, width: number): string {
  const count = errors > 0 ? errors : warnings
  if (count === 0) return ''
  const sign = count > 9 ? '9+' : count > 1 ? String(count) : '!'
  return `<circle cx="${width - 11}" cy="14" r="7" fill="${errors > 0 ? BAR.low : WARNING}"/><text x="${width - 11}" y="17.5" font-size="10" font-weight="700" text-anchor="middle" fill="${INK.paper}">${sign}</text>`
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!)
}
