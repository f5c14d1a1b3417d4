import { itemInfo, measureInfo, type NameInfo, namesIn, parseFormula, type Scope, scopeOf } from '@yardstick/formula'
import { type Issue, issue, type Measure, type Scheme } from '@yardstick/model'

/** The names formulas and conditions of a scheme may read: its items and measures. */
export function schemeScope(scheme: Scheme): { scope: Scope; nameInfo: Map<string, NameInfo>; issues: Issue[] } {
  const nameInfo = new Map<string, NameInfo>()
  const issues: Issue[] = []
  const add = (info: NameInfo, pointer: string) => {
    if (nameInfo.has(info.name)) {
      issues.push(issue('SCHEME_NAME_TWICE', { pointer, where: [info.name], expected: null, found: info.name }))
    } else nameInfo.set(info.name, info)
  }
  for (const [index, item] of scheme.items.entries()) add(itemInfo(item), `/items/${index}/id`)
  for (const [index, measure] of (scheme.measures ?? []).entries()) add(measureInfo(measure), `/measures/${index}/id`)
  return { scope: scopeOf(nameInfo.values()), nameInfo, issues }
}

/**
 * Measures in an order in which each reads only what stands before it. Those on a cycle are left out and reported, each
 * cycle once, with the names along it.
 */
export function orderMeasures(measures: readonly Measure[]): { ordered: Measure[]; issues: Issue[] } {
  const measureById = new Map(measures.map((measure) => [measure.id, measure]))
  const readsOf = new Map(
    measures.map((measure) => {
      const parsed = parseFormula(measure.formula)
      return [measure.id, parsed.ok ? namesIn(parsed.value).filter((name) => measureById.has(name)) : []]
    }),
  )
  const ordered: Measure[] = []
  const issues: Issue[] = []
  const stateOf = new Map<string, 'open' | 'done'>()
  const visit = (id: string, trail: readonly string[]): void => {
    if (stateOf.get(id) === 'done') return
    if (stateOf.get(id) === 'open') {
      const cycle = [...trail.slice(trail.indexOf(id)), id]
      const index = measures.findIndex((measure) => measure.id === id)
      issues.push(
        issue('SCHEME_CYCLE', { pointer: `/measures/${index}/formula`, where: [id], expected: null, found: cycle }),
      )
      return
    }
    stateOf.set(id, 'open')
    for (const read of readsOf.get(id) ?? []) visit(read, [...trail, id])
    stateOf.set(id, 'done')
    ordered.push(measureById.get(id)!)
  }
  for (const measure of measures) visit(measure.id, [])
  return { ordered, issues }
}
