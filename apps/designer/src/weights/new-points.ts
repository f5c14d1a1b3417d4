import {
  applyEdit,
  distributePoints,
  type EditOf,
  Exact,
  type Indicator,
  indicatorById,
  isBranch,
  largestRemainder,
  type Scheme,
  walk,
} from '@yardstick/model'

/** A branch whose children's points add up to it; `id` null is the scheme itself. */
export interface Weighed {
  readonly id: string | null
  readonly points: Exact
  /** Without bonus nodes, which stand outside. */
  readonly children: readonly Indicator[]
}

/** Undefined where the branch is not there, has fewer than two children, or puts them together by another rule than a sum. */
export function weighed(scheme: Scheme, id: string | null): Weighed | undefined {
  const node = id === null ? undefined : indicatorById(scheme).get(id)?.node
  if (id !== null && (node === undefined || !isBranch(node) || (node.combine ?? 'sum') !== 'sum')) return undefined
  const all = node !== undefined && isBranch(node) ? node.children : scheme.indicators
  const children = all.filter((child) => child.kind !== 'bonus')
  return children.length < 2 ? undefined : { id, points: Exact.of(node?.points ?? scheme.fullScore), children }
}

/** The branches that can be weighed, the scheme first. */
export function weighable(scheme: Scheme): { id: string | null; path: readonly string[] }[] {
  const branches = walk(scheme).filter(({ node }) => isBranch(node) && weighed(scheme, node.id) !== undefined)
  const own = weighed(scheme, null) === undefined ? [] : [{ id: null, path: [] }]
  return [...own, ...branches.map(({ node, path }) => ({ id: node.id, path }))]
}

/** Steps that points may be rounded to; those into which the branch's points do not divide are left out. */
export function stepsFor(points: Exact): string[] {
  return ['1', '0.5', '0.1', '0.05', '0.01'].filter((step) => points.over(Exact.of(step)).isWhole)
}

/** The coarsest step in which the present points are written, so that nothing changes that is not meant to. */
export function presentStep({ points, children }: Weighed): string | undefined {
  const steps = stepsFor(points)
  return (
    steps.find((step) => children.every((child) => Exact.of(child.points).over(Exact.of(step)).isWhole)) ?? steps[0]
  )
}

/**
 * Points in proportion to weights, each a multiple of the step and all of them together the branch's. Undefined where
 * nobody has a weight.
 */
export function pointsBy(
  weights: readonly Exact[],
  { points }: Pick<Weighed, 'points'>,
  step: string,
): Exact[] | undefined {
  if (!weights.some((each) => each.sign > 0) || weights.some((each) => each.sign < 0)) return undefined
  return largestRemainder(points, weights, Exact.of(step))
}

/** A weight of AHP, which is a plain number, as an exact one. */
export function exactWeight(weight: number): Exact {
  return Exact.parse(weight.toFixed(12)) ?? Exact.zero
}

/** The mean of several experts' weights, each expert's brought to a whole of 1; who has said nothing is left out. */
export function meanWeights(columns: readonly (readonly Exact[])[]): Exact[] | undefined {
  const said = columns.filter((column) => column.some((each) => each.sign > 0))
  const [first] = said
  if (first === undefined) return undefined
  const total = (values: readonly Exact[]) => values.reduce((sum, each) => sum.plus(each), Exact.zero)
  return first.map((_, row) =>
    total(said.map((column) => column[row]!.over(total(column)))).over(Exact.integer(said.length)),
  )
}

/**
 * The one edit that sets the children's points; with `deepStep` what is below them follows in proportion, in that step
 * where it can be, so that every level still adds up. Undefined where nothing changes.
 */
export function pointsEdit(
  scheme: Scheme,
  { children }: Weighed,
  points: readonly Exact[],
  deepStep: string | null,
): EditOf<'set-points'> | undefined {
  const all: { [id: string]: string } = {}
  let current = scheme
  const set = (edit: EditOf<'set-points'>) => {
    Object.assign(all, edit.points)
    const edited = applyEdit(current, edit, () => false)
    if (edited.ok) current = edited.value.scheme
  }
  const changed = children.flatMap((child, index): [string, string][] => {
    const value = points[index]!.toText()
    return Exact.of(child.points).equals(points[index]!) ? [] : [[child.id, value]]
  })
  if (changed.length === 0) return undefined
  set({ type: 'set-points', points: Object.fromEntries(changed) })
  const follow = (id: string) => {
    const edit = proportional(current, id, deepStep!)
    if (edit !== undefined) set(edit)
    const node = indicatorById(current).get(id)?.node
    if (node === undefined || !isBranch(node)) return
    for (const child of node.children) if (isBranch(child)) follow(child.id)
  }
  const branches = new Set(children.filter(isBranch).map(({ id }) => id))
  if (deepStep !== null) for (const [id] of changed) if (branches.has(id)) follow(id)
  return { type: 'set-points', points: all }
}

/** The children of a branch in proportion to what they are; where they are not a sum, as `distributePoints` has it. */
function proportional(scheme: Scheme, id: string, step: string): EditOf<'set-points'> | undefined {
  const branch = weighed(scheme, id)
  const own = branch?.children.map((child) => Exact.of(child.points))
  const fits =
    branch === undefined ? undefined : stepsFor(branch.points).find((each) => Exact.of(each).atMost(Exact.of(step)))
  const points =
    branch === undefined || own === undefined || fits === undefined ? undefined : pointsBy(own, branch, fits)
  if (branch === undefined || points === undefined) return distributePoints(scheme, id, 'proportional')
  const entries = branch.children.map((child, index): [string, string] => [child.id, points[index]!.toText()])
  const changed = entries.filter(([, value], index) => value !== branch.children[index]!.points)
  return changed.length === 0 ? undefined : { type: 'set-points', points: Object.fromEntries(changed) }
}
