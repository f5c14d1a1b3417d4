import { Type } from 'typebox'
import { byPresence, choice, closed, line, ref } from './primitives.ts'

/**
 * Conditions 条件 in the form of json-rules-engine: `all` / `any` / `not` groups over comparisons of a fact with a value
 * or with another fact, and references to shared conditions by name. Empty groups are refused.
 *
 * Facts: a data item or measure by its id; `evidence:<item>` (true where evidence is attached); in rules of a later phase
 * also `score:<indicator>` in points, `rate:<indicator>` 0…1, `total`, `grade`.
 */
export type Condition = { all: Condition[] } | { any: Condition[] } | { not: Condition } | NamedCondition | Comparison

export interface NamedCondition {
  condition: string
}

export interface Comparison {
  fact: string
  operator: Operator
  value: ConditionValue
}

export type ConditionValue = string | number | boolean | (string | number)[] | { fact: string }

export type Operator =
  | 'equal'
  | 'notEqual'
  | 'lessThan'
  | 'lessThanInclusive'
  | 'greaterThan'
  | 'greaterThanInclusive'
  | 'in'
  | 'notIn'
  | 'contains'
  | 'doesNotContain'

export const operator = choice<Operator>(
  'equal',
  'notEqual',
  'lessThan',
  'lessThanInclusive',
  'greaterThan',
  'greaterThanInclusive',
  'in',
  'notIn',
  'contains',
  'doesNotContain',
)

const scalar = Type.Unsafe<string | number | boolean>({ type: ['string', 'number', 'boolean'], maxLength: 2_000 })

export const conditionValue = Type.Unsafe<ConditionValue>({
  if: { type: 'array' },
  then: { type: 'array', minItems: 1, maxItems: 1_000, items: { type: ['string', 'number'], maxLength: 2_000 } },
  else: { if: { type: 'object' }, then: closed({ fact: line }), else: scalar },
})

const groupOf = (key: 'all' | 'any') =>
  closed({ [key]: Type.Array(ref<Condition>('condition'), { minItems: 1, maxItems: 500 }) })

/** Goes into a document's `$defs` as `condition`. */
export const conditionDefinition = byPresence<Condition>(
  [
    ['all', groupOf('all')],
    ['any', groupOf('any')],
    ['not', closed({ not: ref<Condition>('condition') })],
    ['condition', closed({ condition: line })],
  ],
  closed({ fact: line, operator, value: conditionValue }),
)

export const condition = ref<Condition>('condition')
