import { issue } from '../issue.ts'
import { isBranch } from '../schema/indicator.ts'
import { idsUnder, insert, type Reducer, seatOf, taken, unknown } from './reducer.ts'

/** A node with all below it, under a branch or (`parent: null`) at the top; no id in it may be in use. */
export const addIndicator: Reducer<'add-indicator'> = (scheme, { parent, index, indicator }, { at }) => {
  const seen = new Set(scheme.indicators.flatMap(idsUnder))
  for (const id of idsUnder(indicator)) {
    if (seen.has(id)) return taken('indicator', id, `${at}/indicator`)
    seen.add(id)
  }
  if (parent === null) return insert(scheme.indicators, index, indicator, at, MOST_SIBLINGS)
  const seat = seatOf(scheme, parent)
  if (seat === undefined) return unknown('indicator', parent, `${at}/parent`)
  const { node } = seat
  if (!isBranch(node)) {
    const found = { field: 'children', name: node.name }
    return [issue('EDIT_KIND', { pointer: `${at}/parent`, where: seat.path, expected: 'branch', found })]
  }
  return insert(node.children, index, indicator, at, MOST_SIBLINGS)
}

/** `maxItems` of the schema. */
export const MOST_SIBLINGS = 2_000
