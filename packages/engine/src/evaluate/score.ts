import type { GroupFacts, Submission } from '@yardstick/model'
import type { CompiledScheme } from '../compile/compiled.ts'
import { type Asking, ask, settle } from './asking.ts'
import { Inputs } from './inputs.ts'
import type { NodeResult } from './result.ts'
import type { Run } from './run.ts'
import { scoreLeaves } from './score-leaves.ts'
import { scoreTree } from './score-tree.ts'
import { scoreTotal, type Total } from './total.ts'

/** What one submission comes to under a scheme, before anything is put into words. */
export interface Scores {
  readonly run: Run
  readonly results: ReadonlyMap<string, NodeResult>
  readonly total: Total
}

/** The scores alone, for whoever needs numbers and no words: groups, impact, 还差多少. */
export function score(compiled: CompiledScheme, submission: Submission, group?: GroupFacts): Promise<Scores> {
  return ask(scoring(runOf(compiled, submission, group)))
}

/** The same, at once: conditions are settled by the exact evaluator in place of json-rules-engine. */
export function scoreNow(compiled: CompiledScheme, submission: Submission, group?: GroupFacts): Scores {
  return settle(scoring(runOf(compiled, submission, group)))
}

/** All phases of `design.md` 7, one after the other. */
export function* scoring(run: Run): Asking<Scores> {
  const { results: leaves, truths } = yield* scoreLeaves(run)
  const results = scoreTree(run.compiled, run.inputs, leaves, truths)
  return { run, results, total: yield* scoreTotal(run, results) }
}

function runOf(compiled: CompiledScheme, submission: Submission, group: GroupFacts | undefined): Run {
  return { compiled, submission, inputs: new Inputs(compiled, submission), group }
}
