import { type Static, Type } from 'typebox'
import { conditionDefinition } from './condition.ts'
import { indicator, indicatorDefinition, leaf } from './indicator.ts'
import { item, measure } from './item.ts'
import { choice, closed, documentSchema, id, line, name, optional, quantity, text } from './primitives.ts'
import { region, schemeBody } from './scheme.ts'

/** A parameter 参数 that an adopting region sets: where it stands in the scheme, its default and limits. */
const parameter = closed({
  id,
  name,
  /** JSON Pointer to the decimal it replaces. */
  pointer: line,
  default: quantity,
  min: optional(quantity),
  max: optional(quantity),
  note: optional(text),
})

/** What a lower level may change (`design.md` 14): by indicator id, for the node and all below it. */
const boundary = closed({
  indicator: id,
  points: optional(closed({ plusMinus: quantity })),
  mayAdd: optional(Type.Boolean()),
  mayChange: optional(Type.Boolean()),
})

/** A reusable part of a tree with the items and measures it reads. */
const module = closed({
  id,
  name,
  items: Type.Array(item),
  measures: optional(Type.Array(measure)),
  indicators: Type.Array(indicator, { minItems: 1 }),
})

export type IndicatorModule = Static<typeof module>

/** A module by itself, as a library keeps it; it has no head of its own. */
export const indicatorModule = documentSchema('module/1', 'Module 指标模块', module, {
  condition: conditionDefinition,
  indicator: indicatorDefinition,
  leaf,
})

/** A `.yardstick` file 模板包: schemes or modules with their cases, one canonical JSON text, signed. */
export const templatePackage = documentSchema(
  'package/1',
  'TemplatePackage 模板包',
  closed({
    yardstick: Type.Literal('package/1'),
    manifest: closed({
      name,
      version: line,
      publisher: line,
      region: optional(region),
      departmentTypes: optional(Type.Array(line)),
      formCode: optional(line),
      basis: optional(Type.Array(line)),
      licence: line,
      minimumEngine: line,
      dependencies: optional(Type.Array(closed({ name, version: line, hash: line }))),
    }),
    schemes: Type.Array(schemeBody),
    modules: optional(Type.Array(module)),
    parameters: optional(Type.Array(parameter)),
    boundaries: optional(Type.Array(boundary)),
    lineage: optional(Type.Array(closed({ name, version: line, hash: line, publisher: line }))),
    readme: optional(text),
    /** SHA-256 of the canonical text without this member and `signature`. */
    contentHash: line,
    signature: optional(closed({ algorithm: choice('Ed25519'), key: line, value: line })),
  }),
  { condition: conditionDefinition, indicator: indicatorDefinition, leaf },
)
export type TemplatePackage = Static<typeof templatePackage>
