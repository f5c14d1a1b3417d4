import type { Item } from '../schema/item.ts'
import type { Scheme } from '../schema/scheme.ts'
import type { Submission } from '../schema/submission.ts'
import { isForEvaluators } from './asked-for.ts'
import { entryOf } from './layers.ts'

/**
 * Whether the values of subordinate units become one value of the item: numbers by every rule, days have an earliest and a
 * latest, lists are put one after the other; of texts, choices and truth values nothing can be made.
 */
export function canBeJoined({ type, aggregate }: Pick<Item, 'type' | 'aggregate'>): boolean {
  if (aggregate === undefined || aggregate.rule === 'refuse') return false
  if (type === 'date') return aggregate.rule === 'max' || aggregate.rule === 'min'
  if (type === 'list') return aggregate.rule === 'sum'
  return type === 'number' || type === 'money' || type === 'rate' || type === 'count'
}

/**
 * The items that a table of subordinate units has a column for, in the order of the scheme: one value each, so no lists,
 * and of those that evaluators fill in the ones some unit has already.
 */
export function unitItems({ items }: Pick<Scheme, 'items'>, submission?: Pick<Submission, 'units'>): Item[] {
  const isThere = ({ id }: Item) => (submission?.units ?? []).some((unit) => entryOf(unit.items, id) !== undefined)
  return items.filter((item) => {
    return canBeJoined(item) && item.type !== 'list' && (!isForEvaluators(item) || isThere(item))
  })
}
