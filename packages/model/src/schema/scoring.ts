import { type Static, Type } from 'typebox'
import { type Condition, condition, conditionValue, operator } from './condition.ts'
import {
  byPresence,
  choice,
  closed,
  formula,
  id,
  line,
  name,
  optional,
  points,
  positiveQuantity,
  quantity,
  score,
  tagged,
} from './primitives.ts'
import { type Target, target } from './target.ts'

/**
 * The scoring methods 计分方法 of `design.md` 6. A threshold stands in the method only where it differs from the leaf's
 * target. Where a field takes "points or a share", "2" is 2 points and "40%" is 40 % of the indicator's points.
 */

/** 按步：prorata 按比例折算 · whole 满一步才计 · started 不足一步按一步. */
export type StepCount = 'prorata' | 'whole' | 'started'
export const stepCount = choice<StepCount>('prorata', 'whole', 'started')

const ratio = closed(
  {
    method: Type.Literal('ratio'),
    target: optional(target),
    /** 及格门槛 on the completion, inclusive; below it 0. */
    passLine: optional(quantity),
    /** 超额: `beyond` is the limit L on the deviation |actual − target| ÷ target; exactly L still counts. */
    overshoot: optional(closed({ beyond: quantity, effect: choice('refuse', 'reduce') })),
    /** What a target ≤ 0 that comes from data means; `error` where nothing is stated. */
    zeroTarget: optional(choice('error', 'full', 'zero')),
  },
  '按比例: points × completion',
)

const side = closed({
  /** The width of one step: "1%" of a rate is one percentage point. */
  size: positiveQuantity,
  /** percentage-point 百分点 · percent-of-target 目标值的百分比 · unit 计量单位 */
  per: choice('percentage-point', 'percent-of-target', 'unit'),
  /** Points per step. */
  deduct: points,
  count: optional(stepCount),
  /** The side's own limit on what is deducted (扣分不超过 2 分). */
  limit: optional(points),
})

const steps = closed(
  {
    method: Type.Literal('steps'),
    /** Full here; default the target (a range target is a zone). A zone is full from `low` to `high`, both included. */
    from: optional(
      Type.Unsafe<string | { low: string; high: string }>({
        if: { type: 'object' },
        then: closed({ low: quantity, high: quantity }),
        else: quantity,
      }),
    ),
    /** Points where nothing is deducted; default the indicator's points. */
    start: optional(points),
    below: optional(side),
    above: optional(side),
    /** stated here or for the scheme (`stepCount`) */
    count: optional(stepCount),
    /** 扣完为止: the lowest score; default 0. */
    floor: optional(points),
  },
  '按步扣分',
)

const band = closed({
  from: quantity,
  /** Whether the edge itself belongs to this band (含). */
  included: Type.Boolean(),
  score,
})

const bands = closed(
  {
    method: Type.Literal('bands'),
    /** What everything below the first edge gets. */
    otherwise: score,
    /** Ascending; each reaches to the next edge. A single value is an included edge followed by the same edge, not included. */
    bands: Type.Array(band, { minItems: 1, maxItems: 200 }),
  },
  '分档',
)

const curve = closed(
  {
    method: Type.Literal('curve'),
    anchors: Type.Array(closed({ at: quantity, score }), { minItems: 2, maxItems: 200 }),
    below: choice('hold', 'zero'),
    above: choice('hold', 'zero'),
  },
  '折线内插: linear between anchors',
)

const pass = closed(
  { method: Type.Literal('pass'), threshold: optional(target), condition: optional(condition) },
  '达标得分: all or nothing, by the threshold (default the target) or by a condition',
)

/** How an element of a checklist is met. */
export type Met = 'judged' | { item: string } | { evidence: string } | { condition: Condition }
const met = Type.Unsafe<Met>({
  if: { type: 'string' },
  then: { const: 'judged' },
  else: byPresence(
    [
      ['item', closed({ item: name })],
      ['evidence', closed({ evidence: name })],
    ],
    closed({ condition }),
  ),
})

const element = closed({
  id,
  text: line,
  score,
  met,
  /** 缺此项不得分: without it the whole indicator gets 0. */
  gate: optional(Type.Literal(true)),
})

const checklist = closed(
  { method: Type.Literal('checklist'), elements: Type.Array(element, { minItems: 1, maxItems: 200 }) },
  '要素得分',
)

/** A fixed share, or a range in which the evaluator puts a number; the lower end is closed, the top one closed at the top level. */
const level = closed({ name: line, share: optional(quantity), from: optional(quantity), to: optional(quantity) })

const levels = closed(
  {
    method: Type.Literal('levels'),
    /** Best first. */
    levels: Type.Array(level, { minItems: 1, maxItems: 50 }),
  },
  '等级评定',
)

const panel = closed({
  rule: choice('mean', 'trimmed-mean', 'median'),
  /** How many experts must have scored. */
  quorum: Type.Integer({ minimum: 1, maximum: 1_000 }),
})

const judgement = closed({ method: Type.Literal('judgement'), panel: optional(panel) }, '人工评分')

const formulaMethod = closed({ method: Type.Literal('formula'), formula }, '公式: an expression giving points')

const cell = Type.Unsafe<TableCell | null>({
  if: { type: 'null' },
  then: { type: 'null' },
  else: closed({ operator, value: conditionValue }),
})

const table = closed(
  {
    method: Type.Literal('table'),
    /** The facts asked about, one a column. */
    columns: Type.Array(line, { minItems: 1, maxItems: 50 }),
    /** One cell a column; null asks nothing. */
    rows: Type.Array(closed({ when: Type.Array(cell, { minItems: 1, maxItems: 50 }), score }), {
      minItems: 1,
      maxItems: 500,
    }),
    hit: choice('first', 'unique', 'sum'),
    otherwise: score,
  },
  '决策表',
)

const shareMet = closed(
  {
    method: Type.Literal('share-met'),
    /** Sibling indicators, or the records of a list item that meet a condition over their fields. */
    of: byPresence<{ list: string; met: Condition } | { siblings: true }>(
      [['list', closed({ list: name, met: condition })]],
      closed({ siblings: Type.Literal(true) }),
    ),
  },
  '达标占比',
)

const distance = tagged('method', [steps, bands, curve])

const rank = closed(
  {
    method: Type.Literal('rank'),
    /** Best first: descending for 正向; default follows the target's comparator, else descending. */
    order: optional(choice('descending', 'ascending')),
    /** The subject's attribute that forms the group; default the whole campaign. */
    within: optional(name),
    rule: tagged('by', [
      closed({
        by: Type.Literal('place'),
        /** Points of the first, second … place. */
        places: Type.Array(score, { minItems: 1, maxItems: 1_000 }),
        otherwise: score,
      }),
      closed({ by: Type.Literal('best') }, 'ratio to the best'),
      closed(
        {
          by: Type.Literal('mean'),
          /** absolute: value − mean; relative: (value − mean) ÷ mean */
          distance: choice('absolute', 'relative'),
          scoring: distance,
        },
        'distance from the mean of the group',
      ),
    ]),
  },
  '排名',
)

export const scoring = tagged('method', [
  ratio,
  steps,
  bands,
  curve,
  pass,
  checklist,
  levels,
  judgement,
  formulaMethod,
  table,
  shareMet,
  rank,
])

/** The methods a unit may use for leaves of its own (`design.md` 2). */
export const declaredScoring = tagged('method', [ratio, steps, pass, levels])

export type RatioScoring = Static<typeof ratio>
export type StepsScoring = Static<typeof steps>
export type StepsSide = Static<typeof side>
export type BandsScoring = Static<typeof bands>
export type CurveScoring = Static<typeof curve>
export interface PassScoring {
  method: 'pass'
  threshold?: Target
  condition?: Condition
}
export type ChecklistScoring = Static<typeof checklist>
export type ChecklistElement = Static<typeof element>
export type LevelsScoring = Static<typeof levels>
export type Level = Static<typeof level>
export type JudgementScoring = Static<typeof judgement>
export type Panel = Static<typeof panel>
export type FormulaScoring = Static<typeof formulaMethod>
export type TableScoring = Static<typeof table>
export interface TableCell {
  operator: Static<typeof operator>
  value: Static<typeof conditionValue>
}
export type ShareMetScoring = Static<typeof shareMet>
export type RankScoring = Static<typeof rank>
export type Scoring = Static<typeof scoring>
export type ScoringMethod = Scoring['method']
/** Points or share of a rank's distance rule. */
export type DistanceScoring = Static<typeof distance>
