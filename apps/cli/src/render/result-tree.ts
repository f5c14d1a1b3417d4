import type { Evaluation, IndicatorResult } from '@yardstick/model'

/** The flat list of an evaluation as the tree it was, from the length of the paths. */
export interface ResultNode {
  readonly result: IndicatorResult
  /** 0 at the top. */
  readonly depth: number
  readonly children: ResultNode[]
}

export function resultTree({ indicators }: Pick<Evaluation, 'indicators'>): ResultNode[] {
  const roots: ResultNode[] = []
  const open: ResultNode[] = []
  for (const result of indicators) {
    const depth = result.path.length - 1
    const node: ResultNode = { result, depth, children: [] }
    open.length = depth
    ;(open.at(-1)?.children ?? roots).push(node)
    open.push(node)
  }
  return roots
}

/** Levels of the tree, 1 where there are only top leaves. */
export function depthOf(roots: readonly ResultNode[]): number {
  return Math.max(0, ...roots.map((root) => 1 + depthOf(root.children)))
}
