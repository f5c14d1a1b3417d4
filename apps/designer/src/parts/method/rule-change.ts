import type { Edit, Scoring, Target } from '@yardstick/model'

/** What an editor of a rule changes: the method with its parameters, or the indicator's own target, or both. */
export interface RuleChange {
  readonly scoring?: Scoring
  readonly target?: Target
}

/** The change of one leaf as an edit of the scheme. */
export function ruleEdit(id: string, { scoring, target }: RuleChange): Edit {
  const edits: Edit[] = []
  if (target !== undefined) edits.push({ type: 'set-target', id, target })
  if (scoring !== undefined) edits.push({ type: 'set-scoring', id, scoring })
  return edits.length === 1 ? edits[0]! : { type: 'batch', edits }
}
