import { canonicalDecimal, Exact } from '../exact.ts'
import type { Item, ItemField } from '../schema/item.ts'
import type { Scheme } from '../schema/scheme.ts'

/**
 * JSON Schema (2020-12) of the `items` of a submission to this scheme, for whoever writes submissions with tools of their
 * own. It is generated from the data items and refuses nothing that `checkSubmission` takes, except that a missing
 * required item fails here. What no schema can say (a range on decimal text, a day that does not exist) stays with
 * `checkSubmission`.
 */
export function itemsSchema(scheme: Pick<Scheme, 'id' | 'name' | 'items'>): object {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:yardstick:items:${encodeURIComponent(scheme.id)}`,
    title: scheme.name,
    type: 'object',
    properties: ownProperties(scheme.items.map((item) => [item.id, entrySchema(item)])),
    required: scheme.items.filter((item) => item.required === true).map((item) => item.id),
    additionalProperties: false,
  }
}

/** A bare value or a stack of layers. */
function entrySchema(item: Item): object {
  const value = valueSchema(item)
  const layer = {
    type: 'object',
    required: ['layer'],
    properties: {
      layer: { enum: ['reported', 'verified', 'judged', 'overridden'] },
      value: orNull(value),
      state: {
        enum: ['present', 'missing', ...(item.mayBeNotApplicable === true ? ['not-applicable'] : []), 'to-be-verified'],
      },
      who: { type: 'string', minLength: 1 },
      when: { type: 'string', minLength: 1 },
      why: { type: 'string' },
    },
    additionalProperties: false,
  }
  const layers = {
    type: 'object',
    required: ['layers'],
    properties: { layers: { type: 'array', minItems: 1, items: layer } },
    additionalProperties: false,
  }
  const description = describe(item)
  return {
    ...(description === '' ? {} : { description }),
    anyOf: [...alternatives(item.required === true ? value : orNull(value)), layers],
  }
}

function valueSchema(item: Item | ItemField): object {
  switch (item.type) {
    case 'number':
    case 'money':
      return { anyOf: [{ type: 'number', ...limits(item) }, decimalText('')] }
    case 'rate':
      return { anyOf: [{ type: 'number', ...limits(item) }, decimalText('%?')] }
    case 'count':
      return {
        anyOf: [
          { type: 'integer', minimum: 0, ...limits(item) },
          { type: 'string', pattern: '^\\s*[+]?(\\d{1,30}\\.?0*|\\.0+)\\s*$' },
        ],
      }
    case 'date':
      return { type: 'string', pattern: '^\\s*\\d{4}-\\d{2}-\\d{2}\\s*$' }
    case 'text':
      return { type: 'string' }
    case 'choice':
      return item.choices === undefined ? { type: 'string' } : { enum: item.choices }
    case 'boolean':
      return { type: 'boolean' }
    case 'list': {
      const fields = 'fields' in item ? (item.fields ?? []) : []
      return {
        type: 'array',
        items: {
          type: 'object',
          properties: ownProperties(
            fields.map((field) => [
              field.id,
              field.required === true ? valueSchema(field) : orNull(valueSchema(field)),
            ]),
          ),
          required: fields.filter((field) => field.required === true).map((field) => field.id),
          additionalProperties: false,
        },
      }
    }
  }
}

/** The item's range on JSON numbers, where a JSON number can say the limit. */
function limits(item: Item | ItemField): object {
  const { min, max } = item.range ?? {}
  return {
    ...(min === undefined ? {} : { minimum: Number(Exact.of(min).toFixed(15)) }),
    ...(max === undefined ? {} : { maximum: Number(Exact.of(max).toFixed(15)) }),
  }
}

function decimalText(percent: string): object {
  return { type: 'string', pattern: `^\\s*[-+]?(\\d{1,30}(\\.\\d{0,30})?|\\.\\d{1,30})${percent}\\s*$` }
}

function describe(item: Item): string {
  const { min, max } = item.range ?? {}
  const range = [min, max].map((end) => (end === undefined ? '' : canonicalDecimal(end)))
  return [item.label, item.unit, min === undefined && max === undefined ? undefined : range.join('…'), item.note]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ')
}

function alternatives(schema: object): object[] {
  return 'anyOf' in schema ? (schema.anyOf as object[]) : [schema]
}

function orNull(schema: object): object {
  return { anyOf: [...alternatives(schema), { type: 'null' }] }
}

/** Own members also for names such as "__proto__", which an assignment would swallow. */
function ownProperties(entries: readonly (readonly [string, object])[]): object {
  return Object.fromEntries(entries)
}
