import { type Static, Type } from 'typebox'
import { condition, conditionDefinition } from './condition.ts'
import { indicator, indicatorDefinition, leaf, missingPolicy, notApplicablePolicy, rounding } from './indicator.ts'
import { item, measure } from './item.ts'
import { choice, closed, decimal, documentSchema, id, line, map, name, optional, points, text } from './primitives.ts'
import { rule } from './rule.ts'
import { stepCount } from './scoring.ts'
import { lineage, sharing } from './sharing.ts'
import { caseSubmission } from './submission.ts'

export const region = closed({
  name: line,
  /** 行政区划代码 */
  code: optional(Type.String({ pattern: '^\\d{6,12}$' })),
})

/** A band of the total: everything from `from` up to the next higher band. The lowest band has no `from`. */
export const grade = closed({ name, from: optional(decimal) })
export type Grade = Static<typeof grade>

const source = closed({
  title: line,
  /** What of this scheme is from the source and what was filled in. */
  note: optional(text),
  file: optional(line),
})

/** A test case of the scheme: a submission and what it must give. */
const schemeCase = closed({
  name: line,
  submission: caseSubmission,
  expected: closed({
    total: optional(Type.Unsafe<string | null>({ type: ['string', 'null'], maxLength: 100 })),
    grade: optional(Type.Unsafe<string | null>({ type: ['string', 'null'], maxLength: 200 })),
    scores: optional(map(Type.Unsafe<string | null>({ type: ['string', 'null'], maxLength: 100 }))),
  }),
})

export const schemeBody = closed({
  yardstick: Type.Literal('scheme/1'),
  id,
  name,
  version: line,
  region: optional(region),
  year: optional(Type.Integer({ minimum: 1949, maximum: 9999 })),
  departmentTypes: optional(Type.Array(line, { maxItems: 100 })),
  formCode: optional(line),
  basis: optional(Type.Array(line, { maxItems: 200 })),
  description: optional(text),
  source: optional(source),
  /** What the points of the tree add up to. */
  fullScore: points,
  /** The highest total, where bonus points may lift it above the full score. */
  ceiling: optional(points),
  rounding: optional(closed({ leaf: optional(rounding), branch: optional(rounding), total: optional(rounding) })),
  /** How steps are counted where a leaf does not say. */
  stepCount: optional(stepCount),
  /** What a missing leaf does where it does not say; default block. */
  missing: optional(missingPolicy),
  /** What becomes of the points of a leaf that does not apply where it does not say; default rescale. */
  notApplicable: optional(notApplicablePolicy),
  /** Whether targets are set by a declaration before the period. */
  declarations: optional(choice('none', 'optional', 'required')),
  items: Type.Array(item, { maxItems: 5_000 }),
  measures: optional(Type.Array(measure, { maxItems: 5_000 })),
  indicators: Type.Array(indicator, { minItems: 1, maxItems: 2_000 }),
  /** Shared conditions by name. */
  conditions: optional(map(condition)),
  rules: optional(Type.Array(rule, { maxItems: 2_000 })),
  /** Best first. */
  grades: optional(Type.Array(grade, { minItems: 1, maxItems: 50 })),
  /** `assumed`: the source prints no bands, the national ones are used. */
  gradeBasis: optional(choice('published', 'assumed')),
  cases: optional(Type.Array(schemeCase, { maxItems: 5_000 })),
  layout: optional(map(closed({ x: Type.Number(), y: Type.Number() }))),
  /** What others may set and change when they adopt it. */
  sharing: optional(sharing),
  /** Where it was adopted from. */
  lineage: optional(lineage),
})

export const scheme = documentSchema('scheme/1', 'Scheme 指标体系', schemeBody, {
  condition: conditionDefinition,
  indicator: indicatorDefinition,
  leaf,
})

export type Scheme = Static<typeof scheme>
export type SchemeCase = Static<typeof schemeCase>
