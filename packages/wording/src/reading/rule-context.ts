import type { LeafContext } from '../standard/context.ts'
import type { RuleAnswers } from './rule-reading.ts'

/** What is known beside the text: its row, and what the scheme has already. */
export interface RuleContext extends LeafContext {
  /** Ids of the items and measures that are there and need not be made. */
  readonly known?: ReadonlySet<string> | undefined
  readonly answers?: RuleAnswers | undefined
}
