import { issue } from '../issue.ts'
import type { Scheme } from '../schema/scheme.ts'
import { idsUnder, type Reducer, seatOf, stillReferenced, taken, unknown } from './reducer.ts'
import { type Reference, references } from './references.ts'

/**
 * A node and all below it. Refused while a rule, a condition or a selector outside of it speaks of it; what test cases say
 * about it and its place in the layout go with it, where it came from stays known.
 */
export const removeIndicator: Reducer<'remove-indicator'> = (scheme, { id }, { at }) => {
  const seat = seatOf(scheme, id)
  if (seat === undefined) return unknown('indicator', id, `${at}/id`)
  const gone = new Set(idsUnder(seat.node))
  const { name } = seat.node
  if (seat.parent === undefined && seat.siblings.length === 1) {
    return [issue('SHAPE_SIZE', { pointer: `${at}/id`, where: seat.path, expected: '>= 1', found: 0 })]
  }
  seat.siblings.splice(seat.index, 1)
  return letGo(scheme, gone, name, `${at}/id`, seat.path)
}

/** The node for another of the same id; ids below it may go and come. */
export const replaceIndicator: Reducer<'replace-indicator'> = (scheme, { id, indicator }, { at }) => {
  const seat = seatOf(scheme, id)
  if (seat === undefined) return unknown('indicator', id, `${at}/id`)
  if (indicator.id !== id) return unknown('indicator', indicator.id, `${at}/indicator/id`)
  const before = new Set(idsUnder(seat.node))
  const { name } = seat.node
  const others = new Set(scheme.indicators.flatMap(idsUnder).filter((each) => !before.has(each)))
  for (const each of idsUnder(indicator)) {
    if (others.has(each)) return taken('indicator', each, `${at}/indicator`)
    others.add(each)
    before.delete(each)
  }
  seat.siblings[seat.index] = indicator
  return letGo(scheme, before, name, `${at}/id`, seat.path)
}

/** After nodes have left the tree: whatever still needs them is said, whatever is only data about them goes. */
function letGo(scheme: Scheme, gone: ReadonlySet<string>, name: string, pointer: string, where: readonly string[]) {
  if (gone.size === 0) return []
  const found = references(scheme).filter((reference) => meansOneOf(scheme, reference, gone))
  const holding = found.filter((reference) => reference.strength === 'holds')
  if (holding.length > 0) return stillReferenced(name, holding, pointer, where)
  for (const reference of found) if (reference.strength === 'data') reference.remove()
  return []
}

/** Evidence lies under an item where there is one of that name, else under an indicator. */
export function meansOneOf(scheme: Scheme, { kind, name }: Reference, ids: ReadonlySet<string>): boolean {
  if (!ids.has(name)) return false
  return kind === 'indicator' || (kind === 'evidence' && !scheme.items.some((item) => item.id === name))
}
