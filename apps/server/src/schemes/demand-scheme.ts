import type { FastifyRequest } from 'fastify'
import { demandOf, type Person } from '../access/person.ts'
import type { Action } from '../access/rights.ts'
import { notFound, refusal } from '../refusal.ts'
import { holdScheme, readScheme, type SchemeRow } from '../store/schemes.ts'
import type { Db } from '../store/tables.ts'

/** A scheme, and who asks, who may do this with it. To those who may not see it, it is not there. */
export async function demandScheme(
  request: FastifyRequest,
  db: Db,
  id: string,
  action: Action,
  { isRemoved = false } = {},
): Promise<{ scheme: SchemeRow; person: Person }> {
  const scheme = await readScheme(db, id)
  if (scheme === undefined || (scheme.removed_at !== null) !== isRemoved) throw notFound(id)
  return { scheme, person: demandOf(request, id, 'scheme.read', action, { region: scheme.region }) }
}

/** The scheme held to the end of the transaction, still there and in one of these states. */
export async function holdInState(db: Db, id: string, ...states: SchemeRow['state'][]): Promise<SchemeRow> {
  const scheme = await holdScheme(db, id)
  if (scheme === undefined || scheme.removed_at !== null) throw notFound(id)
  if (!states.includes(scheme.state)) throw refusal('REQUEST_STATE', { expected: states, found: scheme.state })
  return scheme
}
