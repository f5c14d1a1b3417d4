import { type Static, Type } from 'typebox'
import type { Issue } from '../issue.ts'
import { choice, closed, documentSchema, id, line, name, optional, text } from './primitives.ts'
import { layerName, subject } from './submission.ts'

/**
 * The result of one submission under one scheme. Numbers are decimal text without trailing zeros, or null; a number that
 * no finite decimal writes stands as a fraction ("20/3") in the `exact` fields only.
 */
const NUMBER = '^-?\\d+(\\.\\d+)?$'
const number = Type.String({ pattern: NUMBER, maxLength: 5_000 })
const exactNumber = Type.String({ pattern: '^-?\\d+(\\.\\d+|/\\d+)?$', maxLength: 5_000 })
const numberOrNull = Type.Unsafe<string | null>({ type: ['string', 'null'], pattern: NUMBER })

const resultState = choice('present', 'missing', 'not-applicable', 'error')
export type ResultState = Static<typeof resultState>

/** One value the leaf read, with the layer it came from and those below it. */
const inputTrace = closed({
  name: line,
  state: resultState,
  provisional: optional(Type.Literal(true)),
  /** As a person reads it: "145.6 万元", "91%", "是". */
  shown: optional(text),
  layer: optional(layerName),
  source: optional(line),
  who: optional(line),
  when: optional(line),
  why: optional(text),
  below: optional(Type.Array(closed({ layer: layerName, shown: text, who: optional(line), why: optional(text) }))),
  /** Values of the units that were brought together, and how. */
  units: optional(Type.Array(closed({ unit: line, shown: text }))),
  aggregate: optional(choice('sum', 'weighted', 'max', 'min')),
})
export type InputTrace = Static<typeof inputTrace>

/** A part of a score that adds up by itself: an element, a table row, an expert, a level, a side's steps. */
const partTrace = closed({
  id: optional(line),
  label: text,
  met: optional(Type.Unsafe<boolean | null>({ type: ['boolean', 'null'] })),
  points: optional(exactNumber),
  note: optional(text),
})
export type PartTrace = Static<typeof partTrace>

const eventTrace = closed({
  rule: id,
  name: line,
  effect: choice('not-applicable', 'zero', 'deduct', 'bonus', 'cap-grade', 'veto', 'flag'),
  /** Points added or taken, after the event's own limit. */
  points: optional(exactNumber),
  reason: line,
})
export type EventTrace = Static<typeof eventTrace>

/** The piece of the score curve that was hit. */
const pieceTrace = closed({
  index: Type.Integer({ minimum: 0 }),
  count: Type.Integer({ minimum: 1 }),
  shape: choice('constant', 'linear', 'reciprocal', 'staircase'),
  from: optional(exactNumber),
  to: optional(exactNumber),
  includesFrom: Type.Boolean(),
  includesTo: Type.Boolean(),
})

const stepsTrace = closed({
  side: choice('below', 'above'),
  edge: exactNumber,
  deviation: exactNumber,
  /** The width of a step as the rule states it: "1%". */
  size: Type.String({ maxLength: 100 }),
  steps: exactNumber,
  each: exactNumber,
  deducted: exactNumber,
})

const leafTrace = closed({
  inputs: Type.Array(inputTrace),
  /** The formula as written, and with the values it read. */
  formula: optional(closed({ text: line, withValues: text })),
  actual: optional(exactNumber),
  shownActual: optional(text),
  shownTarget: optional(text),
  /** For ratio: actual ÷ target or target ÷ actual, before it is capped at 1. */
  completion: optional(exactNumber),
  piece: optional(pieceTrace),
  steps: optional(stepsTrace),
  parts: optional(Type.Array(partTrace)),
  /** rank: place in the group, its size; mean and best where they are used. */
  group: optional(
    closed({
      size: Type.Integer(),
      place: optional(Type.Integer()),
      mean: optional(exactNumber),
      best: optional(exactNumber),
    }),
  ),
  reason: optional(text),
  /** The points of the method, before adjustments and before rounding. */
  method: optional(exactNumber),
})
export type LeafTrace = Static<typeof leafTrace>

const branchTrace = closed({
  combine: choice('sum', 'best-of', 'alternatives', 'minimum', 'weighted-mean'),
  /** The children's printed scores that make this score up; under sum they add up to it, the lines included. */
  addends: Type.Array(closed({ id, score: exactNumber })),
  /** Points redistributed from children that do not apply: added to the sum of the addends. */
  redistributed: optional(exactNumber),
  /** What the branch's own points cut off, where its children are worth more than it is. */
  limited: optional(exactNumber),
  chosen: optional(id),
})
export type BranchTrace = Static<typeof branchTrace>

const indicatorResult = closed({
  id,
  name,
  path: Type.Array(Type.String()),
  kind: optional(Type.Literal('bonus')),
  method: optional(line),
  points: number,
  score: numberOrNull,
  /** Beside the score where it differs from the printed one. */
  exact: optional(exactNumber),
  state: resultState,
  provisional: optional(Type.Literal(true)),
  /** What happened, in one sentence of the language asked for. */
  sentence: text,
  /** 评分标准 as the rule prints it. */
  standard: optional(text),
  basis: optional(line),
  /** A stable address that a complaint can cite: scheme hash, indicator, submission hash. */
  address: line,
  events: optional(Type.Array(eventTrace)),
  trace: optional(Type.Unsafe<LeafTrace | BranchTrace>({ type: 'object', anyOf: [leafTrace, branchTrace] })),
})
export type IndicatorResult = Static<typeof indicatorResult>

/** How the total comes about; the amounts add up to it. */
const totalLine = closed({
  line: choice('indicators', 'rescale', 'rounding', 'bonus', 'deduction', 'limit', 'veto'),
  id: optional(line),
  label: text,
  amount: exactNumber,
})
export type TotalLine = Static<typeof totalLine>

/** A value that is not there, and who waits for it. */
const missingEntry = closed({ name: line, indicator: optional(id), path: Type.Array(Type.String()) })
export type MissingEntry = Static<typeof missingEntry>

const lostPoints = closed({ id, path: Type.Array(Type.String()), lost: exactNumber, sentence: text })
export type LostPoints = Static<typeof lostPoints>

/** An issue in a document; see `issue.ts`, which is its full type. */
export const issueDocument = Type.Unsafe<Issue>(
  Type.Object({
    code: Type.String(),
    severity: choice('error', 'warning', 'hint'),
    pointer: Type.String(),
    where: Type.Array(Type.String()),
    expected: Type.Unknown(),
    found: Type.Unknown(),
  }),
)

export const evaluation = documentSchema(
  'evaluation/1',
  'Evaluation 评价结果',
  closed({
    yardstick: Type.Literal('evaluation/1'),
    engine: line,
    scheme: closed({ id, name, version: line, hash: line }),
    declaration: optional(line),
    submission: closed({ subject, period: line, hash: line }),
    /** Hash of the frozen GroupFacts, where a group was read. */
    group: optional(line),
    language: choice('zh', 'en'),
    state: choice('final', 'provisional', 'blocked'),
    fullScore: number,
    total: numberOrNull,
    /** Beside the total where it differs from the printed one. */
    exact: optional(exactNumber),
    grade: Type.Unsafe<string | null>({ type: ['string', 'null'] }),
    /** The sentence on the total: score, grade, what limited it. */
    sentence: text,
    lines: Type.Array(totalLine),
    events: Type.Array(eventTrace),
    /** Flat, in tree order. */
    indicators: Type.Array(indicatorResult),
    /** Most points first. */
    lost: Type.Array(lostPoints),
    /** What has to come in before there is a total. */
    missing: Type.Array(missingEntry),
    findings: Type.Array(issueDocument),
    note: optional(text),
  }),
)
export type Evaluation = Static<typeof evaluation>
