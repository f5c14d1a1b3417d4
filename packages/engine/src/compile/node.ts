import type { Branch, Exact, Leaf, Rounding } from '@yardstick/model'
import type { CompiledBranch, CompiledLeaf, CompiledMethod, CompiledNode } from './compiled.ts'

/** What leaves and branches have in common. Where a node stands is put together when it is asked for. */
abstract class Node {
  readonly isBonus: boolean

  /** index  among its siblings, from 0 */
  constructor(
    readonly node: Leaf | Branch,
    readonly parent: CompiledBranch | null,
    private readonly index: number,
    readonly points: Exact,
    readonly rounding: Rounding,
  ) {
    this.isBonus = node.kind === 'bonus'
  }

  get pointer(): string {
    const { parent, index } = this
    return parent === null ? `/indicators/${index}` : `${parent.pointer}/children/${index}`
  }

  get path(): readonly string[] {
    const { parent, node } = this
    return parent === null ? [node.name] : parent.path.concat(node.name)
  }
}

export class LeafNode extends Node implements CompiledLeaf {
  readonly type = 'leaf'
  declare readonly node: Leaf

  constructor(
    node: Leaf,
    parent: CompiledBranch | null,
    index: number,
    points: Exact,
    rounding: Rounding,
    readonly method: CompiledMethod,
  ) {
    super(node, parent, index, points, rounding)
  }
}

export class BranchNode extends Node implements CompiledBranch {
  readonly type = 'branch'
  declare readonly node: Branch
  readonly children: CompiledNode[]

  constructor(
    node: Branch,
    parent: CompiledBranch | null,
    index: number,
    points: Exact,
    rounding: Rounding,
    readonly selectorKeys: ReadonlyMap<string, string>,
  ) {
    super(node, parent, index, points, rounding)
    this.children = new Array<CompiledNode>(node.children.length)
  }
}
