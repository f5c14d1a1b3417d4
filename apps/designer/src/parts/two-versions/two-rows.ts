import { type Indicator, isBranch, type Language, type Scheme, walk } from '@yardstick/model'
import { printTarget } from '@yardstick/wording'
import type { LeafTexts } from '../../store/results.ts'

/** Two versions as one tree in the order of the newer one, matched by id; what is gone stands where it was. */
export interface ComparisonRow {
  readonly id: string
  readonly depth: number
  readonly isBranch: boolean
  readonly change: RowChange
  /** Of what moved: the names from the root of where it was; empty at the top. */
  readonly movedFrom: readonly string[] | undefined
  readonly cells: { readonly [C in RowColumn]: RowCell }
}

export type RowChange = 'added' | 'removed' | 'moved' | 'changed' | 'same'
export const rowColumns = ['number', 'name', 'points', 'target', 'standard', 'actual', 'basis'] as const
export type RowColumn = (typeof rowColumns)[number]

/** Undefined where the version does not have the indicator, or says nothing there. */
export interface RowCell {
  readonly before: string | undefined
  readonly after: string | undefined
}

export interface Version {
  readonly scheme: Pick<Scheme, 'indicators'>
  readonly texts: { readonly [leaf: string]: Pick<LeafTexts, 'standard'> }
}

export function comparisonRows(before: Version, after: Version, language: Language): ComparisonRow[] {
  const [olds, news] = [seatsOf(before, language), seatsOf(after, language)]
  return mergedOrder(before.scheme.indicators, after.scheme.indicators, olds, news).map((id) => {
    const [old, now] = [olds.get(id), news.get(id)]
    const seat = now ?? old!
    const cells = Object.fromEntries(
      rowColumns.map((column) => [column, { before: old?.texts[column], after: now?.texts[column] }]),
    ) as { [C in RowColumn]: RowCell }
    // A number nobody gave follows from the place in the tree; that it is another now is no change of its own.
    if (cells.number.before === undefined && cells.number.after === undefined)
      cells.number = { before: old && seat.position, after: now && seat.position }
    const isMoved = old !== undefined && now !== undefined && old.parent !== now.parent
    return {
      id,
      depth: seat.depth,
      isBranch: seat.isBranch,
      change: changeOf(old, now, isMoved, cells),
      movedFrom: isMoved ? old.path.slice(0, -1) : undefined,
      cells,
    }
  })
}

/** The rows that differ, with the branches above them for their place. */
export function changedRows(rows: readonly ComparisonRow[]): ComparisonRow[] {
  const kept: ComparisonRow[] = []
  let depth = 0
  for (const row of [...rows].reverse()) {
    const isAbove = row.depth < depth
    if (row.change === 'same' && !isAbove) continue
    kept.push(row)
    depth = row.depth
  }
  return kept.reverse()
}

interface Seat {
  /** 1.2 */
  readonly position: string
  readonly parent: string | undefined
  readonly path: readonly string[]
  readonly depth: number
  readonly isBranch: boolean
  readonly texts: { readonly [C in RowColumn]: string | undefined }
}

function seatsOf({ scheme, texts }: Version, language: Language): Map<string, Seat> {
  const seats = new Map<string, Seat>()
  const childrenSeen = new Map<string | undefined, number>()
  for (const { node, parent, path, depth } of walk(scheme)) {
    const index = (childrenSeen.get(parent?.id) ?? 0) + 1
    childrenSeen.set(parent?.id, index)
    const position = parent === undefined ? `${index}` : `${seats.get(parent.id)!.position}.${index}`
    const seat = { position, parent: parent?.id, path, depth, isBranch: isBranch(node) }
    seats.set(node.id, { ...seat, texts: textsOf(node, texts, language) })
  }
  return seats
}

function textsOf(node: Indicator, texts: Version['texts'], language: Language): Seat['texts'] {
  const { code, name, points, basis } = node
  const head = { number: code, name, points, basis }
  if (isBranch(node)) return { ...head, target: undefined, standard: undefined, actual: undefined }
  const target = node.target && printTarget(node.target, language)
  return { ...head, target, standard: texts[node.id]?.standard, actual: node.actual }
}

/** The newer order, what is gone put in behind the sibling that stood before it. */
function mergedOrder(
  before: readonly Indicator[],
  after: readonly Indicator[],
  olds: ReadonlyMap<string, Seat>,
  news: ReadonlyMap<string, Seat>,
): string[] {
  const oldChildren = childrenById(before)
  const newChildren = childrenById(after)
  const idsUnder = (parent: string | undefined): string[] => {
    const ids = (newChildren.get(parent) ?? []).map((node) => node.id)
    let last = -1
    for (const { id } of oldChildren.get(parent) ?? []) {
      if (news.has(id)) {
        const at = ids.indexOf(id)
        if (at >= 0) last = at
      } else ids.splice(++last, 0, id)
    }
    return ids
  }
  const order: string[] = []
  const visit = (parent: string | undefined) => {
    for (const id of idsUnder(parent)) {
      order.push(id)
      if (news.get(id)?.isBranch || olds.get(id)?.isBranch) visit(id)
    }
  }
  visit(undefined)
  return order
}

function childrenById(nodes: readonly Indicator[]): Map<string | undefined, readonly Indicator[]> {
  const children = new Map<string | undefined, readonly Indicator[]>([[undefined, nodes]])
  for (const { node } of walk({ indicators: [...nodes] })) if (isBranch(node)) children.set(node.id, node.children)
  return children
}

function changeOf(
  old: Seat | undefined,
  now: Seat | undefined,
  isMoved: boolean,
  cells: ComparisonRow['cells'],
): RowChange {
  if (old === undefined) return 'added'
  if (now === undefined) return 'removed'
  if (isMoved) return 'moved'
  return rowColumns.some((column) => cells[column].before !== cells[column].after) ? 'changed' : 'same'
}
