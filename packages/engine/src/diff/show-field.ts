import type { Condition, Json, Language, Rounding, RuleEvent, Target } from '@yardstick/model'
import { printCondition, printTarget } from '@yardstick/wording'
import { type DiffWords, diffWords } from './words.ts'

/**
 * The value of a field as a reader knows it: targets and conditions in words, choices by their names, long texts cut.
 * Undefined where a value says nothing in one line (test data, layouts).
 */
export function showField(field: string, value: Json, language: Language): string | undefined {
  const words = diffWords[language]
  if (value === null) return undefined
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return showText(field, value, words)
  if (Array.isArray(value)) return showList(value, words)
  return showObject(field, value as JsonObject, language, words)
}

type JsonObject = { readonly [key: string]: Json }

/** Short words that need no quotes. */
const BARE: ReadonlySet<string> = new Set(['unit', 'version', 'code', 'formCode', 'id'])
const LONGEST = 60
const SHOWN = 8

/** Numbers and choices bare, everything else in quotes. */
function showText(field: string, text: string, words: DiffWords): string {
  const known = words.values[field]?.[text]
  if (known !== undefined) return known
  if (field === 'rounding' && text === 'none') return words.exact
  if (/^-?\d+(\.\d+)?%?$/.test(text)) return text
  const short = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
  return BARE.has(field) ? short : words.quoted(short)
}

function showList(values: readonly Json[], words: DiffWords): string | undefined {
  const names = values.map((value) => (isObject(value) ? (value['id'] ?? value['name']) : value))
  if (!names.every((name) => typeof name === 'string' || typeof name === 'number')) return undefined
  return showNames(names.map(String), words)
}

/** The first few of many names. */
export function showNames(names: readonly string[], words: DiffWords): string {
  const shown = names.slice(0, SHOWN).join(words.comma)
  return names.length > SHOWN ? `${shown}${words.more(names.length)}` : shown
}

function showObject(field: string, value: JsonObject, language: Language, words: DiffWords): string | undefined {
  switch (field) {
    case 'target':
      return printTarget(value as unknown as Target, language)
    case 'condition':
    case 'conditions':
      return words.quoted(printCondition(value as unknown as Condition, language))
    case 'rounding':
      return showRounding(value as unknown as Rounding | SchemeRounding, words)
    case 'combine':
      return words.values['combine']?.['alternatives']
    case 'aggregate':
      return words.values['aggregate']?.[String(value['rule'])] ?? String(value['rule'])
    case 'range':
      return words.range(text(value['min']), text(value['max']))
    case 'declared':
      return words.range(text(value['atLeast']), text(value['atMost']))
    case 'event':
      return showEvent(value as unknown as RuleEvent, words)
    case 'region':
      return typeof value['name'] === 'string' ? words.quoted(value['name']) : undefined
    default:
      return undefined
  }
}

function text(end: Json | undefined): string | undefined {
  return end === undefined || end === null ? undefined : String(end)
}

interface SchemeRounding {
  readonly leaf?: Rounding
  readonly branch?: Rounding
  readonly total?: Rounding
}

function showRounding(rounding: Rounding | SchemeRounding, words: DiffWords): string {
  if (rounding === 'none') return words.exact
  if ('digits' in rounding || 'step' in rounding) {
    const place = 'step' in rounding ? words.step(rounding.step) : words.digits(rounding.digits)
    const mode = rounding.mode === undefined ? undefined : words.values['mode']?.[rounding.mode]
    return mode === undefined ? place : `${place}${words.comma}${mode}`
  }
  const places = Object.entries(rounding as SchemeRounding)
  return places
    .map(([key, each]) => `${words.places[key] ?? key} ${showRounding(each as Rounding, words)}`)
    .join(words.comma)
}

/** The effect with what it takes or gives. */
function showEvent(event: RuleEvent, words: DiffWords): string {
  const { type, params } = event
  const effect = words.values['event']?.[type] ?? type
  const amount =
    'points' in params
      ? params.points
      : 'formula' in params
        ? params.formula
        : 'grade' in params
          ? params.grade
          : undefined
  const limit = 'limit' in params && params.limit !== undefined ? ` ≤ ${params.limit}` : ''
  return `${effect}${amount === undefined ? '' : ` ${amount}`}${limit} ${words.quoted(params.reason)}`
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
