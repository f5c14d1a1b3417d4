import { type Issue, issue } from '@yardstick/model'
import { regionPrefix } from '../access/rights.ts'
import type { KnownDepartment, Row } from './import-row.ts'

/** The parent of a row: another row of the table, or a department there is. */
export type Found = { readonly row: number } | { readonly id: string }

/**
 * Finds the parents that rows name, by name or code, and puts the rows in such an order that parents come first. Of several
 * of one name it is the one in the same region, then in the nearest region above; a row stands for the department there is
 * under its name.
 *
 * issues  gets what names nobody, what may mean several, and rows that are above themselves; such rows are left out
 */
export function findParents(
  rows: readonly Row[],
  known: readonly KnownDepartment[],
  isNear: (parent: string, child: string) => boolean,
  issues: Issue[],
): { parents: Map<number, Found>; ordered: Row[] } {
  const index = new Map<string, Candidate[]>()
  const put = (name: string, candidate: Candidate) => {
    const list = index.get(name)
    if (list === undefined) index.set(name, [candidate])
    else list.push(candidate)
  }
  const inTable = new Set(rows.map(({ region, name }) => JSON.stringify([region, name])))
  for (const { row, region, name, code } of rows) {
    put(name, { found: { row }, region })
    if (code !== undefined && code !== name) put(code, { found: { row }, region })
  }
  for (const { id, region, name, code } of known) {
    if (inTable.has(JSON.stringify([region, name]))) continue
    put(name, { found: { id }, region })
    if (code !== '' && code !== name) put(code, { found: { id }, region })
  }
  const parents = new Map<number, Found>()
  const sound: Row[] = []
  for (const each of rows) {
    if (each.parent === undefined) {
      sound.push(each)
      continue
    }
    const found = nearest(each, index.get(each.parent) ?? [], isNear)
    if (typeof found === 'number') {
      const at = { pointer: `/rows/${each.row}/parent`, found: each.parent }
      issues.push(
        found === 0 ? issue('REQUEST_NOT_FOUND', at) : issue('DEPARTMENT_AMBIGUOUS', { ...at, expected: found }),
      )
    } else {
      parents.set(each.row, found)
      sound.push(each)
    }
  }
  return { parents, ordered: inOrder(sound, parents, issues) }
}

interface Candidate {
  readonly found: Found
  readonly region: string
}

/** How many there are in the nearest region, where that is not one. */
function nearest(
  { row, region }: Row,
  candidates: readonly Candidate[],
  isNear: (parent: string, child: string) => boolean,
): Found | number {
  let best: Candidate[] = []
  let closeness = -2
  for (const each of candidates) {
    if (('row' in each.found && each.found.row === row) || !isNear(each.region, region)) continue
    const prefix = regionPrefix(each.region)
    const close = each.region === region ? Number.POSITIVE_INFINITY : region.startsWith(prefix) ? prefix.length : -1
    if (close > closeness) [best, closeness] = [[each], close]
    else if (close === closeness) best.push(each)
  }
  return best.length === 1 ? best[0]!.found : best.length
}

/** Parents before children, without recursion: a table may be one long chain. */
function inOrder(rows: readonly Row[], parents: ReadonlyMap<number, Found>, issues: Issue[]): Row[] {
  const byRow = new Map(rows.map((each) => [each.row, each]))
  const children = new Map<number, Row[]>()
  const ready: Row[] = []
  for (const each of rows) {
    const parent = parents.get(each.row)
    if (parent === undefined || 'id' in parent || !byRow.has(parent.row)) ready.push(each)
    else if (children.has(parent.row)) children.get(parent.row)!.push(each)
    else children.set(parent.row, [each])
  }
  const ordered: Row[] = []
  for (let at = 0; at < ready.length; at++) {
    ordered.push(ready[at]!)
    for (const child of children.get(ready[at]!.row) ?? []) ready.push(child)
  }
  const placed = new Set(ordered)
  for (const each of rows) {
    if (placed.has(each)) continue
    const pointer = `/rows/${each.row}/parent`
    issues.push(issue('DEPARTMENT_CIRCLE', { pointer, expected: each.parent ?? '', found: each.name }))
  }
  return ordered
}
