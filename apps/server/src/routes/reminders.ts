import { Type } from 'typebox'
import { personOf } from '../access/person.ts'
import { reach } from '../access/rights.ts'
import { demandCampaign } from '../campaigns/demand-campaign.ts'
import type { Context } from '../context.ts'
import { notFound, refusal } from '../refusal.ts'
import { type App, answers, byId, closed, key, limitOf, page } from '../routing.ts'
import { holdCampaign } from '../store/campaigns.ts'
import { change } from '../store/change.ts'
import { namesOf } from '../store/names-of.ts'
import { addReminder, lateSubmissions, listReminders, notInCampaign } from '../store/reminders.ts'
import type { Stage } from '../store/tables/campaigns.ts'

/** 催报: those who have not handed in are reminded of it; they read it on the page of their campaign. */
const reminding = closed({
  /** Without any: all who have not handed in. */
  submissions: Type.Optional(Type.Array(key, { minItems: 1, maxItems: 10_000 })),
  note: Type.String({ minLength: 1, maxLength: 2_000, pattern: '\\S' }),
})

/** Stages in which there is something to be handed in by everybody. */
const stagesReminding: readonly Stage[] = ['report', 'self']

/** The same one is left in peace for so long. */
const PAUSE_MS = 3_600_000

const tags = ['campaigns']

export function reminderRoutes(app: App, context: Context): void {
  const { database, now, newId } = context
  const { db } = database

  app.get(
    '/api/campaigns/:id/reminders',
    {
      schema: {
        tags,
        summary: '催报记录 Reminders of a campaign to those one may see, newest first',
        params: byId,
        querystring: closed({ ...page, submission: Type.Optional(key) }),
      },
    },
    async (request) => {
      const { campaign } = await demandCampaign(request, db, request.params.id, 'campaign.read')
      const grants = reach(personOf(request).grants, 'submission.read')
      const limit = limitOf(request.query)
      const rows = await listReminders(db, grants, { ...request.query, campaign: campaign.id, limit })
      const nameOf = await namesOf(
        db,
        rows.map(({ sent_by }) => sent_by),
      )
      const reminders = rows.map(({ id, text, sent_by, sent_at, count }) => {
        return { id, text, by: nameOf(sent_by), at: sent_at, count }
      })
      return { reminders }
    },
  )

  app.post(
    '/api/campaigns/:id/reminders',
    {
      schema: {
        tags,
        response: answers(201),
        summary: '催报 Reminds those who have not handed in, each at most once an hour; `recent` have been just now',
        params: byId,
        body: reminding,
      },
    },
    async (request, reply) => {
      const { note, submissions } = request.body
      const { campaign: seen, person } = await demandCampaign(request, db, request.params.id, 'campaign.manage')
      const reminded = await change(context, person.id, async (tx, log) => {
        // Two who send at once would else both find nobody reminded.
        const campaign = (await holdCampaign(tx, seen.id)) ?? seen
        if (!stagesReminding.includes(campaign.stage)) {
          throw refusal('REQUEST_STATE', { expected: [...stagesReminding], found: campaign.stage })
        }
        const [stranger] = await notInCampaign(tx, campaign.id, submissions ?? [])
        if (stranger !== undefined) throw notFound(stranger)
        const late = await lateSubmissions(tx, campaign.id, submissions)
        if (late.length === 0) throw refusal('REQUEST_STATE', { expected: ['open', 'returned'], found: 'submitted' })
        const at = now()
        const waits = late.map(({ reminded_at: last }) =>
          last === null ? 0 : last.getTime() + PAUSE_MS - at.getTime(),
        )
        const due = late.filter((_, index) => waits[index]! <= 0)
        if (due.length === 0) {
          throw refusal('REQUEST_LIMIT', { expected: '1/h', found: Math.ceil(Math.min(...waits) / 1000) })
        }
        const id = newId()
        await addReminder(
          tx,
          { id, campaign_id: campaign.id, text: note, sent_by: person.id, sent_at: at },
          due.map((each) => each.id),
        )
        await log('campaign.remind', `campaign ${campaign.id}`, { submissions: due.length, note })
        return { id, sent: due.length, recent: late.length - due.length }
      })
      reply.status(201)
      return reminded
    },
  )
}
