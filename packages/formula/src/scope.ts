import type { Item, ItemField, ItemType, Measure } from '@yardstick/model'

/** What a formula may know about a name before any value is there. */
export interface NameInfo {
  readonly name: string
  readonly type: ItemType | Measure['type']
  readonly unit?: string
  readonly digits?: number
  /** Of a list item. */
  readonly fields?: readonly ItemField[]
  /** Of a choice item. */
  readonly choices?: readonly string[]
  readonly origin: 'item' | 'measure' | 'field'
  readonly label?: string
  /** False where the value is known not to be 0, by its range; unknown counts as true. */
  readonly mayBeZero?: boolean
}

/** The names that may be read. Look-ups never see inherited properties: `constructor` is a name like any other. */
export interface Scope {
  find(name: string): NameInfo | undefined
  all(): Iterable<NameInfo>
}

/** A scope over these names; of equal names the later one counts. */
export function scopeOf(infos: Iterable<NameInfo>): Scope {
  const byName = new Map<string, NameInfo>()
  for (const info of infos) byName.set(info.name, info)
  return { find: (name) => byName.get(name), all: () => byName.values() }
}

/** A data item as a formula sees it. */
export function itemInfo(item: Item): NameInfo {
  return {
    name: item.id,
    type: item.type,
    origin: 'item',
    mayBeZero: rangeHoldsZero(item.range),
    ...(item.unit === undefined ? {} : { unit: item.unit }),
    ...(item.digits === undefined ? {} : { digits: item.digits }),
    ...(item.fields === undefined ? {} : { fields: item.fields }),
    ...(item.choices === undefined ? {} : { choices: item.choices }),
    ...(item.label === undefined ? {} : { label: item.label }),
  }
}

/** A measure as a formula sees it. */
export function measureInfo(measure: Measure): NameInfo {
  return {
    name: measure.id,
    type: measure.type,
    origin: 'measure',
    ...(measure.unit === undefined ? {} : { unit: measure.unit }),
    ...(measure.digits === undefined ? {} : { digits: measure.digits }),
    ...(measure.label === undefined ? {} : { label: measure.label }),
  }
}

/** A field of a list item's records as a condition over them sees it. */
export function fieldInfo(field: ItemField): NameInfo {
  return {
    name: field.id,
    type: field.type,
    origin: 'field',
    mayBeZero: rangeHoldsZero(field.range),
    ...(field.unit === undefined ? {} : { unit: field.unit }),
    ...(field.digits === undefined ? {} : { digits: field.digits }),
    ...(field.choices === undefined ? {} : { choices: field.choices }),
  }
}

function rangeHoldsZero(range: Item['range']): boolean {
  const positive = range?.min !== undefined && /[1-9]/.test(range.min) && !range.min.startsWith('-')
  const negative = range?.max !== undefined && /[1-9]/.test(range.max) && range.max.startsWith('-')
  return !positive && !negative
}
