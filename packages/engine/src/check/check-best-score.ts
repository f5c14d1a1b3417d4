import {
  applyEdit,
  type Edit,
  Exact,
  type Issue,
  type Item,
  issue,
  type Leaf,
  type Mend,
  type Scoring,
  type Target,
} from '@yardstick/model'
import { printTarget } from '@yardstick/wording'
import { compileAll } from '../compile/compile.ts'
import type { CompiledLeaf, CompiledScheme } from '../compile/compiled.ts'
import { bestAnywhere, bestScore, soleItem } from './best-score.ts'
import { mend, withMends } from './mend.ts'
import { scaledScores, statedPoints, statedScores } from './stated-scores.ts'

/**
 * The best reachable score of a leaf is its points: a rule that starts from 5 of 10 points can never give the 10 that its
 * parent adds up. A bonus rule that makes up for it is fine; so is a bonus leaf that may give more than its cap.
 *
 * source  design.md 10; domain.md 1.5 (13)
 */
export function checkBestScore(compiled: CompiledScheme): Issue[] {
  return compiled.nodes.flatMap((node) => (node.type === 'leaf' ? checkLeaf(node, compiled) : []))
}

function checkLeaf(leaf: CompiledLeaf, compiled: CompiledScheme): Issue[] {
  const { scoring } = leaf.method
  const best = scoring.method === 'checklist' ? undefined : bestScore(leaf, compiled)
  if (best === undefined || best.equals(leaf.points)) return []
  const { points } = leaf
  if (points.lessThan(best)) {
    // Scores above the points are told one by one.
    const isTold = statedScores(scoring).some(
      (each) => each.path[0] !== 'start' && points.lessThan(statedPoints(each, points)),
    )
    if (isTold || leaf.isBonus || (scoring.method === 'table' && scoring.hit === 'sum')) return []
  } else if (points.atMost(best.plus(bonusOf(leaf, compiled) ?? points))) return []
  const start = scoring.method === 'steps' && scoring.start !== undefined && Exact.of(scoring.start).equals(best)
  const found = issue('SCORING_BEST', {
    pointer: `${leaf.pointer}/scoring${start ? '/start' : ''}`,
    where: leaf.path,
    expected: points.toText(),
    found: best.toText(),
  })
  // A rule can miss its points for two reasons at once; only what cures by itself is offered.
  const mends = mendsOf(leaf, best, compiled).filter(({ edit }) => reachesPoints(leaf, compiled, edit))
  return [withMends(found, mends)]
}

/** What bonus rules can add to the leaf: undefined where that is not limited. */
function bonusOf(leaf: CompiledLeaf, { rules }: CompiledScheme): Exact | undefined {
  let most: Exact | undefined = Exact.zero
  for (const { rule, amount, limit } of rules) {
    if (rule.event.type !== 'bonus' || rule.event.params.indicator !== leaf.node.id) continue
    const own: Exact | undefined = amount !== undefined && 'fixed' in amount ? amount.fixed : undefined
    const highest: Exact | undefined = own !== undefined && limit !== undefined ? own.min(limit) : (own ?? limit)
    most = most === undefined || highest === undefined ? undefined : most.plus(highest)
  }
  return most
}

function mendsOf(leaf: CompiledLeaf, best: Exact, compiled: CompiledScheme): Mend[] {
  const { node, points } = leaf
  const { scoring } = node
  if (bestAnywhere(leaf)?.equals(points)) return rangeMends(leaf, compiled)
  if (scoring.method === 'steps') {
    const { start: _, ...full } = scoring
    return [
      ...mend(
        { type: 'set-scoring', id: node.id, scoring: full },
        `起始分改为分值${points.toText()}`,
        `Start from the points, ${points.toText()}`,
      ),
      ...pointsMend(node, best),
    ]
  }
  if (best.sign <= 0) return []
  const to = points.toText()
  const scaled = mend(
    { type: 'set-scoring', id: node.id, scoring: scaledScores(scoring, points.over(best)) },
    `各档得分按比例调整到${to}`,
    `Scale the scores so that the best is ${to}`,
  )
  const isAbsolute = bestStated(scoring, best).equals(best)
  return [...scaled, ...(isAbsolute ? pointsMend(node, best) : [])]
}

/** The best of the scores a method states, if the leaf were worth so many points. */
function bestStated(scoring: Scoring, points: Exact): Exact {
  return statedScores(scoring).reduce((best, each) => best.max(statedPoints(each, points)), Exact.zero)
}

function pointsMend(node: Leaf, points: Exact): Mend[] {
  const text = points.toText()
  if (points.sign <= 0 || points.decimalDigits === undefined) return []
  return mend({ type: 'set-points', points: { [node.id]: text } }, `分值改为${text}`, `Make it worth ${text}`)
}

/** Full points lie where the item does not let values in: bring the target there, or let the item go further. */
function rangeMends(leaf: CompiledLeaf, compiled: CompiledScheme): Mend[] {
  const item = soleItem(leaf, compiled)
  const { target, id } = leaf.node
  if (item?.range === undefined) return []
  const edit = { type: 'set-item', id: item.id, fields: { range: null } } as const
  return [
    ...nearerTarget(id, target, item.range),
    ...mend(edit, `放开“${item.id}”的取值范围`, `Lift the limits on "${item.id}"`),
  ]
}

/** A bound of the item is in the item's unit, so the target loses its own; what the author wrote no longer holds. */
function nearerTarget(id: string, target: Target | undefined, { min, max }: NonNullable<Item['range']>): Mend[] {
  if (target === undefined || !('value' in target)) return []
  const { comparator } = target
  const value = comparator.startsWith('>') ? max : min
  if (value === undefined) return []
  const nearer = { comparator, value }
  const [inZh, inEn] = [printTarget(nearer, 'zh'), printTarget(nearer, 'en')]
  return mend({ type: 'set-target', id, target: nearer }, `目标值改为${inZh}`, `Set the target to ${inEn}`)
}

/**
 * Whether the leaf's best score is its points once the edit is made. Only where its value is one item with a limited
 * range can there be a second reason; then leaf and item are compiled by themselves, since a scheme may have thousands.
 */
function reachesPoints(leaf: CompiledLeaf, compiled: CompiledScheme, edit: Edit): boolean {
  const item = soleItem(leaf, compiled)
  if (item?.range === undefined || leaf.method.target?.kind === 'formula') return true
  const { rules: _, cases: __, measures: ___, ...rest } = compiled.scheme
  const edited = applyEdit({ ...rest, items: [item], indicators: [leaf.node] }, edit)
  if (!edited.ok) return false
  const { value: alone } = compileAll(edited.value.scheme, () => '')
  const [after] = alone.nodes
  return after?.type === 'leaf' && bestScore(after, alone)?.equals(after.points) === true
}
