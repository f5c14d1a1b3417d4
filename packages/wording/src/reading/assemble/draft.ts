import type { Item, Leaf, Measure, Rule, Scoring } from '@yardstick/model'

/** What statements came to: the rule, with what it needs; or undefined where they make none together. */
export interface Draft {
  readonly scoring: Scoring
  readonly actual?: string | undefined
  readonly items?: readonly Item[]
  readonly measures?: readonly Measure[]
  readonly rules?: readonly Omit<Rule, 'id'>[]
  readonly leaf?: Pick<Leaf, 'target' | 'notApplicable' | 'evidence' | 'dataSource'>
}
