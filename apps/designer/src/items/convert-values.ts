import {
  conversion,
  type Edit,
  type Entry,
  Exact,
  type InputValue,
  itemById,
  type Layer,
  type Scheme,
} from '@yardstick/model'
import { isNumber } from './item-text.ts'

/** The numbers that stand for an item, and the edit that writes them in another unit. */
export interface Conversion {
  readonly count: number
  readonly edit: Edit
}

/**
 * Items that are given another unit of the same kind: 145.6万元 would come out as 145.6元. What samples and bounds say can
 * be written anew; undefined where there is nothing of it.
 */
export function conversionOf(
  scheme: Scheme,
  changes: readonly { readonly id: string; readonly unit: string | undefined }[],
): Conversion | undefined {
  const factors = new Map<string, Exact>()
  for (const { id, unit } of changes) {
    const item = itemById(scheme).get(id)
    // A rate is stored as what it is; its unit is how it is shown.
    const isPlain = item !== undefined && isNumber(item.type) && item.type !== 'rate'
    if (!isPlain || item.unit === undefined || unit === undefined) continue
    const factor = conversion(item.unit, unit)
    if (factor !== undefined && !factor.equals(Exact.one)) factors.set(id, factor)
  }
  let count = 0
  const inOther = (value: InputValue | undefined, factor: Exact): InputValue | undefined => {
    const number =
      typeof value === 'number' ? Exact.fromNumber(value) : typeof value === 'string' ? Exact.parse(value) : undefined
    if (number === undefined) return value
    count++
    const converted = number.times(factor)
    return (converted.decimalDigits === undefined ? converted.round(MOST_DIGITS) : converted).toText()
  }
  const bounds = [...factors].flatMap(([id, factor]): Edit[] => {
    const { range } = itemById(scheme).get(id)!
    if (range === undefined) return []
    const written = Object.entries(range).map(([key, bound]) => [key, inOther(bound, factor)])
    return [{ type: 'set-item', id, fields: { range: Object.fromEntries(written) } }]
  })
  const cases = (scheme.cases ?? []).map((each) => {
    const items = Object.entries(each.submission.items).map(([id, entry]): [string, Entry] => {
      const factor = factors.get(id)
      return [id, factor === undefined ? entry : inEveryLayer(entry, (value) => inOther(value, factor))]
    })
    return { ...each, submission: { ...each.submission, items: Object.fromEntries(items) } }
  })
  if (count === 0) return undefined
  return { count, edit: { type: 'batch', edits: [...bounds, { type: 'set-cases', cases }] } }
}

function inEveryLayer(entry: Entry, change: (value: InputValue | undefined) => InputValue | undefined): Entry {
  if (typeof entry !== 'object' || entry === null || !('layers' in entry)) return change(entry as InputValue) as Entry
  const layers = entry.layers.map(
    (layer): Layer => ('value' in layer ? { ...layer, value: change(layer.value)! } : layer),
  )
  return { ...entry, layers }
}

/** Of a number that has no end as a decimal: 50 minutes in hours. */
const MOST_DIGITS = 6
