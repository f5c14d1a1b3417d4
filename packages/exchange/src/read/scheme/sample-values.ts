import {
  checkFormula,
  type Formula,
  itemInfo,
  linearFractional,
  measureInfo,
  parseFormula,
  scopeOf,
} from '@yardstick/formula'
import { Exact, type Item, type Measure, missing, present, type Reading, type SchemeCase } from '@yardstick/model'

type Items = SchemeCase['submission']['items']

/**
 * The values of a sample, found backwards: what has to be submitted so that a formula gives the value that is wanted. A
 * value that is there stays, so that items which several measures share agree.
 */
export class SampleValues {
  readonly items: Items = {}
  private readonly itemById: ReadonlyMap<string, Item>
  private readonly formulaByName = new Map<string, Formula>()

  constructor(
    items: readonly Item[],
    private readonly measures: readonly Measure[],
  ) {
    this.itemById = new Map(items.map((item) => [item.id, item]))
    for (const { id, formula } of measures) {
      const checked = this.checked(formula)
      if (checked !== undefined) this.formulaByName.set(id, checked)
    }
  }

  set(item: string, value: Items[string]): void {
    if (!Object.hasOwn(this.items, item)) this.items[item] = value
  }

  /** Sets what `formula` reads so that it comes to `wanted`, as far as it can; what it leaves open gets any value. */
  reach(formula: string, wanted: string): void {
    const checked = this.checked(formula)
    const value = Exact.parse(wanted)
    if (checked === undefined) return
    const open = this.namesBehind(checked).filter((name) => !Object.hasOwn(this.items, name))
    if (value !== undefined) {
      for (const variable of open) {
        const found = this.solve(checked, variable, value)
        if (found === undefined) continue
        for (const name of open) this.set(name, name === variable ? found : this.any(name))
        return
      }
    }
    for (const name of open) this.set(name, this.any(name))
  }

  /** Items that nothing was wanted of. */
  fill(): void {
    for (const id of this.itemById.keys()) this.set(id, this.any(id))
  }

  private solve(formula: Formula, variable: string, wanted: Exact): string | undefined {
    const read = (name: string): Reading => (name === variable ? missing(name) : this.reading(name))
    const line = linearFractional(formula, variable, read, (name) => this.formulaByName.get(name))
    if (line === undefined) return undefined
    const slope = line.a.minus(wanted.times(line.c))
    if (slope.sign === 0) return undefined
    const value = wanted.times(line.d).minus(line.b).over(slope)
    if (value.sign < 0 || value.decimalDigits === undefined) return undefined
    const { type } = this.itemById.get(variable)!
    if (type === 'count' && !value.isWhole) return undefined
    return type === 'rate' ? `${value.times(Exact.integer(100)).toText()}%` : value.toText()
  }

  private reading(name: string): Reading {
    const value = this.items[name] ?? this.any(name)
    const number = typeof value === 'string' ? Exact.parse(value) : undefined
    return number === undefined ? missing(name) : present(number)
  }

  private any(name: string): Items[string] {
    const { type, choices } = this.itemById.get(name)!
    switch (type) {
      case 'rate':
        return '100%'
      case 'date':
        return '2000-01-01'
      case 'text':
        return '-'
      case 'choice':
        return choices?.[0] ?? '-'
      case 'boolean':
        return true
      case 'list':
        return []
      default:
        return '100'
    }
  }

  private namesBehind(formula: Formula): string[] {
    const names = formula.names.flatMap((name) => {
      const within = this.formulaByName.get(name)
      return within === undefined ? [name] : this.namesBehind(within)
    })
    return [...new Set(names)].filter((name) => this.itemById.has(name))
  }

  /** Measures of readings speak of items only, so each is checked against those and the measures before it. */
  private checked(text: string): Formula | undefined {
    const before = this.measures.filter(({ id }) => this.formulaByName.has(id))
    const scope = scopeOf([...[...this.itemById.values()].map(itemInfo), ...before.map(measureInfo)])
    const parsed = parseFormula(text)
    return parsed.ok ? checkFormula(parsed.value, scope).formula : undefined
  }
}
