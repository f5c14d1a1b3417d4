import { type Selectable, sql } from 'kysely'
import type { Grant } from '../access/rights.ts'
import { containing } from './containing.ts'
import type { CampaignSchemeTable, CampaignTable, Stage } from './tables/campaigns.ts'
import type { Db } from './tables.ts'
import { withinReach } from './within-reach.ts'

export type Campaign = Selectable<CampaignTable>

/** Which version scores departments of a type; of '' those of every type that is not named. */
export type CampaignScheme = Omit<CampaignSchemeTable, 'campaign_id'>

/** Those that these grants reach, also by a department of theirs that is evaluated; newest first, the first beyond `after`. */
export function listCampaigns(
  db: Db,
  grants: readonly Grant[],
  filter: {
    readonly search?: string | undefined
    readonly stage?: Stage | undefined
    /** Only those whose region is reached: not by a department that is evaluated. */
    readonly isWhole?: boolean
    readonly after?: string | undefined
    readonly limit: number
  },
): Promise<Campaign[]> {
  let query = filter.isWhole === true ? within(db, grants) : visible(db, grants)
  if (filter.search !== undefined) query = query.where('name', 'like', containing(filter.search))
  if (filter.stage !== undefined) query = query.where('stage', '=', filter.stage)
  if (filter.after !== undefined) query = query.where('campaign.id', '<', filter.after)
  return query.orderBy('campaign.id', 'desc').limit(filter.limit).execute()
}

/** A campaign, where these grants reach it. */
export function visibleCampaign(db: Db, grants: readonly Grant[], id: string): Promise<Campaign | undefined> {
  return visible(db, grants).where('campaign.id', '=', id).executeTakeFirst()
}

function within(db: Db, grants: readonly Grant[]) {
  const columns = { region: 'campaign.region', campaign: 'campaign.id' }
  return db.selectFrom('campaign').selectAll('campaign').where(withinReach(grants, columns))
}

function visible(db: Db, grants: readonly Grant[]) {
  return db
    .selectFrom('campaign')
    .selectAll('campaign')
    .where((builder) =>
      builder.or([
        withinReach(grants, { region: 'campaign.region', campaign: 'campaign.id' })(builder),
        builder.exists(
          builder
            .selectFrom('submission')
            .innerJoin('department', 'department.id', 'submission.department_id')
            .select(sql<number>`1`.as('one'))
            .whereRef('submission.campaign_id', '=', 'campaign.id')
            .where(
              withinReach(grants, {
                region: 'department.region',
                campaign: 'submission.campaign_id',
                department: 'submission.department_id',
              }),
            ),
        ),
      ]),
    )
}

export function readCampaign(db: Db, id: string): Promise<Campaign | undefined> {
  return db.selectFrom('campaign').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The same in a transaction: nobody changes the campaign, or takes it to another stage, before the end of it. */
export function holdCampaign(tx: Db, id: string): Promise<Campaign | undefined> {
  return tx.selectFrom('campaign').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

/** The stage, kept until the end of the transaction; several who write submissions hold it beside each other. */
export async function holdStage(tx: Db, id: string): Promise<Stage | undefined> {
  const row = await tx.selectFrom('campaign').select('stage').where('id', '=', id).forShare().executeTakeFirst()
  return row?.stage
}

export async function addCampaign(
  db: Db,
  { due, ...campaign }: Campaign,
  schemes: readonly CampaignScheme[],
): Promise<void> {
  await db
    .insertInto('campaign')
    .values({ ...campaign, due: JSON.stringify(due) })
    .execute()
  await setSchemes(db, campaign.id, schemes)
}

/** false: somebody else has changed it since. */
export async function changeCampaign(
  db: Db,
  { id, revision }: { id: string; revision: number },
  { due, ...fields }: Partial<Pick<Campaign, 'name' | 'region' | 'period' | 'stage' | 'has_declarations' | 'due'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('campaign')
    .set({ ...fields, ...(due === undefined ? {} : { due: JSON.stringify(due) }), revision: revision + 1 })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function schemesOf(db: Db, campaign: string): Promise<CampaignScheme[]> {
  return db
    .selectFrom('campaign_scheme')
    .select(['department_type', 'version_hash'])
    .where('campaign_id', '=', campaign)
    .orderBy('department_type')
    .execute()
}

export async function setSchemes(db: Db, campaign: string, schemes: readonly CampaignScheme[]): Promise<void> {
  await db.deleteFrom('campaign_scheme').where('campaign_id', '=', campaign).execute()
  await db
    .insertInto('campaign_scheme')
    .values(schemes.map((each) => ({ campaign_id: campaign, ...each })))
    .execute()
}

/** How many submissions of a campaign are in which state, with those of its declarations. */
export async function countSubmissions(
  db: Db,
  campaign: string,
): Promise<{ state: string; declaration_state: string; count: number }[]> {
  return db
    .selectFrom('submission')
    .select(({ fn }) => ['state', 'declaration_state', fn.countAll<number>().as('count')])
    .where('campaign_id', '=', campaign)
    .groupBy(['state', 'declaration_state'])
    .orderBy('state')
    .orderBy('declaration_state')
    .execute()
}
