import { Exact, type Issue, issue, type Target } from '@yardstick/model'
import { readTarget } from '@yardstick/wording'
import type { CompiledLeaf, CompiledScheme } from '../compile/compiled.ts'

/**
 * Targets that tell nothing: a comparator without a value kept as a sentence, and targets that are all 100 %.
 *
 * source  design.md 10; domain.md 1.5 (11)
 */
export function checkTargets(compiled: CompiledScheme): Issue[] {
  const leaves = compiled.nodes.filter((node): node is CompiledLeaf => node.type === 'leaf')
  return [...checkAlike(leaves), ...leaves.flatMap(checkBare)]
}

/** Fewer targets than this may well be 100 % with good reason. */
const MANY = 5

function checkAlike(leaves: readonly CompiledLeaf[]): Issue[] {
  const targets = leaves.flatMap(({ node, method }) => {
    const { target } = node
    return target !== undefined && 'value' in target ? [{ target, isRate: method.shown.type === 'rate' }] : []
  })
  const areAll = targets.every(({ target, isRate }) => isWhole(target, isRate))
  if (targets.length < MANY || !areAll) return []
  return [issue('SCHEME_TARGETS_ALIKE', { pointer: '/indicators', expected: null, found: targets.length })]
}

function isWhole({ value, unit }: Extract<Target, { value: string }>, isRate: boolean): boolean {
  const number = Exact.of(value)
  if (unit === '%') return number.equals(value.endsWith('%') ? Exact.one : Exact.integer(100))
  return number.equals(Exact.one) && (isRate || value.endsWith('%'))
}

function checkBare({ node, pointer, path }: CompiledLeaf): Issue[] {
  const { target } = node
  if (target === undefined || !('text' in target)) return []
  const isBare = readTarget(target.text).issues.some((each) => each.code === 'WORDING_TARGET_NO_VALUE')
  return isBare ? [issue('SCHEME_TARGET_BARE', { pointer: `${pointer}/target`, where: path, found: target.text })] : []
}
