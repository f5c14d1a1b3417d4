import type { GroupFacts, Submission } from '@yardstick/model'
import type { CompiledLeaf, CompiledScheme } from '../compile/compiled.ts'
import { Inputs } from '../evaluate/inputs.ts'
import type { LeafResult } from '../evaluate/result.ts'

/**
 * The reference for one row, for just the parts that are asked for: nothing is computed before. Synchronous: conditions
 * are settled by the exact three-valued evaluator that also says why they are open.
 */
export class RowReference {
  readonly inputs: Inputs

  constructor(
    readonly compiled: CompiledScheme,
    readonly submission: Submission,
    readonly group: GroupFacts | undefined,
  ) {
    this.inputs = new Inputs(compiled, submission)
  }

  /** A leaf with all that rules do to it. */
  leaf(_leaf: CompiledLeaf): LeafResult {
    throw new Error('not yet')
  }
}
