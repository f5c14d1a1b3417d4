import { type Static, Type } from 'typebox'
import {
  choice,
  closed,
  documentSchema,
  hash,
  id,
  key,
  line,
  map,
  name,
  optional,
  points,
  quantity,
  text,
} from './primitives.ts'

/**
 * What regions agree on when they share a scheme: what the author lets others set and change (`sharing`), where an adopted
 * scheme comes from (`lineage`), and which local names stand for its data items (`mapping`).
 */

/** The part of a scheme that something is about; of indicators and rules by id, of everything else by name. */
const part = choice('scheme', 'item', 'measure', 'indicator', 'rule', 'grade')

const parameterFields = {
  id,
  name,
  of: part,
  /** Of the thing it stands in; nothing for the scheme itself. */
  in: optional(key),
  /** Its field, as a JSON Pointer without the first slash: "target/value", "scoring/steps/0/points". */
  field: line,
  least: optional(quantity),
  most: optional(quantity),
  note: optional(text),
}

/** A parameter 参数: a number that an adopting region sets. Its default is what stands in the scheme. */
const parameter = closed(parameterFields)
export type Parameter = Static<typeof parameter>

const boundaryFields = {
  /** For this indicator and all below it, up to one with a boundary of its own; without it for the whole tree. */
  indicator: optional(id),
  /** How far the points of each of them may be from the template's. */
  points: optional(closed({ plusMinus: points })),
  /** Whether indicators of one's own may be put under it. */
  mayAdd: optional(Type.Boolean()),
  /** false: locked. What a locked indicator reads, and the rules that speak of it, are locked with it. */
  mayChange: optional(Type.Boolean()),
  note: optional(text),
}

/** What a lower level may change (`design.md` 14). What nobody limits is free. */
export const boundary = closed(boundaryFields)
export type Boundary = Static<typeof boundary>

/** What a scheme says to those who adopt it. */
export const sharing = closed({
  parameters: optional(Type.Array(parameter, { maxItems: 500 })),
  boundaries: optional(Type.Array(boundary, { maxItems: 2_000 })),
})
export type Sharing = Static<typeof sharing>

/** One scheme of one version of a template. */
export const templateRef = closed({
  /** Of the template, the same through all its versions. */
  id,
  version: line,
  /** Of the manifest, which is what is signed. */
  hash,
  publisher: line,
  /** Which scheme of the package. */
  scheme: id,
})
export type TemplateRef = Static<typeof templateRef>

/** What an indicator was when it came, and what those above let be changed of it. */
const origin = closed({
  /** Of its fields without points and children, and the id of its parent (`nodeHash`). */
  hash,
  points,
  /** The id its parent has here; without it, it came to the top. */
  parent: optional(id),
  /**
   * The boundaries of all levels above, worked out for this indicator as it stood in the template: wherever it is moved
   * here, they go with it. Each names who says so.
   */
  limits: optional(
    closed({
      locked: optional(line),
      /** Nothing may be put under it. */
      closed: optional(line),
      points: optional(closed({ least: points, most: points, by: line })),
    }),
  ),
  /** Its id in the template, where it has another one here. */
  from: optional(id),
})
export type Origin = Static<typeof origin>

/**
 * Where a scheme comes from. 引用 (reference): updates are proposed, and the boundaries of all levels above hold. 复制 (copy):
 * one's own, nothing holds.
 */
export const lineage = closed({
  template: templateRef,
  mode: choice('reference', 'copy'),
  /** As set here, by the parameter's id. */
  parameters: optional(map(quantity)),
  /** By the id the indicator has here. */
  nodes: optional(map(origin)),
  /** What the template lets be set; `by` is the level above it that let the template set it, which is done. */
  offered: optional(Type.Array(closed({ ...parameterFields, by: optional(line) }), { maxItems: 4_000 })),
  /** As all levels above have said them; ids are those of this scheme. `nodes` holds what follows from them. */
  boundaries: optional(Type.Array(closed({ ...boundaryFields, by: line }), { maxItems: 4_000 })),
})
export type Lineage = Static<typeof lineage>
export type InheritedBoundary = NonNullable<Lineage['boundaries']>[number]

/**
 * Local names for the data items of a scheme: a region binds what its own data call them once, and the scheme stays as it was
 * signed.
 */
export const mapping = documentSchema(
  'mapping/1',
  'Mapping 名称对照',
  closed({
    yardstick: Type.Literal('mapping/1'),
    /** By the item's name in the scheme. */
    items: map(
      closed({
        /** What local data call it. */
        name,
        /** The unit of local figures, where it is another one of the same kind. */
        unit: optional(line),
        /** Local words for the choices of the item, by the local word. */
        choices: optional(map(line)),
      }),
    ),
  }),
)
export type Mapping = Static<typeof mapping>
