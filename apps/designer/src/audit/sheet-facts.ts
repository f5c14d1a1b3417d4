import { type Language, pointer } from '@yardstick/model'
import { factWords } from './words.ts'

/**
 * What a row prints besides points, score and standard: numbers under names, objects of such, lists of records. Some keys
 * belong to the form of a sheet and have names in words; all others are what the table calls them.
 */
export interface Fact {
  readonly pointer: string
  readonly label: string
  readonly text: string | undefined
  readonly parts: readonly Fact[]
}

type Data = { readonly [key: string]: unknown }

/** In columns of their own, or shown with another. */
const ELSEWHERE: ReadonlySet<string> = new Set(['op', 'target', 'actual', 'unit', 'met', 'printedRate'])

export function factsOf(data: Data, place: string, language: Language): Fact[] {
  return Object.entries(data).flatMap(([key, value]) => {
    if (ELSEWHERE.has(key) || value === null || value === undefined) return []
    const at = `${place}${pointer(key)}`
    if (key === 'criteria' && Array.isArray(value)) return [elements(value, data['met'], at, language)]
    return [factOf(labelOf(key, language), value, at, language)]
  })
}

function factOf(label: string, value: unknown, place: string, language: Language): Fact {
  if (isRecord(value)) return { pointer: place, label, text: undefined, parts: factsOf(value, place, language) }
  if (Array.isArray(value) && value.some(isRecord)) {
    const parts = value.map((each, index) => {
      const at = `${place}${pointer(index)}`
      return isRecord(each) ? recordOf(each, at, language) : factOf('', each, at, language)
    })
    return { pointer: place, label, text: undefined, parts }
  }
  return { pointer: place, label, text: textOf(value, language), parts: [] }
}

/** A record goes by its first text: 单位 创业服务中心. */
function recordOf(record: Data, place: string, language: Language): Fact {
  const named = Object.entries(record).find(([, value]) => typeof value === 'string')
  const rest =
    named === undefined ? record : Object.fromEntries(Object.entries(record).filter(([key]) => key !== named[0]))
  return {
    pointer: place,
    label: named === undefined ? '' : String(named[1]),
    text: undefined,
    parts: factsOf(rest, place, language),
  }
}

/** What each element is worth, and whether it is met: 2 ✓, 1 ✗. */
function elements(criteria: readonly unknown[], met: unknown, place: string, language: Language): Fact {
  const w = factWords[language]
  const marks = Array.isArray(met) ? met : []
  const text = criteria
    .map((each, index) => {
      const mark = marks[index] === true ? ' ✓' : marks[index] === false ? ' ✗' : ''
      return `${textOf(each, language)}${mark}`
    })
    .join(w.comma)
  return { pointer: place, label: w.keys['criteria']!, text, parts: [] }
}

/** 预算_万元 is 预算 in 万元. */
function labelOf(key: string, language: Language): string {
  const w = factWords[language]
  const known = w.keys[key]
  if (known !== undefined) return known
  const [, name, unit] = /^(.+)_([^_]+)$/.exec(key) ?? []
  return name === undefined || unit === undefined ? key : w.unit(name.replaceAll('_', ' '), unit)
}

/** The comparator column put before the value, the unit behind it. */
export function targetOf(data: Data): string | undefined {
  const { op, target, unit } = data
  const value = target === null || target === undefined ? '' : isPlain(target) ? String(target) : ''
  const sign = typeof op === 'string' && !/^[a-z=]/i.test(op) && !value.startsWith(op) ? op : ''
  const behind = typeof unit === 'string' && /\d$/.test(value) ? unit : ''
  const text = `${sign}${value}${behind}`
  return text === '' ? undefined : text
}

export function writtenOf(value: unknown, unit: unknown, language: Language): string | undefined {
  if (value === null || value === undefined || value === '') return undefined
  const text = textOf(value, language)
  return typeof unit === 'string' && /\d$/.test(text) ? `${text}${unit}` : text
}

function textOf(value: unknown, language: Language): string {
  const w = factWords[language]
  if (typeof value === 'boolean') return value ? w.yes : w.no
  if (value === null || value === undefined) return w.nothing
  if (Array.isArray(value)) return value.map((each) => textOf(each, language)).join(w.comma)
  return isPlain(value) ? String(value) : w.nothing
}

const isPlain = (value: unknown) => typeof value === 'string' || typeof value === 'number'

function isRecord(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
