import type { Exact, Issue, ResultState, RuleEffect } from '@yardstick/model'
import type { CompiledBranch, CompiledLeaf, CompiledNode, CompiledRule } from '../compile/compiled.ts'
import type { Outcome } from './outcome.ts'

/** One node after it has been scored; `score` is the printed number, null where there is none. */
export type NodeResult = LeafResult | BranchResult

interface CommonResult {
  readonly state: ResultState
  readonly score: Exact | null
  /** The score before it was rounded. */
  readonly exact: Exact | null
  readonly provisional: boolean
  /** Points that count: the node's own, less what does not apply and is taken out at the root. */
  readonly applicable: Exact
  /** Points of a node that does not apply which its siblings take over. */
  readonly toSiblings: Exact
  /** What is missing, where the state is missing. */
  readonly names: readonly string[]
  /** Why it does not apply, or why a rank has no place. */
  readonly reason?: string | undefined
  readonly issue?: Issue | undefined
  /** Not chosen among alternatives. */
  readonly isIdle?: true
}

export interface LeafResult extends CommonResult {
  readonly type: 'leaf'
  readonly node: CompiledLeaf
  readonly outcome: Outcome
  /** Points of the method, clamped, before events. */
  readonly method: Exact | null
  readonly events: readonly AppliedEvent[]
}

export interface BranchResult extends CommonResult {
  readonly type: 'branch'
  readonly node: CompiledBranch
  readonly addends: readonly { readonly id: string; readonly score: Exact }[]
  readonly redistributed: Exact
  readonly limited: Exact
  readonly chosen: CompiledNode | undefined
}

/** A rule whose condition held, with what it did. */
export interface AppliedEvent {
  readonly rule: CompiledRule
  readonly effect: RuleEffect
  /** Points added or taken, after the event's own limit; undefined for effects without points. */
  readonly points: Exact | undefined
}
