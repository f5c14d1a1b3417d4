import { indicatorById } from '@yardstick/model'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { localPerson, type Person, personOf } from '../access/person.ts'
import type { Context } from '../context.ts'
import { schemeOf } from '../document-text.ts'
import { notFound, refusal } from '../refusal.ts'
import {
  type App,
  answers,
  byId,
  closed,
  demandNewest,
  key,
  limitOf,
  mayBeOfRevision,
  note,
  page,
  revisionOf,
} from '../routing.ts'
import { demandScheme, holdInState } from '../schemes/demand-scheme.ts'
import { demandSound } from '../schemes/demand-sound.ts'
import { existingRevision } from '../schemes/read-scheme.ts'
import { change } from '../store/change.ts'
import { namesOf } from '../store/names-of.ts'
import {
  addRemark,
  addReview,
  decideReview,
  listRemarks,
  listReviews,
  openReview,
  type Remark,
  type Review,
  resolveRemark,
} from '../store/scheme-reviews.ts'
import { setScheme } from '../store/schemes.ts'
import type { Db } from '../store/tables.ts'

/** Reviews 审核: a draft is submitted, remarked upon, and approved or returned; what is under review is not changed. */
const tags = ['schemes']

export function schemeReviewRoutes(app: App, context: Context): void {
  const { database, now, newId } = context
  const { db } = database

  app.post(
    '/api/schemes/:id/review',
    {
      schema: {
        tags,
        headers: mayBeOfRevision,
        response: answers(201),
        summary: '送审 Submits the draft for review; checks must find no errors',
        params: byId,
        body: closed({ note: Type.Optional(note) }),
      },
    },
    async (request, reply) => {
      const { scheme, person } = await demandScheme(request, db, request.params.id, 'scheme.write')
      const revision = basedOn(request, scheme.revision)
      demandNewest(scheme.revision, revision)
      await demandSound(db, schemeOf(await existingRevision(db, scheme.id, revision)))
      const id = newId()
      await change(context, person.id, async (tx, log) => {
        const held = await holdInState(tx, scheme.id, 'draft')
        // What was checked is what is submitted.
        demandNewest(held.revision, revision)
        const undecided = { decision: null, decided_by: null, decided_at: null, decision_note: null }
        const submitted = { submitted_by: person.id, submitted_at: now(), note: request.body.note ?? '' }
        await addReview(tx, { id, scheme_id: scheme.id, revision, ...submitted, ...undecided })
        await setScheme(tx, scheme.id, { state: 'review' })
        await log('review.submit', `scheme ${scheme.id}`, { review: id, revision })
      })
      reply.status(201)
      return { id, revision }
    },
  )

  app.delete(
    '/api/schemes/:id/review',
    { schema: { tags, summary: '撤回送审 Withdraws what was submitted', params: byId } },
    async (request, reply) => {
      const { scheme, person } = await demandScheme(request, db, request.params.id, 'scheme.write')
      await decide(context, person, scheme.id, { decision: 'withdrawn' })
      reply.status(204)
    },
  )

  app.get(
    '/api/schemes/:id/reviews',
    {
      schema: {
        tags,
        summary: '审核记录 Reviews with their remarks, newest first',
        params: byId,
        querystring: closed(page),
      },
    },
    async (request) => {
      const { scheme } = await demandScheme(request, db, request.params.id, 'scheme.read')
      const { after } = request.query
      const reviews = await listReviews(db, scheme.id, { after, limit: limitOf(request.query) })
      const remarks = await listRemarks(
        db,
        reviews.map(({ id }) => id),
      )
      const people = [
        ...reviews.flatMap(({ submitted_by, decided_by }) => [submitted_by, decided_by]),
        ...remarks.map(({ written_by }) => written_by),
      ]
      const nameOf = await namesOf(db, people)
      const person = personOf(request)
      return {
        reviews: reviews.map((review) => {
          const own = remarks.filter(({ review_id }) => review_id === review.id)
          return { ...shownReview(review, nameOf, person), remarks: own.map((each) => shownRemark(each, nameOf)) }
        }),
      }
    },
  )

  const remarkFields = closed({
    indicator: Type.Optional(Type.String({ minLength: 1, maxLength: 120 })),
    text: Type.String({ minLength: 1, maxLength: 20_000 }),
  })
  app.post(
    '/api/schemes/:id/review/remarks',
    {
      schema: {
        tags,
        response: answers(201),
        summary: '审核意见 Remarks on an indicator, or on the whole',
        params: byId,
        body: remarkFields,
      },
    },
    async (request, reply) => {
      const { scheme, person } = await demandScheme(request, db, request.params.id, 'scheme.remark')
      const { indicator, text } = request.body
      const review = await underReview(db, scheme.id, scheme.state)
      if (indicator !== undefined) {
        const submitted = schemeOf(await existingRevision(db, scheme.id, review.revision))
        if (!indicatorById(submitted).has(indicator)) throw notFound(indicator)
      }
      const remark: Remark = {
        id: newId(),
        review_id: review.id,
        indicator_id: indicator ?? '',
        text,
        written_by: person.id,
        written_at: now(),
        resolved_at: null,
      }
      await change(context, person.id, async (tx, log) => {
        await holdInState(tx, scheme.id, 'review')
        await addRemark(tx, remark)
        await log('review.remark', `scheme ${scheme.id}`, { review: review.id, remark: remark.id })
      })
      reply.status(201)
      return shownRemark(remark, await namesOf(db, [person.id]))
    },
  )

  const byRemark = closed({ id: key, remark: key })
  app.put(
    '/api/schemes/:id/review/remarks/:remark',
    {
      schema: {
        tags,
        summary: '意见已处理 Marks a remark as dealt with, or not',
        params: byRemark,
        body: closed({ resolved: Type.Boolean() }),
      },
    },
    async (request) => {
      const { scheme, person } = await demandScheme(request, db, request.params.id, 'scheme.remark')
      const { resolved } = request.body
      const remark = await change(context, person.id, async (tx, log) => {
        const found = await resolveRemark(tx, scheme.id, request.params.remark, resolved ? now() : null)
        if (found === undefined) throw notFound(request.params.remark)
        await log('review.resolve', `scheme ${scheme.id}`, { remark: found.id, resolved })
        return found
      })
      return shownRemark(remark, await namesOf(db, [remark.written_by]))
    },
  )

  const decision = closed({
    decision: Type.Union([Type.Literal('approved'), Type.Literal('returned')]),
    note: Type.Optional(note),
  })
  app.post(
    '/api/schemes/:id/review/decision',
    {
      schema: {
        tags,
        headers: mayBeOfRevision,
        summary: '审核结论 Approves or returns what was submitted',
        params: byId,
        body: decision,
      },
    },
    async (request) => {
      const { scheme, person } = await demandScheme(request, db, request.params.id, 'scheme.review')
      // Another draft may have been submitted since this one was looked at.
      return decide(context, person, scheme.id, { ...request.body, seen: basedOn(request, undefined) })
    },
  )
}

interface Decision {
  readonly decision: NonNullable<Review['decision']>
  readonly note?: string
  /** The revision that was looked at, where that was said. */
  readonly seen?: number | undefined
}

/** Nobody approves what they have submitted, unless they sit alone at their own computer. */
async function decide(context: Context, person: Person, scheme: string, { decision, note = '', seen }: Decision) {
  return change(context, person.id, async (tx, log) => {
    const held = await holdInState(tx, scheme, 'review')
    const review = await underReview(tx, scheme, held.state)
    if (seen !== undefined) demandNewest(review.revision, seen)
    if (decision === 'approved' && review.submitted_by === person.id && person.id !== localPerson.id) {
      throw refusal('REVIEW_OWN', { found: person.title })
    }
    const decided = { decision, decided_by: person.id, decided_at: context.now(), decision_note: note }
    await decideReview(tx, review.id, decided)
    await setScheme(tx, scheme, { state: decision === 'approved' ? 'approved' : 'draft' })
    await log('review.decide', `scheme ${scheme}`, { review: review.id, revision: review.revision, decision })
    const nameOf = await namesOf(tx, [review.submitted_by, person.id])
    return shownReview({ ...review, ...decided }, nameOf, person)
  })
}

async function underReview(db: Db, scheme: string, state: string): Promise<Review> {
  const review = await openReview(db, scheme)
  if (review === undefined) throw refusal('REQUEST_STATE', { expected: ['review'], found: state })
  return review
}

/** The revision that was looked at, where the request says so. */
function basedOn<T extends number | undefined>(request: FastifyRequest, unsaid: T): number | T {
  return request.headers['if-match'] === undefined ? unsaid : revisionOf(request)
}

function shownReview(review: Review, nameOf: (id: string) => string, person: Person) {
  return {
    id: review.id,
    revision: review.revision,
    note: review.note,
    submittedBy: nameOf(review.submitted_by),
    submittedAt: review.submitted_at,
    isOwn: review.submitted_by === person.id,
    decision: review.decision,
    decidedBy: review.decided_by === null ? null : nameOf(review.decided_by),
    decidedAt: review.decided_at,
    decisionNote: review.decision_note,
  }
}

function shownRemark(remark: Remark, nameOf: (id: string) => string) {
  return {
    id: remark.id,
    indicator: remark.indicator_id === '' ? null : remark.indicator_id,
    text: remark.text,
    writtenBy: nameOf(remark.written_by),
    writtenAt: remark.written_at,
    isResolved: remark.resolved_at !== null,
  }
}
