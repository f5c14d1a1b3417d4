import type { Leaf, Scoring } from '@yardstick/model'
import type { LeafView } from '../../evaluation/leaf-view.ts'
import type { RuleChange } from './rule-change.ts'

/** What every editor of a rule gets. `onChange` makes one undo step; changes of one `join` key in a row are one. */
export interface RuleEditing<S extends Scoring = Scoring> {
  readonly scoring: S
  readonly leaf: Leaf
  /** The worker's answer on this leaf; null until it is there. */
  readonly view: LeafView | null
  readonly onChange: (change: RuleChange, join?: string) => void
  /** The rule is on the distance from a group's mean: there is no target. */
  readonly isDistance?: boolean
}

/** A record with a field set, or without it where the value is undefined: the documents hold no undefined. */
export function withField<T extends object, K extends keyof T>(record: T, key: K, value: T[K] | undefined): T {
  const { [key]: _, ...rest } = record
  return (value === undefined ? rest : { ...rest, [key]: value }) as T
}
