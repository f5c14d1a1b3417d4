import { type GroupFacts, type Issue, type Judgement, type Reading, type Subject, worstState } from '@yardstick/model'
import type { CompiledLeaf, CompiledScheme } from '../compile/compiled.ts'
import { factsIn } from '../compile/typed-condition.ts'
import type { Inputs } from './inputs.ts'
import { type Unscored, unscored } from './outcome.ts'
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
  /** For share-met over a list: the answer for each record. */
  readonly recordTruths: readonly Truth[]
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
 * Why a condition is unknown: the worst state among what it reads. Of a condition that reads an error the leaf is an
 * error, else what is missing is named.
 */
export function unknownBecause(
  keys: readonly string[],
  { compiled, inputs }: Pick<LeafRun, 'compiled' | 'inputs'>,
): Unscored {
  const facts = keys.flatMap((key) => {
    const condition = compiled.conditions.items?.conditions.get(key)
    return condition === undefined ? [] : factsIn(condition)
  })
  return unknownFacts(facts, inputs.read)
}

/** Something read as unknown: error beats missing, and what does not apply counts as not there. */
export function unknownFacts(facts: readonly string[], read: (fact: string) => Reading): Unscored {
  const worst = worstState([...new Set(facts)].map(read))
  if (worst === undefined) return { state: 'missing', names: [] }
  return worst.state === 'not-applicable' ? { state: 'missing', names: worst.names } : unscored(worst)
}
