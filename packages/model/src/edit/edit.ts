import type { Condition } from '../schema/condition.ts'
import type { Combine, Indicator, Leaf } from '../schema/indicator.ts'
import type { Item, Measure } from '../schema/item.ts'
import type { Rule } from '../schema/rule.ts'
import type { Grade, Scheme, SchemeCase } from '../schema/scheme.ts'
import type { Scoring } from '../schema/scoring.ts'
import type { Target } from '../schema/target.ts'

/**
 * Every way a scheme can change, as plain data: it can be stored, sent, undone and shown as a mend. `applyEdit` is the one
 * reducer. A field set to null is removed. `index` counts among the new siblings, after the node has left its old place.
 */
export type Edit =
  | { type: 'set-scheme'; fields: Nullable<Omit<Scheme, Collections | 'yardstick'>> }
  | { type: 'add-indicator'; parent: string | null; index: number; indicator: Indicator }
  | { type: 'remove-indicator'; id: string }
  | { type: 'move-indicator'; id: string; parent: string | null; index: number }
  | { type: 'set-indicator'; id: string; fields: Nullable<IndicatorFields> }
  | { type: 'rename-indicator'; from: string; to: string }
  | { type: 'set-points'; points: { [id: string]: string } }
  | { type: 'set-scoring'; id: string; scoring: Scoring }
  | { type: 'set-target'; id: string; target: Target | null }
  | { type: 'add-item'; index: number; item: Item }
  | { type: 'remove-item'; id: string }
  | { type: 'set-item'; id: string; fields: Nullable<Omit<Item, 'id'>> }
  | { type: 'add-measure'; index: number; measure: Measure }
  | { type: 'remove-measure'; id: string }
  | { type: 'set-measure'; id: string; fields: Nullable<Omit<Measure, 'id'>> }
  /** One name of an item or measure everywhere; `texts` are the formulas that read it, already rewritten (`formula`). */
  | { type: 'rename-name'; from: string; to: string; texts: { pointer: string; text: string }[] }
  | { type: 'add-rule'; index: number; rule: Rule }
  | { type: 'remove-rule'; id: string }
  | { type: 'set-rule'; id: string; fields: Nullable<Omit<Rule, 'id'>> }
  | { type: 'set-condition'; name: string; condition: Condition | null }
  | { type: 'set-grades'; grades: Grade[] | null }
  | { type: 'set-cases'; cases: SchemeCase[] | null }
  | { type: 'set-layout'; layout: { [id: string]: { x: number; y: number } } }
  | { type: 'batch'; edits: Edit[] }

export type EditType = Edit['type']

type Collections = 'items' | 'measures' | 'indicators' | 'rules' | 'conditions' | 'grades' | 'cases' | 'layout'

/** Fields of a leaf or a branch that are neither its identity nor its children; scoring and target have edits of their own. */
export type IndicatorFields = Omit<Leaf, 'id' | 'scoring' | 'target' | 'points'> & {
  combine: Combine
  individual: true
}

type Nullable<T> = { [K in keyof T]?: T[K] | null }
