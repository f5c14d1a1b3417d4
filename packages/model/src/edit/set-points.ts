import { pointer } from '../json.ts'
import { type Reducer, seatOf, unknown } from './reducer.ts'

/** Points of any number of nodes at once, so that sums that must agree change together. */
export const setPoints: Reducer<'set-points'> = (scheme, { points }, { at }) =>
  Object.entries(points).flatMap(([id, value]) => {
    const seat = seatOf(scheme, id)
    if (seat === undefined) return unknown('indicator', id, `${at}/points${pointer(id)}`)
    seat.node.points = value
    return []
  })
