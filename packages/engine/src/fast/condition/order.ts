import type { Operator } from '@yardstick/model'

/** What an operator says of two sides, by their order: 1 where it holds. */
export interface Order {
  readonly less: 0 | 1
  readonly equal: 0 | 1
  readonly more: 0 | 1
}

/** Operators that ask for an order, or for equality alone; `in` and `notIn` ask it of each of several. */
export type OrderOperator = Exclude<Operator, 'contains' | 'doesNotContain'>

export const ORDERS: { readonly [O in OrderOperator]: Order } = {
  equal: { less: 0, equal: 1, more: 0 },
  in: { less: 0, equal: 1, more: 0 },
  notEqual: { less: 1, equal: 0, more: 1 },
  notIn: { less: 1, equal: 0, more: 1 },
  lessThan: { less: 1, equal: 0, more: 0 },
  lessThanInclusive: { less: 1, equal: 1, more: 0 },
  greaterThan: { less: 0, equal: 0, more: 1 },
  greaterThanInclusive: { less: 0, equal: 1, more: 1 },
}
