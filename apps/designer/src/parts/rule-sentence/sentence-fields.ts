import type { Scoring, StepsScoring, StepsSide, Target } from '@yardstick/model'
import type { QuantityForm } from '../field/read-quantity.ts'
import type { RuleChange } from '../method/rule-change.ts'

/**
 * What of a rule can be changed in its sentence: every number, choice, name and item of the stored rule, with the change it
 * makes. Where each of them stands in the sentence is not said here: the sentence itself is asked (`sentence.ts`).
 */
export type SentenceField = NumberField | ChoiceSentenceField | WordsField | ItemField | DateField

interface Common {
  /** The path in the rule: "below.deduct". */
  readonly key: string
  /** The last part of the path: what the field is called by. */
  readonly name: string
  readonly value: string
}

export interface NumberField extends Common {
  readonly kind: 'number'
  readonly form: QuantityForm
  /** Emptied, it is taken out of the rule. */
  readonly isOptional: boolean
  readonly isWhole: boolean
  put(next: string | undefined): RuleChange
}

export interface ChoiceSentenceField extends Common {
  readonly kind: 'choice'
  readonly choices: readonly string[]
  put(next: string): RuleChange
}

export interface WordsField extends Common {
  readonly kind: 'words'
  put(next: string): RuleChange
}

export interface ItemField extends Common {
  readonly kind: 'item'
  /** Which items may stand there. */
  readonly items: 'boolean' | 'list' | 'any'
  put(next: string): RuleChange
}

export interface DateField extends Common {
  readonly kind: 'date'
  put(next: string): RuleChange
}

export function sentenceFields(scoring: Scoring, target: Target | undefined): SentenceField[] {
  const ofRule = fieldsOfRule(scoring)
  // A rule with a target of its own does not say the indicator's.
  const ofTarget =
    target === undefined ? [] : fieldsIn(target, ['target'], (next) => ({ target: unwritten(next as Target) }))
  return [...ofRule, ...ofTarget]
}

/** Sides that are alike are said once, and change together. */
function fieldsOfRule(scoring: Scoring): SentenceField[] {
  const isAlike =
    scoring.method === 'steps' &&
    scoring.below !== undefined &&
    JSON.stringify(canonical(scoring.below)) === JSON.stringify(canonical(scoring.above))
  if (!isAlike) return fieldsIn(scoring, [], (next) => ({ scoring: next as Scoring }))
  const { above: _, ...one } = scoring
  return fieldsIn(one, [], (next) => {
    const changed = next as StepsScoring
    return { scoring: changed.below === undefined ? changed : { ...changed, above: changed.below } }
  })
}

function canonical(side: StepsSide | undefined): unknown {
  return side && Object.entries(side).sort(([a], [b]) => (a < b ? -1 : 1))
}

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined }

/** Walks the rule: what a part is called says what it is. */
function fieldsIn(root: unknown, prefix: readonly string[], change: (next: unknown) => RuleChange): SentenceField[] {
  const fields: SentenceField[] = []
  const visit = (value: Json, path: readonly string[], parent: Json) => {
    if (Array.isArray(value)) {
      value.forEach((each, index) => {
        visit(each, [...path, String(index)], value)
      })
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, each] of Object.entries(value)) if (each !== undefined) visit(each, [...path, key], value)
    } else {
      const field = fieldAt(value as string | number | boolean | null, path, parent, (next) =>
        change(withAt(root, path, next)),
      )
      if (field !== undefined) fields.push({ ...field, key: [...prefix, ...path].join('.') })
    }
  }
  visit(root as Json, [], null)
  return fields
}

function fieldAt(
  value: string | number | boolean | null,
  path: readonly string[],
  parent: Json,
  put: (next: unknown) => RuleChange,
): SentenceField | undefined {
  const key = path.at(-1) ?? ''
  const name = /^\d+$/.test(key) ? (path.at(-2) ?? '') : key
  const common = { key: '', name, value: String(value) }
  const choices = CHOICES[name]
  if (choices !== undefined && (typeof value === 'string' || typeof value === 'boolean')) {
    if (!choices.includes(common.value)) return undefined
    if (name === 'per')
      return { ...common, kind: 'choice', choices, put: (next) => put(asSize(parent as unknown as StepsSide, next)) }
    return {
      ...common,
      kind: 'choice',
      choices,
      put: (next) => put(typeof value === 'boolean' ? next === 'true' : next),
    }
  }
  if (name === 'quorum')
    return number(common, { form: { isPositive: true, digits: 0 }, isWhole: true }, (next) => put(Number(next)))
  if (name === 'value' && typeof value === 'number') {
    return number(common, { form: { isNegativeAllowed: true } }, (next) => put(Number(next)))
  }
  if (name === 'value' && typeof value === 'boolean') {
    return { ...common, name: 'truth', kind: 'choice', choices: ['true', 'false'], put: (next) => put(next === 'true') }
  }
  if (typeof value !== 'string') return undefined
  if (name === 'date' || (name === 'value' && /^\d{4}-\d{2}-\d{2}$/.test(value)))
    return { ...common, kind: 'date', put }
  if (name === 'text' || (name === 'name' && path.includes('levels')) || name === 'within')
    return { ...common, kind: 'words', put }
  if (name === 'item' || name === 'evidence' || name === 'list') {
    const items = name === 'item' ? 'boolean' : name === 'list' ? 'list' : 'any'
    return { ...common, kind: 'item', items, put }
  }
  // What is asked of the records of a list are its fields, which the form knows.
  if (name === 'fact' && !path.includes('of')) return { ...common, kind: 'item', items: 'any', put }
  const form = path[0] === 'levels' ? SHARE : NUMBERS[name]
  if (form === undefined || !/^-?\d+(\.\d+)?%?$/.test(value)) return undefined
  // A number written with % stays in percent, also when it is typed bare; of scores, bare ones are points.
  const isPercent =
    (name === 'size' && (parent as unknown as StepsSide).per !== 'unit') || (form === EDGE && value.endsWith('%'))
  return number(
    common,
    { form: isPercent ? { ...form, percent: 'always' } : form, isOptional: OPTIONAL.has(name) },
    put,
  )
}

function number(
  common: Common,
  options: { form: QuantityForm; isOptional?: boolean; isWhole?: boolean },
  put: (next: string | undefined) => RuleChange,
): NumberField {
  return { ...common, kind: 'number', isOptional: false, isWhole: false, ...options, put }
}

/** A step counted in something else keeps its number; the path leads to `per`, so the side is marked for `withAt`. */
function asSize(side: StepsSide, per: string): BesidesPer {
  const size = side.size.replace('%', '')
  return { [BESIDES]: { ...side, per: per as StepsSide['per'], size: per === 'unit' ? size : `${size}%` } }
}

const BESIDES = Symbol('the whole record around the field')
type BesidesPer = { readonly [BESIDES]: StepsSide }

/** The document with what stands at a path replaced; undefined takes it out, and an overshoot without its limit too. */
function withAt(root: unknown, path: readonly string[], next: unknown): unknown {
  const [key, ...rest] = path
  if (key === undefined) return next
  if (rest.length === 0 && typeof next === 'object' && next !== null && BESIDES in next)
    return (next as BesidesPer)[BESIDES]
  if (Array.isArray(root)) return root.map((each, index) => (String(index) === key ? withAt(each, rest, next) : each))
  const record = root as { readonly [key: string]: unknown }
  const value = withAt(record[key], rest, next)
  const { [key]: _, ...others } = record
  return value === undefined || (key === 'overshoot' && (value as { beyond?: string }).beyond === undefined)
    ? others
    : { ...record, [key]: value }
}

/** Words that an author wrote the target in no longer fit once it has changed. */
function unwritten(target: Target): Target {
  const { written: _, ...plain } = target
  return plain as Target
}

const SCORE: QuantityForm = { percent: 'allowed' }
const EDGE: QuantityForm = { percent: 'allowed', isNegativeAllowed: true }
const SHARE: QuantityForm = { percent: 'always' }
const POINTS: QuantityForm = {}

const NUMBERS: { readonly [name: string]: QuantityForm } = {
  score: SCORE,
  otherwise: SCORE,
  places: SCORE,
  start: POINTS,
  deduct: POINTS,
  limit: POINTS,
  floor: POINTS,
  size: { percent: 'allowed', isPositive: true },
  from: EDGE,
  low: EDGE,
  high: EDGE,
  at: EDGE,
  value: EDGE,
  passLine: SHARE,
  beyond: SHARE,
  share: SHARE,
  to: SHARE,
}

const OPTIONAL: ReadonlySet<string> = new Set(['start', 'limit', 'floor', 'passLine', 'beyond'])

const CHOICES: { readonly [name: string]: readonly string[] } = {
  per: ['percentage-point', 'percent-of-target', 'unit'],
  count: ['prorata', 'whole', 'started'],
  effect: ['refuse', 'reduce'],
  zeroTarget: ['error', 'full', 'zero'],
  included: ['true', 'false'],
  below: ['hold', 'zero'],
  above: ['hold', 'zero'],
  hit: ['first', 'unique', 'sum'],
  rule: ['mean', 'trimmed-mean', 'median'],
  order: ['descending', 'ascending'],
  distance: ['absolute', 'relative'],
  operator: ['greaterThanInclusive', 'greaterThan', 'lessThanInclusive', 'lessThan', 'equal', 'notEqual'],
  comparator: ['>=', '>', '<=', '<', '='],
}
