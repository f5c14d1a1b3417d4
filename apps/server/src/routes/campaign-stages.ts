import { issue } from '@yardstick/model'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { demand } from '../access/person.ts'
import { demandCampaign } from '../campaigns/demand-campaign.ts'
import { stageName, stagesOf, stepAction } from '../campaigns/stages.ts'
import { submissionsToBeVerified } from '../campaigns/to-be-verified.ts'
import type { Context } from '../context.ts'
import { refusal, wrongData } from '../refusal.ts'
import { type App, byId, closed, demandNewest, note } from '../routing.ts'
import { withFrozenGroups } from '../scoring/group-facts.ts'
import { type Campaign, changeCampaign, holdCampaign } from '../store/campaigns.ts'
import { change } from '../store/change.ts'
import { isBeingRun } from '../store/runs.ts'
import { openSubmissions } from '../store/submissions.ts'
import type { Stage } from '../store/tables/campaigns.ts'
import type { Db } from '../store/tables.ts'

/** A campaign goes on by one stage, or back to any earlier one with a reason, which stands in the audit log. */
const asked = closed({ stage: stageName, note: Type.Optional(note) })

type Freeze = (tx: Db) => Promise<void>

export function campaignStageRoutes(app: App, context: Context): void {
  const { db } = context.database

  app.post(
    '/api/campaigns/:id/stage',
    {
      schema: {
        tags: ['campaigns'],
        summary: '进入下一阶段或退回 To the next stage, or back',
        params: byId,
        body: asked,
      },
    },
    async (request, reply) => {
      const { stage: to, note: why = '' } = request.body
      const seen = await demandCampaign(request, db, request.params.id, 'campaign.read')
      const { id } = seen.campaign
      demandStep(request, seen.campaign, to, why)
      const step = (freeze: Freeze) =>
        change(context, seen.person.id, async (tx, log) => {
          const campaign = (await holdCampaign(tx, id)) ?? seen.campaign
          const { stage: from, revision } = campaign
          demandStep(request, campaign, to, why)
          if (!(await changeCampaign(tx, campaign, { stage: to }))) demandNewest(revision + 1, revision)
          await enter(tx, id, to, freeze)
          await log('campaign.stage', `campaign ${id}`, { from, to, why })
          return { id, stage: to, revision: revision + 1 }
        })
      const after = await (to === 'verify' ? withFrozenGroups(context, id, step) : step(async () => undefined))
      reply.header('etag', `"${after.revision}"`)
      return after
    },
  )

  /** What a stage begins with. */
  async function enter(tx: Db, id: string, stage: Stage, freeze: Freeze): Promise<void> {
    // In 自评 the department adds its claims to what it handed in; going back, everybody may correct.
    if (stage === 'report' || stage === 'self') await openSubmissions(tx, id)
    // From here on whoever is ranked is held against the same group, whatever is scored again.
    if (stage === 'verify') await freeze(tx)
    if (stage === 'public' && (await isBeingRun(tx, id))) {
      throw refusal('REQUEST_STATE', { expected: ['done'], found: 'running' })
    }
    if (stage === 'final') {
      const waiting = await submissionsToBeVerified(tx, id)
      const expected = ['present', 'missing', 'not-applicable']
      if (waiting.length > 0) {
        throw refusal('REQUEST_STATE', { expected, found: 'to-be-verified' }, { submissions: waiting })
      }
    }
  }
}

/** Refuses whoever may not take this step, and steps that there are not. */
function demandStep(request: FastifyRequest, campaign: Campaign, to: Stage, why: string): void {
  const { id, region, stage: from } = campaign
  demand(request, stepAction(from, to), { region, campaign: id })
  const order = stagesOf(campaign)
  const at = order.indexOf(to)
  const steps = at - order.indexOf(from)
  if (at < 0) throw wrongData([issue('SHAPE_CHOICE', { pointer: '/stage', expected: [...order], found: to })])
  if (steps === 0 || steps > 1) {
    const expected = order.filter((_, index) => index === at - 1 || index > at)
    throw refusal('REQUEST_STATE', { expected, found: from })
  }
  if (steps < 0 && why.trim() === '') throw wrongData([issue('SHAPE_REQUIRED', { expected: 'note' })])
}
