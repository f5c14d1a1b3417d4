import {
  type Expression,
  itemInfo,
  measureInfo,
  type NameInfo,
  namesIn,
  parseFormula,
  type Scope,
} from '@yardstick/formula'
import { type Issue, type Item, issue, type Measure, type Result, type Scheme } from '@yardstick/model'

/** The names formulas and conditions of a scheme may read: its items and measures. */
export function schemeScope(scheme: Scheme): { scope: Scope; itemByName: Map<string, Item>; issues: Issue[] } {
  const itemByName = new Map<string, Item>()
  const measureByName = new Map<string, Measure>()
  const issues: Issue[] = []
  const isKnown = ({ id }: Item | Measure, pointer: string) => {
    if (!itemByName.has(id) && !measureByName.has(id)) return false
    issues.push(issue('SCHEME_NAME_TWICE', { pointer, where: [id], expected: null, found: id }))
    return true
  }
  for (const [index, item] of scheme.items.entries()) {
    if (!isKnown(item, `/items/${index}/id`)) itemByName.set(item.id, item)
  }
  for (const [index, measure] of (scheme.measures ?? []).entries()) {
    if (!isKnown(measure, `/measures/${index}/id`)) measureByName.set(measure.id, measure)
  }
  return { scope: new SchemeScope(itemByName, measureByName), itemByName, issues }
}

/** Says what a name is from the item or measure that stands in the document: nothing is kept for each. */
class SchemeScope implements Scope {
  constructor(
    private readonly itemByName: ReadonlyMap<string, Item>,
    private readonly measureByName: ReadonlyMap<string, Measure>,
  ) {}

  find(name: string): NameInfo | undefined {
    const item = this.itemByName.get(name)
    if (item !== undefined) return itemInfo(item)
    const measure = this.measureByName.get(name)
    return measure && measureInfo(measure)
  }

  *all(): Iterable<NameInfo> {
    for (const item of this.itemByName.values()) yield itemInfo(item)
    for (const measure of this.measureByName.values()) yield measureInfo(measure)
  }
}

/** A measure with its formula read, not yet checked. */
export interface ParsedMeasure {
  readonly measure: Measure
  readonly index: number
  readonly parsed: Result<Expression>
}

/**
 * Measures in an order in which each reads only what stands before it. Those on a cycle are left out and reported, each
 * cycle once, with the names along it.
 */
export function orderMeasures(measures: readonly Measure[]): { ordered: ParsedMeasure[]; issues: Issue[] } {
  const byId = new Map<string, ParsedMeasure>()
  for (const [index, measure] of measures.entries()) {
    byId.set(measure.id, { measure, index, parsed: parseFormula(measure.formula) })
  }
  const ordered: ParsedMeasure[] = []
  const issues: Issue[] = []
  const stateOf = new Map<string, 'open' | 'done'>()
  const visit = (of: ParsedMeasure, trail: readonly string[]): void => {
    const { measure, parsed } = of
    const { id } = measure
    if (stateOf.get(id) === 'done') return
    if (stateOf.get(id) === 'open') {
      const cycle = [...trail.slice(trail.indexOf(id)), id]
      const index = measures.findIndex((each) => each.id === id)
      issues.push(
        issue('SCHEME_CYCLE', { pointer: `/measures/${index}/formula`, where: [id], expected: null, found: cycle }),
      )
      return
    }
    stateOf.set(id, 'open')
    for (const name of parsed.ok ? namesIn(parsed.value) : []) {
      const read = byId.get(name)
      if (read !== undefined) visit(read, [...trail, id])
    }
    stateOf.set(id, 'done')
    ordered.push(of)
  }
  for (const each of byId.values()) visit(each, [])
  return { ordered, issues }
}
