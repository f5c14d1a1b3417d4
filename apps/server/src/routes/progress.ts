import { itemById } from '@yardstick/model'
import { personOf } from '../access/person.ts'
import { reach } from '../access/rights.ts'
import { demandCampaign } from '../campaigns/demand-campaign.ts'
import { demandSubmission } from '../campaigns/demand-submission.ts'
import { itemProgress } from '../campaigns/item-progress.ts'
import { schemeFor } from '../campaigns/scheme-for.ts'
import { submissionOf } from '../campaigns/stored-documents.ts'
import type { Context } from '../context.ts'
import { type App, byId, closed, limitOf, page } from '../routing.ts'
import { progressRows, progressTotals } from '../store/progress.ts'

/** 进度: how far departments are with what they report; of a campaign by what is kept beside each submission. */
const tags = ['campaigns']

export function progressRoutes(app: App, { database: { db } }: Context): void {
  app.get(
    '/api/campaigns/:id/progress',
    {
      schema: {
        tags,
        summary:
          '填报进度 By state, and of each submission how many data items are needed, filled, missing with a reason, missing, doubtful',
        params: byId,
        querystring: closed(page),
      },
    },
    async (request) => {
      const { campaign } = await demandCampaign(request, db, request.params.id, 'campaign.read')
      const grants = reach(personOf(request).grants, 'submission.read')
      const { after } = request.query
      const totals = await progressTotals(db, grants, campaign.id)
      const rows = await progressRows(db, grants, campaign.id, { after, limit: limitOf(request.query, 1_000) })
      return {
        stage: campaign.stage,
        due: campaign.due,
        totals: totals.map((each) => ({ ...each, missing: each.needed - each.filled - each.explained })),
        submissions: rows.map((row) => ({
          id: row.id,
          department: {
            id: row.department_id,
            name: row.department_name,
            type: row.department_type,
            region: row.department_region,
          },
          project: row.project,
          state: row.state,
          declarationState: row.declaration_state,
          needed: row.items_needed,
          filled: row.items_filled,
          explained: row.items_explained,
          missing: row.items_needed - row.items_filled - row.items_explained,
          doubtful: row.items_doubtful,
          updatedAt: row.updated_at,
          handedIn: row.handed_in,
          remindedAt: row.reminded_at,
        })),
      }
    },
  )

  app.get(
    '/api/submissions/:id/progress',
    {
      schema: {
        tags: ['submissions'],
        summary:
          '一个单位的填报进度 Which data items are missing, with a reason or without, or doubtful, by their names',
        params: byId,
      },
    },
    async (request) => {
      const { row } = await demandSubmission(request, db, request.params.id, 'submission.read')
      const scheme = await schemeFor(db, row)
      const items = itemById(scheme)
      const { needed, missing, explained, doubtful } = itemProgress(scheme, submissionOf(row))
      const named = (ids: readonly string[]) => ids.map((id) => ({ id, name: items.get(id)?.label ?? id }))
      const reasons = explained.map(({ id, why }) => ({ id, name: items.get(id)?.label ?? id, why }))
      return { needed: needed.length, missing: named(missing), explained: reasons, doubtful: named(doubtful) }
    },
  )
}
