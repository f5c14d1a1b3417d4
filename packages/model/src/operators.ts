import type { Operator } from './schema/condition.ts'
import type { ItemType } from './schema/item.ts'

/**
 * Which operators a condition may put to a value of this type: numbers and days are ordered, texts are not, and the
 * records of a list are asked one by one and never as a whole. In the order in which they are offered.
 */
export function operatorsOf(type: ItemType): readonly Operator[] {
  return OPERATORS[type]
}

const ORDERED: readonly Operator[] = [
  'greaterThanInclusive',
  'greaterThan',
  'lessThanInclusive',
  'lessThan',
  'equal',
  'notEqual',
  'in',
  'notIn',
]
const TEXT: readonly Operator[] = ['equal', 'notEqual', 'in', 'notIn', 'contains', 'doesNotContain']

const OPERATORS: { readonly [T in ItemType]: readonly Operator[] } = {
  number: ORDERED,
  money: ORDERED,
  rate: ORDERED,
  count: ORDERED,
  date: ORDERED,
  text: TEXT,
  choice: TEXT,
  boolean: ['equal', 'notEqual'],
  list: [],
}
