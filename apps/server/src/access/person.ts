import type { FastifyRequest } from 'fastify'
import { notFound, refusal } from '../refusal.ts'
import { type Action, type Grant, mayDo, type Place, reach, rights, roles } from './rights.ts'

/** Whoever sends a request. Without accounts it is the one person at this computer, who may do everything. */
export interface Person {
  /** Id of the account; `local` without accounts. */
  readonly id: string
  /** As others see it. */
  readonly title: string
  readonly grants: readonly Grant[]
  /** The session this request belongs to, where there is one. */
  readonly session?: string
  /** Somebody else has set the password: until there is another nothing else is done. */
  readonly mustChangePassword?: boolean
}

export const localPerson: Person = {
  id: 'local',
  title: '本机',
  grants: roles.map((role) => ({ role, region: '', campaign: null, department: null })),
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set before any route of the API runs; null where nobody has signed in. */
    person: Person | null
  }
}

/** Whoever has signed in. */
export function personOf(request: FastifyRequest): Person {
  if (request.person === null) throw refusal('REQUEST_SIGN_IN')
  return request.person
}

/** Refuses whoever may not do this here. */
export function demand(request: FastifyRequest, action: Action, place: Place): Person {
  const person = personOf(request)
  if (!mayDo(person.grants, action, place)) throw forbidden(action)
  return person
}

/** The same for what has a name: to those who may not even see it, it is not there. */
export function demandOf(request: FastifyRequest, name: string, see: Action, act: Action, place: Place): Person {
  const person = personOf(request)
  if (!mayDo(person.grants, see, place)) throw notFound(name)
  if (!mayDo(person.grants, act, place)) throw forbidden(act)
  return person
}

/** Where this person may do this: what a list is limited to. Refused where that is nowhere. */
export function reachOf(request: FastifyRequest, action: Action): Grant[] {
  const grants = reach(personOf(request).grants, action)
  if (grants.length === 0) throw forbidden(action)
  return grants
}

function forbidden(action: Action): Error {
  return refusal('REQUEST_FORBIDDEN', { expected: [...rights[action]], found: action })
}
