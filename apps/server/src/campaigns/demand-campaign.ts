import type { FastifyRequest } from 'fastify'
import { demand, type Person, personOf } from '../access/person.ts'
import { type Action, reach } from '../access/rights.ts'
import { notFound } from '../refusal.ts'
import { type Campaign, visibleCampaign } from '../store/campaigns.ts'
import type { Db } from '../store/tables.ts'

/**
 * A campaign, and who asks, who may do this in it. To those who may not see it it is not there; seen it is also by whoever
 * sees a department that is evaluated in it, from a region below.
 */
export async function demandCampaign(
  request: FastifyRequest,
  db: Db,
  id: string,
  action: Action,
): Promise<{ campaign: Campaign; person: Person }> {
  const campaign = await visibleCampaign(db, reach(personOf(request).grants, 'campaign.read'), id)
  if (campaign === undefined) throw notFound(id)
  if (action === 'campaign.read') return { campaign, person: personOf(request) }
  return { campaign, person: demand(request, action, { region: campaign.region, campaign: campaign.id }) }
}
