import { type ExpressionBuilder, type Insertable, type Selectable, sql } from 'kysely'
import type { Grant } from '../access/rights.ts'
import { holdStage } from './campaigns.ts'
import { containing } from './containing.ts'
import type { Stage } from './tables/campaigns.ts'
import type { SubmissionTable } from './tables/submissions.ts'
import type { Db } from './tables.ts'
import { withinReach } from './within-reach.ts'

/** A submission with what decides who may do what with it: where it belongs, and the stage of its campaign. */
export interface SubmissionRow extends Selectable<SubmissionTable> {
  readonly stage: Stage
  readonly campaign_region: string
  readonly department_region: string
  readonly department_name: string
  readonly department_type: string
}

/** The same without its documents, as lists give it. */
export type SubmissionHead = Omit<SubmissionRow, 'document' | 'declaration'>

const HEAD = [
  'submission.id',
  'submission.campaign_id',
  'submission.department_id',
  'submission.project',
  'submission.version_hash',
  'submission.state',
  'submission.declaration_state',
  'submission.revision',
  'submission.updated_at',
  'submission.handed_in',
  'submission.items_needed',
  'submission.items_filled',
  'submission.items_explained',
  'submission.items_doubtful',
  'campaign.stage',
  'campaign.region as campaign_region',
  'department.region as department_region',
  'department.name as department_name',
  'department.type as department_type',
] as const

function withPlace(db: Db) {
  return db
    .selectFrom('submission')
    .innerJoin('campaign', 'campaign.id', 'submission.campaign_id')
    .innerJoin('department', 'department.id', 'submission.department_id')
}

export function readSubmission(db: Db, id: string): Promise<SubmissionRow | undefined> {
  return withPlace(db)
    .select([...HEAD, 'submission.document', 'submission.declaration'])
    .where('submission.id', '=', id)
    .executeTakeFirst()
}

/** The same in a transaction: as it is now, and nobody else changes it before the end. */
export async function holdSubmission(
  tx: Db,
  { id, campaign_id }: Pick<SubmissionHead, 'id' | 'campaign_id'>,
): Promise<SubmissionRow | undefined> {
  await holdStage(tx, campaign_id)
  await tx.selectFrom('submission').select('id').where('id', '=', id).forUpdate().execute()
  return readSubmission(tx, id)
}

/** `mayRead` of `campaigns/places.ts`, as a condition of a query of submissions with their campaigns and departments. */
export function submissionWithinReach(grants: readonly Grant[]) {
  const columns = { campaign: 'submission.campaign_id', department: 'submission.department_id' }
  // biome-ignore lint/suspicious/noExplicitAny: of whatever tables beside these three
  return (builder: ExpressionBuilder<any, any>) =>
    builder.or(
      ['department.region', 'campaign.region'].map((region) => withinReach(grants, { region, ...columns })(builder)),
    )
}

/** When a submission, of the query this stands in, was last reminded. */
export const lastReminded = sql<Date | null>`(
  select max(reminder.sent_at) from reminder_to join reminder on reminder.id = reminder_to.reminder_id
  where reminder_to.submission_id = submission.id)`.as('reminded_at')

export interface SubmissionFilter {
  readonly campaign: string
  readonly state?: SubmissionTable['state'] | undefined
  readonly declarationState?: SubmissionTable['declaration_state'] | undefined
  readonly department?: string | undefined
  readonly type?: string | undefined
  readonly search?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
}

/** Those of a campaign that these grants reach, in order of their ids; the first beyond `after`. */
export function listSubmissions(
  db: Db,
  grants: readonly Grant[],
  filter: SubmissionFilter,
): Promise<(SubmissionHead & { readonly reminded_at: Date | null })[]> {
  let query = withPlace(db)
    .select([...HEAD, lastReminded])
    .where('submission.campaign_id', '=', filter.campaign)
    .where(submissionWithinReach(grants))
  if (filter.state !== undefined) query = query.where('submission.state', '=', filter.state)
  if (filter.declarationState !== undefined) {
    query = query.where('submission.declaration_state', '=', filter.declarationState)
  }
  if (filter.department !== undefined) query = query.where('submission.department_id', '=', filter.department)
  if (filter.type !== undefined) query = query.where('department.type', '=', filter.type)
  if (filter.search !== undefined) {
    const pattern = containing(filter.search)
    query = query.where(({ or, eb }) =>
      or([eb('department.name', 'like', pattern), eb('submission.project', 'like', pattern)]),
    )
  }
  if (filter.after !== undefined) query = query.where('submission.id', '>', filter.after)
  return query.orderBy('submission.id').limit(filter.limit).execute()
}

/** The same whole, with their documents. */
export function listDocuments(
  db: Db,
  grants: readonly Grant[],
  { campaign, after, limit }: Pick<SubmissionFilter, 'campaign' | 'after' | 'limit'>,
): Promise<SubmissionRow[]> {
  let query = withPlace(db)
    .select([...HEAD, 'submission.document', 'submission.declaration'])
    .where('submission.campaign_id', '=', campaign)
    .where(submissionWithinReach(grants))
  if (after !== undefined) query = query.where('submission.id', '>', after)
  return query.orderBy('submission.id').limit(limit).execute()
}

export type NewSubmission = Insertable<SubmissionTable>

/** Adds those that are not in the campaign yet; returns how many. */
export async function addSubmissions(tx: Db, rows: Iterable<NewSubmission>): Promise<number> {
  let added = 0
  const add = async (batch: readonly NewSubmission[]) => {
    const { numInsertedOrUpdatedRows = 0n } = await tx
      .insertInto('submission')
      .values(batch)
      .onConflict((conflict) => conflict.columns(['campaign_id', 'department_id', 'project']).doNothing())
      .executeTakeFirst()
    added += Number(numInsertedOrUpdatedRows)
  }
  let batch: NewSubmission[] = []
  for (const row of rows) {
    batch.push(row)
    if (batch.length < BATCH) continue
    await add(batch)
    batch = []
  }
  if (batch.length > 0) await add(batch)
  return added
}

/** Who is in a campaign already, each department once. */
export function departmentsIn(db: Db, campaign: string): Promise<{ id: string; name: string }[]> {
  return db
    .selectFrom('submission')
    .innerJoin('department', 'department.id', 'submission.department_id')
    .select(['department.id', 'department.name'])
    .distinct()
    .where('submission.campaign_id', '=', campaign)
    .execute()
}

/** What a change of a submission writes, beside its line in the history. */
export type SubmissionFields = Partial<
  Pick<
    Selectable<SubmissionTable>,
    | 'state'
    | 'document'
    | 'declaration'
    | 'declaration_state'
    | 'items_needed'
    | 'items_filled'
    | 'items_explained'
    | 'items_doubtful'
  >
> & {
  /** JSON text. */
  readonly handed_in?: string
}

export interface Revision {
  /** What was changed, before and after. */
  readonly change: unknown
  readonly who: string
  readonly at: Date
  readonly note: string
}

/**
 * Changes a submission as it was read, and writes its history.
 *
 * returns  the new revision; the stage to which the campaign has gone since; undefined where somebody else has changed it
 */
export async function changeSubmission(
  tx: Db,
  before: Pick<SubmissionHead, 'id' | 'campaign_id' | 'revision' | 'stage'>,
  fields: SubmissionFields,
  { change, ...rest }: Revision,
): Promise<number | Stage | undefined> {
  const stage = await holdStage(tx, before.campaign_id)
  if (stage !== before.stage) return stage
  const number = before.revision + 1
  const { numUpdatedRows } = await tx
    .updateTable('submission')
    .set({ ...fields, revision: number, updated_at: rest.at })
    .where('id', '=', before.id)
    .where('revision', '=', before.revision)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return undefined
  await tx
    .insertInto('submission_revision')
    .values({ submission_id: before.id, number, change: JSON.stringify(change), ...rest })
    .execute()
  return number
}

/** Takes a submission in which nothing was written out of its campaign; false where something was. */
export async function removeSubmission(tx: Db, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('submission')
    .where('id', '=', id)
    .where('revision', '=', 1)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('report_texts').select('revision').where('submission_id', '=', id))),
    )
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** All that were handed in can be written again. */
export async function openSubmissions(tx: Db, campaign: string): Promise<void> {
  await tx
    .updateTable('submission')
    .set({ state: 'open' })
    .where('campaign_id', '=', campaign)
    .where('state', '=', 'submitted')
    .execute()
}

/** Documents of a campaign in which a value is 待核, page by page. */
export function documentsToVerify(
  db: Db,
  campaign: string,
  after: string,
): Promise<Pick<SubmissionTable, 'id' | 'document'>[]> {
  return db
    .selectFrom('submission')
    .select(['id', 'document'])
    .where('campaign_id', '=', campaign)
    .where('document', 'like', '%"to-be-verified"%')
    .where('id', '>', after)
    .orderBy('id')
    .limit(200)
    .execute()
}

/** The history of a submission, newest first; the first before `after`. */
export function listRevisions(
  db: Db,
  submission: string,
  { before, limit }: { before?: number | undefined; limit: number },
) {
  let query = db
    .selectFrom('submission_revision')
    .leftJoin('account', 'account.id', 'submission_revision.who')
    .select([
      'submission_revision.number',
      'submission_revision.change',
      'submission_revision.who',
      'submission_revision.at',
      'submission_revision.note',
      sql<string>`coalesce(account.title, submission_revision.who)`.as('title'),
    ])
    .where('submission_id', '=', submission)
  if (before !== undefined) query = query.where('number', '<', before)
  return query.orderBy('number', 'desc').limit(limit).execute()
}

const BATCH = 1_000
