import { type Static, Type } from 'typebox'
import { condition } from './condition.ts'
import { closed, formula, id, line, name, optional, points, tagged } from './primitives.ts'

/**
 * Rules 规则: json-rules-engine rules whose event says what happens. A rule reads what is known when its phase starts
 * (`design.md` 7); every event carries the reason that a report prints.
 */
const reason = line
/** Fixed points, or a formula giving points (每发现一次扣 0.5 分), each with an optional limit. */
const amount = { points: optional(points), formula: optional(formula), limit: optional(points) }

const event = tagged('type', [
  closed({ type: Type.Literal('not-applicable'), params: closed({ indicator: id, reason }) }),
  closed({ type: Type.Literal('zero'), params: closed({ indicator: id, reason }) }),
  closed({
    type: Type.Literal('deduct'),
    /** Without an indicator it is deducted from the total. */
    params: closed({ indicator: optional(id), ...amount, reason }),
  }),
  closed({ type: Type.Literal('bonus'), params: closed({ indicator: id, ...amount, reason }) }),
  closed({ type: Type.Literal('cap-grade'), params: closed({ grade: name, reason }) }),
  closed({ type: Type.Literal('veto'), params: closed({ total: optional(Type.Literal('zero')), reason }) }),
  closed({
    type: Type.Literal('flag'),
    params: closed({ indicator: optional(id), reason }),
  }),
])

export const rule = closed({
  id,
  name,
  conditions: condition,
  /** Orders the listing only; effects never depend on it. */
  priority: optional(Type.Integer({ minimum: 1, maximum: 1_000_000 })),
  event,
  basis: optional(line),
})

export type Rule = Static<typeof rule>
export type RuleEvent = Static<typeof event>
export type RuleEffect = RuleEvent['type']
