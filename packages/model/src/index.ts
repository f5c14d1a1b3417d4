export * from './canonical.ts'
export { catalogue } from './catalogue/index.ts'
export { bind } from './declaration.ts'
export { applyEdit, applyPatches, type Edited, type Patch } from './edit/apply-edit.ts'
export { arrange, type Step } from './edit/arrange.ts'
export { type Distribution, distributePoints, largestRemainder } from './edit/distribute-points.ts'
export * from './edit/edit.ts'
export { mentions } from './edit/mentions.ts'
export { type FormulaPlace, formulas, type Reference, references } from './edit/references.ts'
export { renameCondition, usesOfCondition } from './edit/rename-condition.ts'
export { scaleDeductions } from './edit/scale-deductions.ts'
export { schemeEdits } from './edit/scheme-edits.ts'
export * from './exact.ts'
export * from './issue.ts'
export * from './json.ts'
export type { Conflict, ConflictKind, MergedPart } from './merge/conflict.ts'
export { mergeSchemes } from './merge/merge-schemes.ts'
export { operatorsOf } from './operators.ts'
export * from './read-json.ts'
export * from './schema/condition.ts'
export * from './schema/declaration.ts'
export { edit as editSchema } from './schema/edit.ts'
export * from './schema/evaluation.ts'
export * from './schema/group-facts.ts'
export * from './schema/indicator.ts'
export * from './schema/item.ts'
export * from './schema/rule.ts'
export * from './schema/scheme.ts'
export * from './schema/score-sheet.ts'
export * from './schema/scoring.ts'
export * from './schema/submission.ts'
export * from './schema/target.ts'
export * from './schema/template-package.ts'
export * from './scheme.ts'
export * from './submission/check-submission.ts'
export * from './submission/items-schema.ts'
export * from './submission/layers.ts'
export * from './submission/own-score.ts'
export {
  type At,
  type ItemReading,
  readItem,
} from './submission/read-item.ts'
export * from './submission/read-judgement.ts'
export {
  type LayerChange,
  type LayerEntry,
  layersOf,
  upToLayer,
  writeLayers,
} from './submission/write-layers.ts'
export * from './unit.ts'
export * from './validate.ts'
export * from './value.ts'
