import type { Static } from 'typebox'
import { byPresence, choice, closed, date, formula, line, optional, quantity } from './primitives.ts'

/**
 * A target 目标值 as people write them, read apart: `≥50个`, `控制在3.5%以内`, `80%-120%`, `2021年12月31日前`, `达成预期`.
 * The direction follows from the comparator: ≥ and > are 正向, ≤ and < are 逆向. `written` keeps the author's own words.
 */
export type Comparator = '>=' | '>' | '<=' | '<' | '='
const comparator = choice<Comparator>('>=', '>', '<=', '<', '=')
const written = optional(line)
const unit = optional(line)

const numberTarget = closed({ comparator, value: quantity, unit, written })
const rangeTarget = closed({ low: quantity, high: quantity, unit, written })
const formulaTarget = closed({ comparator, formula, written })
const dateTarget = closed({ comparator, date, written })
const textTarget = closed({ text: line, written })

export type NumberTarget = Static<typeof numberTarget>
/** From `low` to `high`, both ends included. */
export type RangeTarget = Static<typeof rangeTarget>
/** A target that is itself data: a formula over items and measures. */
export type FormulaTarget = Static<typeof formulaTarget>
export type DateTarget = Static<typeof dateTarget>
/** A sentence; for judged methods only. */
export type TextTarget = Static<typeof textTarget>
export type Target = NumberTarget | RangeTarget | FormulaTarget | DateTarget | TextTarget

export const target = byPresence<Target>(
  [
    ['text', textTarget],
    ['low', rangeTarget],
    ['date', dateTarget],
    ['formula', formulaTarget],
  ],
  numberTarget,
)
