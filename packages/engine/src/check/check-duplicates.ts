import { type Issue, issue } from '@yardstick/model'
import type { CompiledNode, CompiledScheme } from '../compile/compiled.ts'

/**
 * The same indicator twice: the same name under one parent, or two leaves anywhere that have both name and actual value
 * in common. The first one stands, every later one is told.
 */
export function checkDuplicates({ nodes }: CompiledScheme): Issue[] {
  const seen = new Map<string, CompiledNode>()
  return nodes.flatMap((node) => {
    const keys = [`${node.parent?.pointer ?? ''} ${folded(node.node.name)}`]
    if (node.type === 'leaf' && node.node.actual !== undefined) {
      keys.push(`= ${folded(node.node.name)} ${folded(node.node.actual)}`)
    }
    const first = keys.map((key) => seen.get(key)).find((each) => each !== undefined)
    for (const key of keys) if (!seen.has(key)) seen.set(key, node)
    if (first === undefined) return []
    const at = { pointer: `${node.pointer}/name`, where: node.path }
    return [
      issue('SCHEME_INDICATOR_SIMILAR', { ...at, expected: first.path.join(' / '), found: node.path.join(' / ') }),
    ]
  })
}

/** Full-width and half-width letters, spaces and capitals make no other name. */
function folded(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '').toLowerCase()
}
