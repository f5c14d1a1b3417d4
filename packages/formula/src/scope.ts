import type { Item, ItemField, ItemType, Measure } from '@yardstick/model'

/** What a formula may know about a name before any value is there. */
export interface NameInfo {
  readonly name: string
  readonly type: ItemType | Measure['type']
  readonly unit?: string | undefined
  readonly digits?: number | undefined
  /** Of a list item. */
  readonly fields?: readonly ItemField[] | undefined
  /** Of a choice item. */
  readonly choices?: readonly string[] | undefined
  readonly origin: 'item' | 'measure' | 'field'
  readonly label?: string | undefined
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
  return new Named('item', item)
}

/** A measure as a formula sees it. */
export function measureInfo(measure: Measure): NameInfo {
  return new Named('measure', measure)
}

/** A field of a list item's records as a condition over them sees it. */
export function fieldInfo(field: ItemField): NameInfo {
  return new Named('field', field)
}

type Stated = Item | Measure | ItemField
type Everything = Partial<Item> & Pick<Stated, 'id' | 'type'>

/** A scheme has hundreds of names: they are looked at where they stand in the document, and nothing is copied. */
class Named implements NameInfo {
  readonly origin: NameInfo['origin']
  private readonly of: Everything

  constructor(origin: NameInfo['origin'], of: Stated) {
    this.origin = origin
    this.of = of
  }

  get name() {
    return this.of.id
  }
  get type() {
    return this.of.type
  }
  get unit() {
    return this.of.unit
  }
  get digits() {
    return this.of.digits
  }
  get fields() {
    return this.of.fields
  }
  get choices() {
    return this.of.choices
  }
  get label() {
    return this.of.label
  }
  get mayBeZero() {
    return rangeHoldsZero(this.of.range)
  }
}

function rangeHoldsZero(range: Item['range']): boolean {
  const positive = range?.min !== undefined && /[1-9]/.test(range.min) && !range.min.startsWith('-')
  const negative = range?.max !== undefined && /[1-9]/.test(range.max) && range.max.startsWith('-')
  return !positive && !negative
}
