import type { Json } from '@yardstick/model'
import type { LeafContext } from '@yardstick/wording'

/**
 * One thing that differs between two versions of a scheme, as plain data: what it is about, what happened, and both
 * values. Words come last (`wordDifference`), so that the same list serves a page, a comparison in colour and a merge.
 */
export type SchemeDifference = Added | Removed | Renamed | Moved | Reordered | Changed

/** The parts of a scheme that stand in lists, and the scheme itself. */
export type Part = 'scheme' | 'item' | 'measure' | 'indicator' | 'condition' | 'rule' | 'grade' | 'case'

export interface Subject {
  readonly of: Part
  /** Stable: an indicator's or rule's id, the name of everything else; the scheme's own id. */
  readonly id: string
  readonly name: string
  /** Names from the root for indicators, the name alone for everything else; of what is removed, where it was. */
  readonly where: readonly string[]
}

/** With all below it, save what was elsewhere before. */
export interface Added extends Subject {
  readonly change: 'added'
  readonly value: Json
}

/** With all below it, save what is elsewhere now. */
export interface Removed extends Subject {
  readonly change: 'removed'
  readonly value: Json
}

/** `id`: the stable word itself, and with it every reference; `name`: what a reader sees. */
export interface Renamed extends Subject {
  readonly change: 'renamed'
  readonly by: 'id' | 'name'
  readonly before: string
  readonly after: string
}

/** An indicator under another parent; null is the top. */
export interface Moved extends Subject {
  readonly change: 'moved'
  readonly before: { readonly parent: string | null; readonly where: readonly string[] }
  readonly after: { readonly parent: string | null; readonly where: readonly string[] }
}

/** What both have in one list, in another order. Of children the subject is their parent, else the scheme. */
export interface Reordered extends Subject {
  readonly change: 'reordered'
  readonly list: Exclude<Part, 'scheme'>
  readonly before: readonly string[]
  readonly after: readonly string[]
}

/** A field; null where it is not stated. */
export interface Changed extends Subject {
  readonly change: 'changed'
  readonly field: string
  readonly before: Json
  readonly after: Json
  /** Of a leaf's method: what its 评分标准 is printed with. */
  readonly contexts?: { readonly before: LeafContext; readonly after: LeafContext }
}
