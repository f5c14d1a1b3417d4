import {
  type Distribution,
  distributePoints,
  type Edit,
  type EditOf,
  Exact,
  type Indicator,
  indicatorById,
  isBranch,
  leaves,
  type Scheme,
  scaleDeductions,
} from '@yardstick/model'

/**
 * Points that are shared out anew go all the way down: a child branch that gets other points shares them among its own
 * children in proportion, so that a mend at one level breaks no other.
 */
export function distributeDown(
  scheme: Scheme,
  branch: string | null,
  distribution: Distribution,
): EditOf<'set-points'> | undefined {
  const edit = distributePoints(scheme, branch, distribution)
  return edit === undefined ? undefined : carryDown(scheme, edit.points)
}

/** The points that are set, and those that follow from them below. */
export function carryDown(scheme: Scheme, points: { readonly [id: string]: string }): EditOf<'set-points'> {
  const set = { ...points }
  let current = withPoints(scheme, points)
  let open = Object.keys(points)
  while (open.length > 0) {
    const below: { [id: string]: string } = {}
    for (const id of open) Object.assign(below, distributePoints(current, id, 'proportional')?.points)
    Object.assign(set, below)
    current = withPoints(current, below)
    open = Object.keys(below)
  }
  return { type: 'set-points', points: set }
}

/** 按比例换算扣分值: the edits by which what leaves say in points goes along with points that change. */
export function scaleWithPoints(scheme: Scheme, { points }: EditOf<'set-points'>): Edit[] {
  return leaves(scheme).flatMap(({ node }) => {
    const to = Object.hasOwn(points, node.id) ? points[node.id] : undefined
    const edit = to === undefined ? undefined : scaleDeductions(node, Exact.of(node.points), Exact.of(to))
    return edit === undefined ? [] : [edit]
  })
}

/** Whether a node that was worth something would be worth nothing. */
export function emptiesSome(scheme: Scheme, { points }: EditOf<'set-points'>): boolean {
  const known = indicatorById(scheme)
  return Object.entries(points).some(
    ([id, value]) => Exact.of(value).sign === 0 && Exact.of(known.get(id)?.node.points ?? '0').sign > 0,
  )
}

function withPoints(scheme: Scheme, points: { readonly [id: string]: string }): Scheme {
  const visit = (node: Indicator): Indicator => ({
    ...node,
    points: Object.hasOwn(points, node.id) ? points[node.id]! : node.points,
    ...(isBranch(node) ? { children: node.children.map(visit) } : {}),
  })
  return { ...scheme, indicators: scheme.indicators.map(visit) }
}
