import type { GroupFacts, Submission } from '@yardstick/model'
import type { CompiledLeaf, CompiledScheme } from '../compile/compiled.ts'
import { settle, settled } from '../evaluate/asking.ts'
import { Inputs } from '../evaluate/inputs.ts'
import { askRecordsOf } from '../evaluate/records.ts'
import type { LeafResult } from '../evaluate/result.ts'
import type { Truths } from '../evaluate/rules.ts'
import type { Run } from '../evaluate/run.ts'
import { type Scores, scoring } from '../evaluate/score.ts'
import { askUnits, Leaves } from '../evaluate/score-leaves.ts'

/**
 * The reference for one row, for just the parts that are asked for: nothing is computed before. Synchronous: conditions
 * are settled by the exact three-valued evaluator that also says why they are open.
 */
export class RowReference {
  readonly inputs: Inputs
  private readonly run: Run
  private leaves: { readonly scored: Leaves; readonly ruleTruths: Truths } | undefined
  private readonly results = new Map<string, LeafResult>()
  private scores: Scores | undefined

  constructor(
    readonly compiled: CompiledScheme,
    readonly submission: Submission,
    readonly group: GroupFacts | undefined,
  ) {
    this.inputs = new Inputs(compiled, submission)
    this.run = { compiled, submission, inputs: this.inputs, group }
  }

  /** A leaf with all that rules do to it, and of the others only what it or its rules read. */
  leaf(leaf: CompiledLeaf): LeafResult {
    let result = this.results.get(leaf.node.id)
    if (result === undefined) {
      this.leaves ??= this.prepared()
      result = this.leaves.scored.finish(leaf, this.leaves.ruleTruths)
      this.results.set(leaf.node.id, result)
    }
    return result
  }

  /** Everything. */
  whole(): Scores {
    this.scores ??= settle(scoring(this.run))
    return this.scores
  }

  private prepared() {
    const { compiled, inputs, run } = this
    const scored = new Leaves(run, {
      truths: settled(compiled.conditions.items, inputs.read),
      unitTruths: settle(askUnits(run)),
      records: { get: (id) => settle(askRecordsOf(compiled.nodeById.get(id) as CompiledLeaf, inputs)) },
    })
    return { scored, ruleTruths: settled(compiled.conditions.leaves, scored.read) }
  }
}
