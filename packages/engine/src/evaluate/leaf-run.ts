import { type GroupFacts, type Issue, type Judgement, type Reading, type Subject, worstState } from '@yardstick/model'
import type { CompiledLeaf, CompiledScheme } from '../compile/compiled.ts'
import type { Inputs } from './inputs.ts'
import { type Unscored, unscored } from './outcome.ts'
import type { RecordAnswers } from './records.ts'
import type { Truth } from './rules.ts'

/** What a scoring method may look at while it scores one leaf. */
export interface LeafRun {
  readonly compiled: CompiledScheme
  readonly leaf: CompiledLeaf
  readonly inputs: Inputs
  readonly judgement: Judgement
  readonly subject: Subject
  readonly group: GroupFacts | undefined
  /** Answer of a condition of the `items` stage. */
  readonly truth: (key: string) => Truth
  /** For share-met over a list: the answer for each record, and what keeps those open that are. */
  readonly records: RecordAnswers
  /** For share-met over siblings: the others of the same parent, already scored. */
  readonly siblings: readonly SiblingResult[]
}

export interface SiblingResult {
  readonly name: string
  readonly state: 'present' | Unscored['state']
  readonly isMet: boolean
  readonly provisional?: boolean
  readonly issue?: Issue | undefined
}

/**
 * Why conditions are unknown: the worst state among what keeps them open. Of a condition that waits for an error the leaf
 * is an error, else what is missing is named.
 */
export function unknownBecause(
  keys: readonly string[],
  { compiled, inputs }: Pick<LeafRun, 'compiled' | 'inputs'>,
): Unscored {
  return unknownReadings(keys.flatMap((key) => compiled.conditions.items?.openFacts(key, inputs.read) ?? []))
}

/** Something read as unknown: error beats missing, and what does not apply counts as not there. */
export function unknownReadings(open: readonly Reading[]): Unscored {
  const worst = worstState(open)
  if (worst === undefined) return { state: 'missing', names: [] }
  return worst.state === 'not-applicable' ? { state: 'missing', names: worst.names } : unscored(worst)
}
