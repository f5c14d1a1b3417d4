import { type EditOf, type Exact, type Issue, issue, type Mend, type Scheme, sum } from '@yardstick/model'
import type { CompiledBranch, CompiledNode, CompiledScheme } from '../compile/compiled.ts'
import { carryDown, distributeDown, emptiesSome, scaleWithPoints } from './distribute-down.ts'
import { mend, together, withMends } from './mend.ts'

/**
 * Points add up at every level, exactly. Bonus nodes stand outside, and what hangs under one is held by its cap only;
 * under best-of, alternatives and minimum each child is worth the whole branch; under a weighted mean the weights count
 * and points are the children's own. A branch marked 个性 may hold less than its points: declarations bring the rest.
 *
 * source  design.md 10; domain.md 1.4 T1
 */
export function checkPoints(compiled: CompiledScheme): Issue[] {
  const { scheme, fullScore, roots } = compiled
  const root = { id: null, pointer: '/indicators', where: [], points: fullScore, children: roots, part: scheme }
  return [
    ...sumIssue(root),
    ...compiled.nodes.flatMap((node) => (node.type === 'branch' ? checkBranch(node, compiled) : [])),
  ]
}

interface Parent {
  readonly id: string | null
  readonly pointer: string
  readonly where: readonly string[]
  readonly points: Exact
  readonly children: readonly CompiledNode[]
  readonly mayHoldLess?: boolean
  /** The scheme with nothing but this parent in its tree: mends reach no further, and a large tree is not gone through. */
  readonly part: Scheme
}

function checkBranch(branch: CompiledBranch, compiled: CompiledScheme): Issue[] {
  const { combine = 'sum', individual, id } = branch.node
  if (combine === 'weighted-mean' || isInsideBonus(branch)) return []
  const { points, children, path } = branch
  if (combine !== 'sum') return counted(children).flatMap((child) => childIssue(branch, child, compiled))
  const mayHoldLess = individual === true
  const part = { ...compiled.scheme, indicators: [branch.node] }
  return sumIssue({ id, pointer: `${branch.pointer}/children`, where: path, points, children, mayHoldLess, part })
}

function sumIssue(parent: Parent): Issue[] {
  const children = counted(parent.children)
  const total = sum(children.map((child) => child.points))
  const isRight = parent.mayHoldLess === true ? total.atMost(parent.points) : total.equals(parent.points)
  // A branch without children has an issue of its own.
  if (isRight || children.length === 0) return []
  const found = issue('SCHEME_POINTS_SUM', {
    pointer: parent.pointer,
    where: parent.where,
    expected: parent.points.toText(),
    found: total.toText(),
  })
  const down = (distribution: 'proportional' | 'equal' | 'last') => {
    const edit = distributeDown(parent.part, parent.id, distribution)
    return edit === undefined || emptiesSome(parent.part, edit) ? undefined : edit
  }
  const inProportion = down('proportional')
  return [
    withMends(found, [
      ...mend(inProportion, '按比例补齐', 'Share out in proportion'),
      ...scaledMend(parent.part, inProportion),
      ...mend(down('equal'), '平均', 'Share out equally'),
      ...mend(down('last'), '归入最后一项', 'Give the difference to the last one'),
      ...parentMend(parent.id, total),
    ]),
  ]
}

/** Deductions in points change only when that is asked for by name. */
function scaledMend(scheme: Scheme, edit: EditOf<'set-points'> | undefined): Mend[] {
  const scaled = edit === undefined ? [] : scaleWithPoints(scheme, edit)
  if (edit === undefined || scaled.length === 0) return []
  return mend(
    together([edit, ...scaled]),
    '按比例补齐，并按比例换算扣分值',
    'Share out in proportion, and scale what is deducted in points',
  )
}

function parentMend(id: string | null, total: Exact): Mend[] {
  const points = total.toText()
  if (total.sign === 0) return []
  return id === null
    ? mend({ type: 'set-scheme', fields: { fullScore: points } }, `满分改为${points}`, `Full score ${points}`)
    : mend({ type: 'set-points', points: { [id]: points } }, `上级分值改为${points}`, `Make the parent worth ${points}`)
}

function childIssue(branch: CompiledBranch, child: CompiledNode, { scheme }: CompiledScheme): Issue[] {
  if (child.points.equals(branch.points)) return []
  const points = branch.points.toText()
  const found = issue('SCHEME_POINTS_CHILD', {
    pointer: `${child.pointer}/points`,
    where: child.path,
    expected: points,
    found: child.points.toText(),
  })
  const edit = carryDown({ ...scheme, indicators: [child.node] }, { [child.node.id]: points })
  return [withMends(found, mend(edit, `分值改为${points}`, `Make it worth ${points}`))]
}

function counted(children: readonly CompiledNode[]): CompiledNode[] {
  return children.filter((child) => !child.isBonus)
}

function isInsideBonus(node: CompiledNode): boolean {
  return node.isBonus || (node.parent !== null && isInsideBonus(node.parent))
}
