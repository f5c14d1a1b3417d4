import type { Issue, Mend } from '@yardstick/model'
import type { CompiledLeaf, CompiledScheme } from '../compile/compiled.ts'
import { mend, withMends } from './mend.ts'

/**
 * Compiling says where a target's unit is not one its value has (≥50万元 of 人次); here are the cures: the number is right
 * and the target takes the value's unit, or the unit is right and the item takes the target's.
 */
export function mendTargetUnits(issues: readonly Issue[], compiled: CompiledScheme): Issue[] {
  return issues.map((issue) => {
    if (issue.code !== 'SCORING_TARGET_UNIT') return issue
    const leaf = compiled.nodes.find(
      (node): node is CompiledLeaf => node.type === 'leaf' && issue.pointer === `${node.pointer}/target`,
    )
    return leaf === undefined ? issue : withMends(issue, mendsOf(leaf, issue, compiled))
  })
}

function mendsOf({ node }: CompiledLeaf, { expected, found }: Issue, { scheme }: CompiledScheme): Mend[] {
  const { target, id, actual } = node
  if (target === undefined || !('unit' in target) || typeof found !== 'string' || typeof expected !== 'string')
    return []
  // The author's own words hold the wrong unit.
  const { written: _, ...rest } = target
  const item = scheme.items.find((each) => each.id === actual && each.type !== 'rate')
  return [
    ...mend(
      { type: 'set-target', id, target: { ...rest, unit: expected } },
      `目标值的单位改为“${expected}”`,
      `Make the target's unit "${expected}"`,
    ),
    ...mend(
      item && { type: 'set-item', id: item.id, fields: { unit: found } },
      `数据项的单位改为“${found}”`,
      `Make the item's unit "${found}"`,
    ),
  ]
}
