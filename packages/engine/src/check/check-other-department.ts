import { type Issue, issue } from '@yardstick/model'
import type { CompiledBranch, CompiledLeaf, CompiledNode, CompiledScheme } from '../compile/compiled.ts'
import { type DepartmentWords, departmentWords } from './department-words.ts'

/**
 * A template of another kind of department that was copied and filled in: under one branch most leaves speak of duties
 * that are not the scheme's own. It is told once, at the highest branch that it holds for.
 *
 * source  design.md 10; domain.md 5 (3)
 */
export function checkOtherDepartment({ scheme, roots }: CompiledScheme): Issue[] {
  const types = scheme.departmentTypes ?? []
  // A scheme for every department may well have a part for one of them.
  if (types.length === 0 || types.some((type) => /各|所有|全部|全体|通用|不限|all/iu.test(type))) return []
  const isOwn = ({ names }: DepartmentWords) => types.some((type) => names.some((name) => type.includes(name)))
  const own = departmentWords.filter(isOwn)
  const others = departmentWords.filter((each) => !isOwn(each))
  const visit = (node: CompiledNode): Issue[] => {
    if (node.type === 'leaf') return []
    const found = copiedFrom(node, own, others)
    if (found === undefined) return node.children.flatMap(visit)
    const at = { pointer: node.pointer, where: node.path, expected: [...types] }
    return [issue('SCHEME_OTHER_DEPARTMENT', { ...at, found: { type: found.type, words: found.words } })]
  }
  return roots.flatMap(visit)
}

/** Less than this is no template. */
const FEW = 3

function copiedFrom(branch: CompiledBranch, own: readonly DepartmentWords[], others: readonly DepartmentWords[]) {
  const names = leavesUnder(branch).map((leaf) => leaf.node.name)
  if (names.length < FEW) return undefined
  const foreign = names.filter((name) => own.every(({ duties }) => wordIn(name, duties) === undefined))
  for (const { type, duties } of others) {
    const words = foreign.flatMap((name) => wordIn(name, duties) ?? [])
    if (words.length >= FEW && words.length * 2 > names.length) return { type, words: [...new Set(words)] }
  }
  return undefined
}

function wordIn(name: string, words: readonly string[]): string | undefined {
  return words.find((word) => name.includes(word))
}

function leavesUnder(node: CompiledNode): CompiledLeaf[] {
  return node.type === 'leaf' ? [node] : node.children.flatMap(leavesUnder)
}
