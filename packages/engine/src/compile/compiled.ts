import type { Scope } from '@yardstick/formula'
import type {
  Branch,
  Comparator,
  Exact,
  Issue,
  Item,
  Leaf,
  Measure,
  Rounding,
  Rule,
  RuleEffect,
  Scheme,
  Scoring,
} from '@yardstick/model'
import type { ScoreCurve } from '../curve/score-curve.ts'
import type { ConditionSet } from '../evaluate/rules.ts'
import type { CheckedFormula } from './checked-formula.ts'

/**
 * A scheme with its references resolved, its order fixed, its formulas checked and its curves drawn: everything that does
 * not depend on a submission is decided here, once.
 */
export interface CompiledScheme {
  readonly scheme: Scheme
  /** Content hash of the scheme. */
  readonly hash: string
  readonly fullScore: Exact
  readonly ceiling: Exact
  readonly itemByName: ReadonlyMap<string, Item>
  /** In an order in which each reads only items and earlier measures. */
  readonly measureByName: ReadonlyMap<string, CompiledMeasure>
  readonly roots: readonly CompiledNode[]
  /** Every node in tree order. */
  readonly nodes: readonly CompiledNode[]
  readonly nodeById: ReadonlyMap<string, CompiledNode>
  readonly rules: readonly CompiledRule[]
  /** Rules that act on one leaf, by its id. */
  readonly rulesByLeaf: ReadonlyMap<string, readonly CompiledRule[]>
  /** What conditions and rules ask at each stage; absent where nothing is asked. */
  readonly conditions: { readonly [S in Stage]?: ConditionSet }
  readonly rounding: { readonly total: Rounding }
  /** Best first, with exact bounds. */
  readonly grades: readonly { readonly name: string; readonly from: Exact | undefined }[]
  /** Whether a leaf reads a group, by rank or by group mean. */
  readonly readsGroup: boolean
  /** What its items and measures are, for formulas and conditions. */
  readonly scope: Scope
  /** What compiling found; errors here are of single leaves or measures, which are then in error. */
  readonly issues: readonly Issue[]
}

/**
 * When a condition is asked, which decides what it may read: `items` (phases 1 and 2: items and measures), `leaves` (3:
 * also score: and rate: of leaves after their methods), `total` (5: also those of branches), `grade` (6: also total),
 * `flag` (7: also grade).
 */
export const stages = ['items', 'leaves', 'total', 'grade', 'flag'] as const
export type Stage = (typeof stages)[number]

export interface CompiledMeasure {
  readonly measure: Measure
  /** Or what is wrong with it: whatever reads it is then in error. */
  readonly formula: CheckedFormula | { readonly broken: Issue }
  readonly index: number
}

export type CompiledNode = CompiledLeaf | CompiledBranch

interface CompiledCommon {
  readonly pointer: string
  /** Names from the root, the node's own included. */
  readonly path: readonly string[]
  readonly parent: CompiledBranch | null
  readonly points: Exact
  readonly isBonus: boolean
  readonly rounding: Rounding
}

export interface CompiledLeaf extends CompiledCommon {
  readonly type: 'leaf'
  readonly node: Leaf
  readonly method: CompiledMethod
}

export interface CompiledBranch extends CompiledCommon {
  readonly type: 'branch'
  readonly node: Branch
  readonly children: CompiledNode[]
  /** For alternatives by condition: the key of each child's condition. */
  readonly selectorKeys: ReadonlyMap<string, string>
}

/** The scoring method with its parameters read; one evaluator file each in `evaluate/methods`. */
export interface CompiledMethod {
  readonly scoring: Scoring
  /** What keeps the method from being computed; the leaf is then in error and the rest of the scheme is not. */
  readonly broken?: Issue | undefined
  /** The target comes from a declaration that is not there; the leaf is then missing. */
  readonly isUndeclared: boolean
  readonly actual: CheckedFormula | undefined
  /** Digits in which the actual value is shown. */
  readonly shown: ShownAs
  readonly target: CompiledTarget | undefined
  /** Drawn at compile where target and points are constant; drawn per submission where the target is data. */
  readonly curve: ScoreCurve | ((target: ResolvedTarget | undefined) => ScoreCurve | CurveProblem) | undefined
  /** Formula of the `formula` method. */
  readonly formula: CheckedFormula | undefined
  /** Keys into the `items` condition set: the pass condition, elements, table cells. */
  readonly conditionKeys: ReadonlyMap<string, string>
  /** The condition that the records of a list are asked one by one. */
  readonly records?: ConditionSet | undefined
  /** Its curve and the trees of its formulas are no longer held, and made again for whoever asks. */
  letGo(): void
}

export interface ShownAs {
  readonly type: Measure['type']
  readonly unit: string | undefined
  readonly digits: number | undefined
  /** The leaf has no value of its own. */
  readonly isNothing?: true
}

/** Where a curve cannot be drawn for this target: what a target ≤ 0 means. */
export type CurveProblem = { readonly zeroTarget: 'error' | 'full' | 'zero' }

export type ResolvedTarget =
  | { readonly comparator: Comparator; readonly value: Exact }
  | { readonly low: Exact; readonly high: Exact }

export type CompiledTarget =
  | { readonly kind: 'constant'; readonly resolved: ResolvedTarget }
  | {
      readonly kind: 'formula'
      readonly comparator: Comparator
      readonly formula: CheckedFormula
      readonly factor: Exact
    }
  | { readonly kind: 'text'; readonly text: string }

export interface CompiledRule {
  readonly rule: Rule
  readonly pointer: string
  readonly stage: Stage
  readonly effect: RuleEffect
  readonly key: string
  /** Points per event: fixed, or by formula, with the event's own limit. */
  readonly amount: { readonly fixed: Exact } | { readonly formula: CheckedFormula } | undefined
  readonly limit: Exact | undefined
}
