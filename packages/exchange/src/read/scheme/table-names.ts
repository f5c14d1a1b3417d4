import { renameInFormula } from '@yardstick/formula'
import type { Item, Measure, Scoring } from '@yardstick/model'
import type { RuleReading } from '@yardstick/wording'

/** What reading a text brings with it. */
type Reads = Pick<RuleReading, 'measures' | 'items' | 'actual' | 'scoring'>

/**
 * The items and measures of one table. 实际支出 in the formulas of two rows is one item, since a table says it once; the
 * values that two indicators of one name are scored by are two, told apart by what stands above them.
 */
export class TableNames {
  private readonly items = new Map<string, Item>()
  private readonly measures = new Map<string, Measure>()
  /** Items that are nothing but the value of one leaf: no other leaf of that name reads them. */
  private readonly own = new Set<string>()

  /** `reserved`: what formulas of the table speak of, wherever they stand. */
  constructor(private readonly reserved: ReadonlySet<string>) {}

  get all(): { readonly items: Item[]; readonly measures: Measure[] } {
    return { items: [...this.items.values()], measures: [...this.measures.values()] }
  }

  /** Takes over what a reading needs. Returns what it reads then: names that mean something else already are others. */
  take(reading: Reads, parent: string | undefined): Pick<RuleReading, 'actual' | 'scoring'> {
    const renamed: (readonly [string, string])[] = []
    for (const item of reading.items) this.addItem(item)
    for (const measure of reading.measures) {
      const known = this.measures.get(measure.id)
      const formula = renamedIn(measure.formula, renamed)
      if (known?.formula === formula) continue
      const isTaken = known !== undefined || this.items.has(measure.id)
      const id = isTaken ? this.free(measure.id, parent) : measure.id
      if (id !== measure.id) renamed.push([measure.id, id])
      this.measures.set(id, { ...measure, id, formula })
    }
    const { actual, scoring } = reading
    return {
      ...(actual === undefined ? {} : { actual: renamedIn(actual, renamed) }),
      ...(scoring === undefined ? {} : { scoring: renamedInScoring(scoring, renamed) }),
    }
  }

  /** What is spoken of by its name and not there yet. */
  add(items: readonly Item[]): void {
    for (const item of items) this.addItem({ ...item, required: true })
  }

  /** The value of a leaf that no formula gives: an item of its name, or the one that formulas speak of by that name. */
  ofLeaf(leaf: string, value: Omit<Item, 'id'>, parent: string | undefined): string {
    const name = nameOf(leaf)
    if (this.reserved.has(name) && !this.own.has(name)) {
      if (!this.measures.has(name)) this.addItem({ id: name, ...value, required: true })
      return name
    }
    const id = this.items.has(name) || this.measures.has(name) ? this.free(name, parent) : name
    this.own.add(id)
    this.items.set(id, { id, ...value, required: true })
    return id
  }

  item(id: string): Item | undefined {
    return this.items.get(id)
  }

  /** The first says what it is; a unit or a note that only another has is taken from there. */
  private addItem(item: Item): void {
    const known = this.items.get(item.id)
    if (this.measures.has(item.id)) return
    this.items.set(item.id, known === undefined ? item : { ...item, ...known })
  }

  private free(name: string, parent: string | undefined): string {
    const isTaken = (id: string) => this.items.has(id) || this.measures.has(id) || this.reserved.has(id)
    const longer = parent === undefined ? name : `${nameOf(parent)}·${name}`
    if (parent !== undefined && !isTaken(longer)) return longer
    let number = 2
    while (isTaken(`${longer}${number}`)) number++
    return `${longer}${number}`
  }
}

/** Every name that the formulas of these readings bring with them. */
export function namesOfReadings(readings: Iterable<Reads>): Set<string> {
  const names = new Set<string>()
  for (const { items, measures } of readings) for (const { id } of [...items, ...measures]) names.add(id)
  return names
}

/** As items may be named: one line, without the brackets that formulas put round names. */
function nameOf(text: string): string {
  const name = [...text.replace(/[\p{Cc}[\]\s]+/gu, ' ').trim()].slice(0, 150).join('')
  return ['', 'constructor', 'prototype', '__proto__'].includes(name) ? '数据' : name
}

function renamedIn(formula: string, names: readonly (readonly [string, string])[]): string {
  return names.reduce((text, [from, to]) => renameInFormula(text, from, to) ?? text, formula)
}

function renamedInScoring(scoring: Scoring, names: readonly (readonly [string, string])[]): Scoring {
  return scoring.method === 'formula' ? { ...scoring, formula: renamedIn(scoring.formula, names) } : scoring
}
