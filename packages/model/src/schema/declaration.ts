import { type Static, Type } from 'typebox'
import { conditionDefinition } from './condition.ts'
import { item, measure } from './item.ts'
import { closed, documentSchema, formula, id, line, map, name, optional, points, text } from './primitives.ts'
import { declaredScoring } from './scoring.ts'
import { subject } from './submission.ts'
import { target } from './target.ts'

/** A leaf of the unit's own, under a branch marked 个性. */
const ownLeaf = closed({
  id,
  name,
  points,
  target: optional(target),
  actual: optional(formula),
  scoring: declaredScoring,
  definition: optional(text),
  evidence: optional(line),
})

/** 绩效目标申报表: what one unit or project sets within the scheme's limits before the period. */
export const declaration = documentSchema(
  'declaration/1',
  'Declaration 绩效目标申报表',
  closed({
    yardstick: Type.Literal('declaration/1'),
    scheme: closed({ id, hash: optional(line) }),
    subject,
    period: line,
    note: optional(text),
    /** By indicator id, for leaves that the scheme lets be declared. */
    targets: optional(map(target)),
    /** By id of a branch marked 个性: its leaves, worth the branch's points together. */
    indicators: optional(map(Type.Array(ownLeaf, { maxItems: 200 }))),
    /** Data items and measures that only the own leaves read. */
    items: optional(Type.Array(item, { maxItems: 500 })),
    measures: optional(Type.Array(measure, { maxItems: 500 })),
  }),
  { condition: conditionDefinition },
)

export type Declaration = Static<typeof declaration>
export type OwnLeaf = Static<typeof ownLeaf>
