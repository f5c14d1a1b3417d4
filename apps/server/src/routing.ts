import type { IncomingMessage, ServerResponse } from 'node:http'
import type { DocumentKind } from '@yardstick/model'
import type { FastifyBaseLogger, FastifyInstance, FastifyTypeProvider, RawServerDefault } from 'fastify'
import { type Static, type TObject, type TProperties, type TSchema, Type } from 'typebox'
import { refusal } from './refusal.ts'

/** The types of a route's parameters, query and body are those of its schemas, which `validateAs` has held them to. */
interface BySchema extends FastifyTypeProvider {
  validator: this['schema'] extends TSchema ? Static<this['schema']> : unknown
}

export type App = FastifyInstance<RawServerDefault, IncomingMessage, ServerResponse, FastifyBaseLogger, BySchema>

/** A request's own object: no unknown keys. */
export function closed<P extends TProperties>(properties: P): TObject<P> {
  return Type.Object(properties, { additionalProperties: false })
}

/** An id as we make them; anything else is nothing we have. */
export const key = Type.String({ pattern: '^[0-9a-z-]{1,64}$' })

/** One line that a person reads: a name, a title. */
export const label = Type.String({ minLength: 1, maxLength: 200, pattern: '^[^\\u0000-\\u001f\\u007f]+$' })

export const note = Type.String({ maxLength: 20_000 })

export const regionCode = Type.String({ pattern: '^\\d{6,12}$' })

/** A whole number in a query, which holds text. */
export const count = Type.String({ pattern: '^\\d{1,9}$' })

/** Lists are read page by page: those after the key of the last one seen. */
export const page = { after: Type.Optional(Type.String({ maxLength: 200 })), limit: Type.Optional(count) }

export const byId = closed({ id: key })

export function limitOf(query: { limit?: string | undefined }, most = 200): number {
  return Math.min(Math.max(Number(query.limit ?? most), 1), most)
}

/**
 * A document of the model, whose own gate checks it (`validate`); here it only has to be an object. In the description of
 * the API its title stands for its schema.
 */
export function documentBody(kind: DocumentKind) {
  return Type.Unsafe<Record<string, unknown>>({ type: 'object', title: kind })
}

const REVISION = /^(?:W\/)?"(\d{1,9})"$/

/** The header of a change of one revision; described only, since what is missing is 428 and not a matter of form. */
export const ofRevision = Type.Object({ 'if-match': Type.String({ pattern: REVISION.source }) })

/** The same where it may be said which revision is meant. */
export const mayBeOfRevision = Type.Partial(ofRevision)

/**
 * What a request is answered with when it is carried out, and which documents are in it: for the description of the API.
 * Where nothing is said it is 200, of a removal 204.
 */
export function answers(status: 200 | 201 | 202 | 204, documents: TProperties = {}): Record<number, TSchema> {
  return { [status]: status === 204 ? Type.Null() : Type.Object(documents) }
}

/** The same where the answer is no JSON. */
export function answersAs(mediaType: string): Record<number, object> {
  return { 200: { content: { [mediaType]: { schema: {} } } } }
}

/** The revision a change is made to, from `If-Match: "7"`. */
export function revisionOf(request: { headers: { 'if-match'?: string | undefined } }): number {
  const said = REVISION.exec(request.headers['if-match'] ?? '')
  if (said === null) throw refusal('REQUEST_NO_REVISION')
  return Number(said[1])
}

/** Refuses a change of a revision that is not the newest. */
export function demandNewest(newest: number, revision: number): void {
  if (newest !== revision) throw refusal('REQUEST_STALE', { expected: newest, found: revision })
}
