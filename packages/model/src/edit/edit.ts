import type { Condition } from '../schema/condition.ts'
import type { Branch, Indicator, Leaf } from '../schema/indicator.ts'
import type { Item, Measure } from '../schema/item.ts'
import type { Rule } from '../schema/rule.ts'
import type { Grade, Scheme, SchemeCase } from '../schema/scheme.ts'
import type { Scoring } from '../schema/scoring.ts'
import type { Target } from '../schema/target.ts'

/**
 * Every way a scheme can change, as plain data: it can be stored, sent, undone and shown as a mend. `applyEdit` is the one
 * reducer, `schema/edit.ts` the shape. A field set to null is removed. `index` counts among the new siblings, after what
 * moves has left its old place.
 */
export type Edit =
  | { type: 'set-scheme'; fields: Fields<Omit<Scheme, Collections | 'yardstick'>> }
  | { type: 'add-indicator'; parent: string | null; index: number; indicator: Indicator }
  | { type: 'remove-indicator'; id: string }
  /** The node and all below it for another of the same id: a leaf becomes a branch, a merge takes one side. */
  | { type: 'replace-indicator'; id: string; indicator: Indicator }
  | { type: 'move-indicator'; id: string; parent: string | null; index: number }
  | { type: 'set-indicator'; id: string; fields: Fields<IndicatorFields> }
  | { type: 'rename-indicator'; from: string; to: string }
  | { type: 'set-points'; points: { [id: string]: string } }
  | { type: 'set-scoring'; id: string; scoring: Scoring }
  | { type: 'set-target'; id: string; target: Target | null }
  | { type: 'add-item'; index: number; item: Item }
  | { type: 'remove-item'; id: string }
  | { type: 'move-item'; id: string; index: number }
  | { type: 'set-item'; id: string; fields: Fields<Omit<Item, 'id'>> }
  | { type: 'add-measure'; index: number; measure: Measure }
  | { type: 'remove-measure'; id: string }
  | { type: 'move-measure'; id: string; index: number }
  | { type: 'set-measure'; id: string; fields: Fields<Omit<Measure, 'id'>> }
  /** One name of an item or measure everywhere; `texts` are the formulas that read it, already rewritten (`formula`). */
  | { type: 'rename-name'; from: string; to: string; texts: { pointer: string; text: string }[] }
  /** A name that was submitted is now computed, or the other way; whatever reads it stays. */
  | { type: 'item-to-measure'; index: number; measure: Measure }
  | { type: 'measure-to-item'; index: number; item: Item }
  | { type: 'add-rule'; index: number; rule: Rule }
  | { type: 'remove-rule'; id: string }
  | { type: 'move-rule'; id: string; index: number }
  | { type: 'set-rule'; id: string; fields: Fields<Omit<Rule, 'id'>> }
  | { type: 'set-condition'; name: string; condition: Condition | null }
  | { type: 'set-grades'; grades: Grade[] | null }
  | { type: 'set-cases'; cases: SchemeCase[] | null }
  | { type: 'set-layout'; layout: { [id: string]: { x: number; y: number } } }
  | { type: 'batch'; edits: Edit[] }

export type EditType = Edit['type']
/** The edit of one type. */
export type EditOf<T extends EditType> = Extract<Edit, { type: T }>

type Collections = 'items' | 'measures' | 'indicators' | 'rules' | 'conditions' | 'grades' | 'cases' | 'layout'

/** Fields of a leaf or a branch that are neither its identity nor its children; points, scoring and target have edits of their own. */
export type IndicatorFields = Omit<Leaf, 'id' | 'scoring' | 'target' | 'points'> &
  Pick<Branch, 'combine' | 'individual'>

/** Any of the fields; those that need not be there may be null, which removes them. */
type Fields<T> = { [K in keyof T]?: object extends Pick<T, K> ? T[K] | null : T[K] }
