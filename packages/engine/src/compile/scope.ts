import {
  type Expression,
  itemInfo,
  measureInfo,
  type NameInfo,
  namesIn,
  parseFormula,
  type Scope,
  scopeIn,
} from '@yardstick/formula'
import { type Issue, issue, type Measure, type Result, type Scheme } from '@yardstick/model'

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
  return { scope: scopeIn(nameInfo), nameInfo, issues }
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
