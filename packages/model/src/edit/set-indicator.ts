import { type Issue, issue } from '../issue.ts'
import { branchFields, isBranch, isLeaf, type Leaf, leafFields } from '../schema/indicator.ts'
import type { Scheme } from '../schema/scheme.ts'
import { type Reducer, seatOf, setFields, unknown } from './reducer.ts'

/** Fields of a node; those that only a leaf or only a branch has are refused on the other, unless they are taken away. */
export const setIndicator: Reducer<'set-indicator'> = (scheme, { id, fields }, { at }) => {
  const seat = seatOf(scheme, id)
  if (seat === undefined) return unknown('indicator', id, `${at}/id`)
  const { node, path } = seat
  const own = isBranch(node) ? branchFields : leafFields
  const strange = Object.entries(fields).filter(([key, value]) => value !== null && !Object.hasOwn(own, key))
  if (strange.length === 0) setFields(node, fields)
  const expected = isBranch(node) ? 'leaf' : 'branch'
  return strange.map(([field]) =>
    issue('EDIT_KIND', { pointer: `${at}/fields/${field}`, where: path, expected, found: { field, name: node.name } }),
  )
}

/** A leaf's method, whole; what somebody has set is not assumed any more. */
export const setScoring: Reducer<'set-scoring'> = (scheme, { id, scoring }, { at }) =>
  setOnLeaf(scheme, id, 'scoring', at, (leaf) => {
    leaf.scoring = scoring
    delete leaf.scoringBasis
  })

/** A leaf's target, whole; null takes it away. */
export const setTarget: Reducer<'set-target'> = (scheme, { id, target }, { at }) =>
  setOnLeaf(scheme, id, 'target', at, (leaf) => setFields(leaf, { target }))

function setOnLeaf(scheme: Scheme, id: string, field: string, at: string, set: (leaf: Leaf) => void): Issue[] {
  const seat = seatOf(scheme, id)
  if (seat === undefined) return unknown('indicator', id, `${at}/id`)
  if (isLeaf(seat.node)) {
    set(seat.node)
    return []
  }
  const found = { field, name: seat.node.name }
  return [issue('EDIT_KIND', { pointer: `${at}/id`, where: seat.path, expected: 'leaf', found })]
}
