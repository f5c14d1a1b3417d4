import { type TSchema, Type } from 'typebox'
import type { Edit, EditType } from '../edit/edit.ts'
import { condition, conditionDefinition } from './condition.ts'
import { branchWithoutChildren, indicator, indicatorDefinition, leaf } from './indicator.ts'
import { item, measure } from './item.ts'
import { closed, formula, id, key, line, map, name, points, ref } from './primitives.ts'
import { rule } from './rule.ts'
import { schemeBody } from './scheme.ts'
import { scoring } from './scoring.ts'
import { target } from './target.ts'

/**
 * The shape of an edit that comes from outside (a stored history, the API, an issue's mend), made from the shapes of what
 * it changes. An edit of this shape, applied to a valid scheme, gives a valid scheme or is refused.
 */
const index = Type.Integer({ minimum: 0, maximum: 100_000 })

/** The fields of an object schema, none of them required; those that need not be there may be null. */
function fields(of: { properties: { [key: string]: TSchema }; required?: string[] }, without: readonly string[]) {
  const kept = Object.entries(of.properties).filter(([key]) => !without.includes(key))
  return members(
    Object.fromEntries(
      kept.map(([key, schema]) => [key, of.required?.includes(key) === true ? schema : orNull(schema)]),
    ),
    [],
  )
}

function members(properties: { readonly [key: string]: TSchema }, required: readonly string[]) {
  return Type.Unsafe<unknown>({ type: 'object', properties, required, additionalProperties: false })
}

function orNull<T>(schema: TSchema) {
  return Type.Unsafe<T | null>({ if: { type: 'null' }, then: { type: 'null' }, else: schema })
}

const { grades, cases, layout } = schemeBody.properties
/** A node's own fields; which of them a leaf and which a branch may have is the reducer's to say. */
const indicatorFields = { properties: { ...leaf.properties, ...branchWithoutChildren.properties }, required: ['name'] }

const variants: { readonly [T in EditType]: { readonly [key: string]: TSchema } } = {
  'set-scheme': {
    fields: fields(schemeBody, [
      'yardstick',
      'items',
      'measures',
      'indicators',
      'rules',
      'conditions',
      'grades',
      'cases',
      'layout',
    ]),
  },
  'add-indicator': { parent: orNull(id), index, indicator },
  'remove-indicator': { id },
  'replace-indicator': { id, indicator },
  'move-indicator': { id, parent: orNull(id), index },
  'set-indicator': { id, fields: fields(indicatorFields, ['id', 'points', 'scoring', 'target']) },
  'rename-indicator': { from: id, to: id },
  'set-points': { points: map(points) },
  'set-scoring': { id, scoring },
  'set-target': { id, target: orNull(target) },
  'add-item': { index, item },
  'remove-item': { id: name },
  'move-item': { id: name, index },
  'set-item': { id: name, fields: fields(item, ['id']) },
  'add-measure': { index, measure },
  'remove-measure': { id: name },
  'move-measure': { id: name, index },
  'set-measure': { id: name, fields: fields(measure, ['id']) },
  'rename-name': {
    from: name,
    to: name,
    texts: Type.Array(closed({ pointer: line, text: formula }), { maxItems: 20_000 }),
  },
  'item-to-measure': { index, measure },
  'measure-to-item': { index, item },
  'add-rule': { index, rule },
  'remove-rule': { id },
  'move-rule': { id, index },
  'set-rule': { id, fields: fields(rule, ['id']) },
  'set-condition': { name: key, condition: orNull(condition) },
  'set-grades': { grades: orNull(grades) },
  'set-cases': { cases: orNull(cases) },
  'set-layout': { layout },
  batch: { edits: Type.Array(ref<Edit>('edit'), { maxItems: 20_000 }) },
}

const editDefinition = Type.Unsafe<Edit>({
  type: 'object',
  required: ['type'],
  discriminator: { propertyName: 'type' },
  // Every member is required, so that null always stands for "none".
  oneOf: Object.entries(variants).map(([type, properties]) =>
    members({ type: Type.Literal(type), ...properties }, ['type', ...Object.keys(properties)]),
  ),
})

export const edit = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:yardstick:edit/1',
  title: 'Edit 修改',
  $ref: '#/$defs/edit',
  $defs: { condition: conditionDefinition, indicator: indicatorDefinition, leaf, edit: editDefinition },
}
