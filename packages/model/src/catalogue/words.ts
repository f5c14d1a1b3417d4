import type { Json } from '../json.ts'

/** Data of an issue inside a sentence: text in quotes as it stands, lists with the language's comma, objects as JSON. */
export function show(value: Json | undefined, comma = '、'): string {
  if (value === undefined || value === null) return '—'
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return value.map((each) => show(each, comma)).join(comma)
  return JSON.stringify(value)
}

/** One member of an issue's data; `—` where it is not there. */
export function part(value: Json, key: string): string {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return '—'
  return show((value as { [key: string]: Json })[key])
}

/** Several with `, ` between, for English. */
export const list = (value: Json): string => show(value, ', ')
