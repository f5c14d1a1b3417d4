import { type Comparator, Exact, type Issue, issue, type Leaf, type Mend, type StepsScoring } from '@yardstick/model'
import { printTarget } from '@yardstick/wording'
import type { CompiledLeaf, CompiledScheme } from '../compile/compiled.ts'
import { mend, withMends } from './mend.ts'

/**
 * Steps take points on the bad side of the target. Where they take them on the good side (≥ 95 %, 1 point for each
 * percent above) the rule or the comparator is the wrong way round. A method that says it counts from a place past the
 * target means it.
 */
export function checkDirection({ nodes }: CompiledScheme): Issue[] {
  return nodes.flatMap((node) => (node.type === 'leaf' ? checkLeaf(node) : []))
}

function checkLeaf(leaf: CompiledLeaf): Issue[] {
  const { node, pointer, path } = leaf
  const { scoring, target } = node
  if (scoring.method !== 'steps' || target === undefined) return []
  if (!('comparator' in target) || target.comparator === '=') return []
  const goodSide = target.comparator.startsWith('>') ? 'above' : 'below'
  if (scoring[goodSide] === undefined || startsBeyond(leaf, scoring, goodSide)) return []
  const found = issue('SCORING_DIRECTION_SIDE', {
    pointer: `${pointer}/scoring/${goodSide}`,
    where: path,
    expected: target.comparator,
    found: goodSide,
  })
  return [withMends(found, mendsOf(node, scoring, goodSide))]
}

/** Whether the method itself says that it counts from a place past the target. */
function startsBeyond({ method: { target } }: CompiledLeaf, { from }: StepsScoring, side: 'above' | 'below'): boolean {
  if (from === undefined) return false
  if (target?.kind !== 'constant' || !('value' in target.resolved)) return true
  const edge = Exact.of(typeof from === 'string' ? from : side === 'above' ? from.high : from.low)
  const order = edge.compare(target.resolved.value)
  return side === 'above' ? order > 0 : order < 0
}

function mendsOf(leaf: Leaf, scoring: StepsScoring, goodSide: 'above' | 'below'): Mend[] {
  const { id, target } = leaf
  const badSide = goodSide === 'above' ? 'below' : 'above'
  const { [goodSide]: side, ...rest } = scoring
  if (side === undefined || target === undefined || !('comparator' in target)) return []
  const isOnlySide = scoring[badSide] === undefined
  const [zh, en] = badSide === 'below' ? ['低于', 'below'] : ['高于', 'above']
  const turned = isOnlySide
    ? mend(
        { type: 'set-scoring', id, scoring: { ...rest, [badSide]: side } },
        `改为${zh}目标值时扣分`,
        `Deduct ${en} the target`,
      )
    : mend({ type: 'set-scoring', id, scoring: rest }, `只在${zh}目标值时扣分`, `Deduct only ${en} the target`)
  const comparator: Comparator = isOnlySide ? OPPOSITE[target.comparator] : '='
  const { written: _, ...unworded } = target
  const changed = { ...unworded, comparator }
  const [inZh, inEn] = [printTarget(changed, 'zh'), printTarget(changed, 'en')]
  return [
    ...turned,
    ...mend({ type: 'set-target', id, target: changed }, `目标值改为${inZh}`, `Make the target ${inEn}`),
  ]
}

const OPPOSITE: { readonly [C in Comparator]: Comparator } = { '>=': '<=', '>': '<', '<=': '>=', '<': '>', '=': '=' }
