import { type Indicator, isBranch, type Scheme } from '@yardstick/model'
import { hierarchy, tree } from 'd3-hierarchy'
import { linesOf } from './text-lines.ts'

/**
 * The scheme as a tree of boxes from left to right, the scheme itself at its root. Only what is unfolded is laid out, and
 * nothing here asks a browser, so the view, its export and the tests see the same picture.
 */
export interface TreeBox {
  /** The indicator's id; `ROOT` for the scheme. */
  readonly id: string
  /** Undefined for the scheme itself. */
  readonly node: Indicator | undefined
  readonly parent: string | null
  /** 0 for the scheme, 1 at the top of the tree. */
  readonly depth: number
  /** Place among the siblings, from 0, and how many they are. */
  readonly index: number
  readonly siblings: number
  readonly lines: readonly string[]
  /** Indicators below it that are folded away. */
  readonly hidden: number
  /** Whether there is anything below it to fold. */
  readonly folds: boolean
  readonly isFolded: boolean
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface TreeLayout {
  /** A parent before its children, in the order of the document. */
  readonly boxes: readonly TreeBox[]
  readonly boxById: ReadonlyMap<string, TreeBox>
  readonly width: number
  readonly height: number
}

/** No id of an indicator is empty. */
export const ROOT = ''

const BOX_WIDTH = 212
export const NAME_SIZE = 13
const NAME_WIDTH = BOX_WIDTH - 50
const GAP_ACROSS = 52
const GAP_SIBLINGS = 8
const GAP_COUSINS = 20

/** The height of a box with so many lines of name. */
const heightOf = (lines: number) => 38 + lines * 18

/**
 * folded  ids of the branches that are closed; `ROOT` never is
 * most    lines of a name; what does not fit ends in “…”
 */
export function layoutTree(
  scheme: Pick<Scheme, 'name' | 'indicators'>,
  folded: ReadonlySet<string>,
  most = 2,
): TreeLayout {
  const root = hierarchy<Seat>(seatOfScheme(scheme, most), (seat) => (folded.has(seat.id) ? [] : seat.children()))
  // One unit of the breadth is one pixel, so that boxes may differ in height.
  const place = tree<Seat>()
    .nodeSize([1, BOX_WIDTH + GAP_ACROSS])
    .separation((a, b) => {
      const gap = a.parent === b.parent ? GAP_SIBLINGS : GAP_COUSINS
      return (heightOf(a.data.lines.length) + heightOf(b.data.lines.length)) / 2 + gap
    })
  const placed = place(root)
  let top = 0
  placed.each(({ x, data }) => {
    top = Math.min(top, x - heightOf(data.lines.length) / 2)
  })
  const inOrder: TreeBox[] = []
  placed.eachBefore(({ data, parent, depth, x, y }) => {
    const height = heightOf(data.lines.length)
    const isFolded = folded.has(data.id)
    inOrder.push({
      id: data.id,
      node: data.node,
      parent: parent?.data.id ?? null,
      depth,
      index: data.index,
      siblings: data.siblings,
      lines: data.lines,
      hidden: isFolded && data.node !== undefined ? countBelow(data.node) : 0,
      folds: data.node !== undefined && isBranch(data.node) && data.node.children.length > 0,
      isFolded,
      x: y,
      y: Math.round(x - height / 2 - top),
      width: BOX_WIDTH,
      height,
    })
  })
  return {
    boxes: inOrder,
    boxById: new Map(inOrder.map((box) => [box.id, box])),
    width: inOrder.reduce((most, box) => Math.max(most, box.x), 0) + BOX_WIDTH,
    height: inOrder.reduce((most, box) => Math.max(most, box.y + box.height), 0),
  }
}

/** Lines from each parent to its children, as one path. */
export function linksPath(layout: TreeLayout, without: ReadonlySet<string> = new Set()): string {
  return layout.boxes
    .filter((box) => box.parent !== null && !without.has(box.id))
    .map((box) => linkPath(layout.boxById.get(box.parent!)!, box))
    .join('')
}

export function linkPath(from: TreeBox, to: TreeBox): string {
  const [x1, y1] = [from.x + from.width, from.y + from.height / 2]
  const [x2, y2] = [to.x, to.y + to.height / 2]
  const middle = (x1 + x2) / 2
  return `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`
}

/** Ids from a box up to the scheme, the box itself first. */
export function wayUp(layout: TreeLayout, id: string): string[] {
  const box = layout.boxById.get(id)
  return box === undefined ? [] : [id, ...(box.parent === null ? [] : wayUp(layout, box.parent))]
}

interface Seat {
  readonly id: string
  readonly node: Indicator | undefined
  readonly index: number
  readonly siblings: number
  readonly lines: readonly string[]
  children(): Seat[]
}

function seatOfScheme({ name, indicators }: Pick<Scheme, 'name' | 'indicators'>, most: number): Seat {
  const lines = nameLines(name, most)
  return { id: ROOT, node: undefined, index: 0, siblings: 1, lines, children: () => seats(indicators, most) }
}

function seats(nodes: readonly Indicator[], most: number): Seat[] {
  return nodes.map((node, index) => ({
    id: node.id,
    node,
    index,
    siblings: nodes.length,
    lines: nameLines(node.name, most),
    children: () => (isBranch(node) ? seats(node.children, most) : []),
  }))
}

const nameLines = (name: string, most: number) => linesOf(name, NAME_SIZE, NAME_WIDTH, most)

function countBelow(node: Indicator): number {
  return isBranch(node) ? node.children.reduce((count, child) => count + 1 + countBelow(child), 0) : 0
}
