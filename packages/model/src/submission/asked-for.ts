import type { Item } from '../schema/item.ts'

/**
 * Whether a department is asked for an item: not where the item may be left out, nor where its `filledBy` names those who
 * evaluate. It may fill in those as well.
 */
export function isAskedFor(item: Pick<Item, 'required' | 'filledBy'>): boolean {
  return item.required !== false && !isForEvaluators(item)
}

/** `filledBy` is free text, 局财务科 or 评价机构: the words by which evaluators are called tell. */
export function isForEvaluators({ filledBy = '' }: Pick<Item, 'filledBy'>): boolean {
  return /评价|评审|专家|第三方|evaluator|expert/i.test(filledBy)
}
