import type { GroupFacts, Submission } from '@yardstick/model'
import type { CompiledScheme } from '../compile/compiled.ts'
import type { Inputs } from './inputs.ts'

/** What the phases share while one submission is evaluated. */
export interface Run {
  readonly compiled: CompiledScheme
  readonly submission: Submission
  readonly inputs: Inputs
  readonly group: GroupFacts | undefined
}
