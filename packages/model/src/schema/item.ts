import { type Static, Type } from 'typebox'
import { byPresence, choice, closed, digits, formula, line, name, optional, quantity, text } from './primitives.ts'

/** How the values of subordinate units become one value before anything is scored. `refuse` is the default. */
export type Aggregate = { rule: 'sum' | 'max' | 'min' | 'refuse' } | { rule: 'weighted'; by: string }
const aggregate = byPresence<Aggregate>(
  [['by', closed({ rule: Type.Literal('weighted'), by: name })]],
  closed({ rule: choice('sum', 'max', 'min', 'refuse') }),
)

const rangeField = optional(closed({ min: optional(quantity), max: optional(quantity) }))
const choicesField = optional(Type.Array(line, { minItems: 1, maxItems: 500 }))

/** A field of the records of a list item. */
export const field = closed({
  id: name,
  type: choice('number', 'money', 'rate', 'count', 'date', 'text', 'choice', 'boolean'),
  unit: optional(line),
  digits: optional(digits),
  required: optional(Type.Boolean()),
  range: rangeField,
  choices: choicesField,
})

export const item = closed(
  {
    /** A readable name, Chinese welcome; formulas use it. */
    id: name,
    label: optional(line),
    type: choice('number', 'money', 'rate', 'count', 'date', 'text', 'choice', 'boolean', 'list'),
    unit: optional(line),
    /** Digits after the point: count 0, money 2, rate 4 of the ratio (95.25 % = 0.9525), number 2 where nothing is stated. */
    digits: optional(digits),
    required: optional(Type.Boolean()),
    range: rangeField,
    choices: choicesField,
    fields: optional(Type.Array(field, { minItems: 1, maxItems: 100 })),
    period: optional(choice('this-year', 'last-year')),
    /** Where the figure is taken from: a form, a ledger, a system. */
    source: optional(line),
    filledBy: optional(line),
    /** Evidence 佐证材料 that must be attached. */
    evidence: optional(line),
    /** Permission to answer 不适用 with a reason. */
    mayBeNotApplicable: optional(Type.Boolean()),
    aggregate: optional(aggregate),
    note: optional(text),
  },
  '数据项',
)

export const measure = closed(
  {
    id: name,
    label: optional(line),
    formula,
    type: choice('number', 'money', 'rate', 'count', 'date', 'text', 'boolean'),
    unit: optional(line),
    digits: optional(digits),
    /** Rounded to `digits` before it is used; without it a measure stays exact. */
    rounded: optional(Type.Literal(true)),
    note: optional(text),
  },
  '计算量',
)

export type Item = Static<typeof item>
export type ItemType = Item['type']
export type ItemField = Static<typeof field>
export type Measure = Static<typeof measure>
