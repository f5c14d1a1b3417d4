import { issue } from '../issue.ts'
import { isBranch } from '../schema/indicator.ts'
import { MOST_SIBLINGS } from './add-indicator.ts'
import { idsUnder, insert, type Reducer, seatOf, stillReferenced, unknown } from './reducer.ts'
import { references } from './references.ts'

/** A moved node keeps its id, its points and all below it; only the selector of its old parent ties it down. */
export const moveIndicator: Reducer<'move-indicator'> = (scheme, { id, parent, index }, { at }) => {
  const seat = seatOf(scheme, id)
  if (seat === undefined) return unknown('indicator', id, `${at}/id`)
  const { node, path } = seat
  if (parent !== null && idsUnder(node).includes(parent)) {
    return [issue('EDIT_INTO_ITSELF', { pointer: `${at}/parent`, where: path, found: node.name })]
  }
  const goal = parent === null ? undefined : seatOf(scheme, parent)
  if (parent !== null && goal === undefined) return unknown('indicator', parent, `${at}/parent`)
  if (goal !== undefined && !isBranch(goal.node)) {
    const found = { field: 'children', name: goal.node.name }
    return [issue('EDIT_KIND', { pointer: `${at}/parent`, where: goal.path, expected: 'branch', found })]
  }
  const from = seat.parent
  if (from !== undefined && from.id !== parent && typeof from.combine === 'object') {
    const selectors = references(scheme).filter(
      (each) => each.kind === 'indicator' && each.name === id && each.pointer.includes('/combine/alternatives/'),
    )
    if (selectors.length > 0) return stillReferenced(node.name, selectors, `${at}/id`, path)
  }
  seat.siblings.splice(seat.index, 1)
  const children = goal !== undefined && isBranch(goal.node) ? goal.node.children : scheme.indicators
  return insert(children, index, node, at, MOST_SIBLINGS)
}
