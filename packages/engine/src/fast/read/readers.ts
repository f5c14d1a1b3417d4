import { PRESENT } from '../lane.ts'
import type { Reader, Readers } from './reader.ts'
import { ReadersByName } from './readers-by-name.ts'
import { ReadersInOrder } from './readers-in-order.ts'

/**
 * By name where each id is expected to have an entry, or objects have so many that they are hash tables (from 128 on),
 * whose ids take longer to list than to find. Else most ids have none, and one goes along with those that have.
 */
export function readersOf<R extends Reader>(all: readonly R[], idOf: (reader: R) => string): Readers {
  const expected = all.filter(({ nothing }) => nothing !== PRESENT).length
  const isByName = expected === all.length || expected > MANY
  return isByName ? new ReadersByName(all, all.map(idOf)) : new ReadersInOrder(all, all.map(idOf), expected)
}

const MANY = 64
