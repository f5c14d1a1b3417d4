import { idsUnder, type Reducer, seatOf, taken, unknown } from './reducer.ts'
import { references } from './references.ts'
import { meansOneOf } from './remove-indicator.ts'

/** The id of a node, and with it every rule, condition, selector, test case and place in the layout that speaks of it. */
export const renameIndicator: Reducer<'rename-indicator'> = (scheme, { from, to }, { at }) => {
  const seat = seatOf(scheme, from)
  if (seat === undefined) return unknown('indicator', from, `${at}/from`)
  if (from === to) return []
  if (scheme.indicators.flatMap(idsUnder).includes(to)) return taken('indicator', to, `${at}/to`)
  const ids = new Set([from])
  for (const reference of references(scheme)) {
    if (meansOneOf(scheme, reference, ids) && !reference.replace(to)) return taken('indicator', to, `${at}/to`)
  }
  seat.node.id = to
  return []
}
