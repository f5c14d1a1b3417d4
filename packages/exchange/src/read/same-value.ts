import { Exact, type InputRecord, type InputValue, type Item, type ItemField, type Layer } from '@yardstick/model'

/** What is said by a layer, whoever said it. */
type Said = Pick<Layer, 'value' | 'state' | 'why'>

/** Whether two layers say the same: 95% and 0.95 are, and so are 12.5 and "12.50". */
export function isSameLayer(item: Item, a: Said, b: Said): boolean {
  return (
    stateOf(a) === stateOf(b) && (a.why ?? '').trim() === (b.why ?? '').trim() && isSameValue(item, a.value, b.value)
  )
}

function stateOf({ state, value }: Said): string {
  return state ?? (isBlank(value) ? 'missing' : 'present')
}

const isBlank = (value: InputValue | undefined): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '')

function isSameValue(of: Item | ItemField, a: InputValue | undefined, b: InputValue | undefined): boolean {
  if (isBlank(a) || isBlank(b)) return isBlank(a) && isBlank(b)
  if (of.type === 'list') {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false
    const fields = 'fields' in of ? (of.fields ?? []) : []
    return a.every((record, index) => isSameRecord(fields, record, b[index]!))
  }
  if (of.type === 'number' || of.type === 'money' || of.type === 'rate' || of.type === 'count') {
    const [first, second] = [a, b].map((value) =>
      typeof value === 'number' ? Exact.fromNumber(value) : Exact.parse(String(value).trim()),
    )
    return first !== undefined && second !== undefined && first.equals(second)
  }
  return JSON.stringify(a) === JSON.stringify(b)
}

function isSameRecord(fields: readonly ItemField[], a: InputRecord, b: InputRecord): boolean {
  return fields.every((field) => isSameValue(field, own(a, field.id), own(b, field.id)))
}

const own = (record: InputRecord, id: string) => (Object.hasOwn(record, id) ? record[id] : undefined)
