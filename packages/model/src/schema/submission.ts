import { type Static, Type } from 'typebox'
import { choice, closed, documentSchema, id, line, map, name, optional, quantity, text } from './primitives.ts'

/** Who is evaluated: a department, one of its units, or a project. */
export const subject = closed({
  department: line,
  unit: optional(line),
  project: optional(line),
  departmentType: optional(line),
  regionCode: optional(Type.String({ pattern: '^\\d{6,12}$' })),
  /** What forms groups for ranking: 类别, 层级 … */
  attributes: optional(map(line)),
})
export type Subject = Static<typeof subject>

/**
 * A value as it stands in JSON: a JSON number of up to 15 significant digits or decimal text ("95%" for a rate), a
 * boolean, a text, a date YYYY-MM-DD, an array of records, or for judged leaves an object (see `judgements`).
 */
export type InputValue = number | string | boolean | null | InputRecord[] | JudgedValue
export type InputRecord = { [field: string]: number | string | boolean | null }
export type JudgedValue = {
  /** checklist: which elements are met, by element id */
  elements?: { [element: string]: boolean }
  /** levels: the level's name, and the number put into its range */
  level?: string
  share?: string | number
  /** judgement by a panel: each expert's points */
  experts?: { who: string; score: string | number }[]
}

const scalar = { type: ['number', 'string', 'boolean', 'null'], maxLength: 20_000 }
const record = { type: 'object', additionalProperties: scalar, maxProperties: 200 }
const judged = closed({
  elements: optional(map(Type.Boolean())),
  level: optional(line),
  share: optional(Type.Unsafe<string | number>({ type: ['string', 'number'], maxLength: 100 })),
  experts: optional(
    Type.Array(
      closed({ who: line, score: Type.Unsafe<string | number>({ type: ['string', 'number'], maxLength: 100 }) }),
      { minItems: 1, maxItems: 1_000 },
    ),
  ),
})

const value = Type.Unsafe<InputValue>({
  if: { type: 'array' },
  then: { type: 'array', items: record, maxItems: 100_000 },
  else: { if: { type: 'object' }, then: judged, else: scalar },
})

/** Bottom to top: reported 填报 < verified 核实 < judged 评定 < overridden 改定. */
export type LayerName = 'reported' | 'verified' | 'judged' | 'overridden'
export const layerName = choice<LayerName>('reported', 'verified', 'judged', 'overridden')

const layer = closed({
  layer: layerName,
  value: optional(value),
  /** present where a value is given, missing where none is, unless stated. */
  state: optional(choice('present', 'missing', 'not-applicable', 'to-be-verified')),
  who: optional(line),
  when: optional(line),
  /** The reason; required for 不适用 and for judged scores below full points. */
  why: optional(text),
})
export type Layer = Static<typeof layer>

/** A stack of layers, or a bare value, which is one reported layer. */
export type Entry = InputValue | { layers: Layer[] }
const entry = Type.Unsafe<Entry>({
  if: { type: 'object', required: ['layers'] },
  then: closed({ layers: Type.Array(layer, { minItems: 1, maxItems: 100 }) }),
  else: value,
})

const evidenceFile = closed({
  name: line,
  /** SHA-256 of the file, hex. */
  hash: optional(Type.String({ pattern: '^[0-9a-f]{64}$' })),
  note: optional(line),
})

const entries = {
  items: map(entry),
  /** By indicator id: points for judgement, `{elements}` for checklist, `{level, share}` for levels, `{experts}` for a panel. */
  judgements: optional(map(entry)),
  /** By item or indicator id. */
  evidence: optional(map(Type.Array(evidenceFile, { maxItems: 1_000 }))),
}

const unitEntries = closed({ name: line, ...entries })

const submissionFields = {
  scheme: optional(closed({ id, hash: optional(line) })),
  subject,
  period: line,
  /** The data are made up or taken from a published report; shown wherever the result is. */
  note: optional(text),
  ...entries,
  /** Subordinate units whose figures are brought together before scoring. */
  units: optional(Type.Array(unitEntries, { maxItems: 10_000 })),
  /** 自评分 or printed scores, kept beside the computed ones. */
  claims: optional(
    closed({
      total: optional(quantity),
      grade: optional(name),
      scores: optional(map(quantity)),
      note: optional(text),
    }),
  ),
}

/** A submission inside a scheme's test case, which needs no head of its own. */
export const caseSubmission = closed(submissionFields)

export const submission = documentSchema(
  'submission/1',
  'Submission 填报数据',
  closed({ yardstick: Type.Literal('submission/1'), ...submissionFields }),
)
export type Submission = Static<typeof submission>
export type UnitEntries = Static<typeof unitEntries>
