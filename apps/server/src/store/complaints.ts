import type { Selectable } from 'kysely'
import type { Grant } from '../access/rights.ts'
import { submissionWithinReach } from './submissions.ts'
import type { Stage } from './tables/campaigns.ts'
import type { ComplaintRemarkTable, ComplaintTable } from './tables/complaints.ts'
import type { Db } from './tables.ts'
import { withinReach } from './within-reach.ts'

/** A complaint with what decides who may do what with it: where it belongs, and the stage of its campaign. */
export interface ComplaintRow extends Selectable<ComplaintTable> {
  readonly campaign_id: string
  readonly stage: Stage
  readonly project: string
  readonly campaign_region: string
  readonly department_id: string
  readonly department_region: string
  readonly department_name: string
}

export type ComplaintRemark = Selectable<ComplaintRemarkTable>

function withPlace(db: Db) {
  return db
    .selectFrom('complaint')
    .innerJoin('submission', 'submission.id', 'complaint.submission_id')
    .innerJoin('campaign', 'campaign.id', 'submission.campaign_id')
    .innerJoin('department', 'department.id', 'submission.department_id')
    .selectAll('complaint')
    .select([
      'submission.campaign_id',
      'submission.department_id',
      'submission.project',
      'campaign.stage',
      'campaign.region as campaign_region',
      'department.region as department_region',
      'department.name as department_name',
    ])
}

export function readComplaint(db: Db, id: string): Promise<ComplaintRow | undefined> {
  return withPlace(db).where('complaint.id', '=', id).executeTakeFirst()
}

/** The same in a transaction: as it is now, and nobody else writes to it before the end. */
export async function holdComplaint(tx: Db, id: string): Promise<ComplaintRow | undefined> {
  await tx.selectFrom('complaint').select('id').where('id', '=', id).forUpdate().execute()
  return readComplaint(tx, id)
}

interface ComplaintPage {
  readonly after?: string | undefined
  readonly limit: number
}

/** Of a submission, newest first; those before the one of id `after`. */
export function complaintsOf(db: Db, submission: string, { after, limit }: ComplaintPage): Promise<ComplaintRow[]> {
  let query = withPlace(db).where('complaint.submission_id', '=', submission)
  if (after !== undefined) query = query.where('complaint.id', '<', after)
  return query.orderBy('complaint.id', 'desc').limit(limit).execute()
}

/** Of a campaign the same: where results are read by `read`, and where only one's own are, by `readOwn`. */
export function listComplaints(
  db: Db,
  { read, readOwn }: { readonly read: readonly Grant[]; readonly readOwn: readonly Grant[] },
  filter: ComplaintPage & { readonly campaign: string; readonly state?: ComplaintTable['state'] | undefined },
): Promise<ComplaintRow[]> {
  const own = { campaign: 'submission.campaign_id', department: 'submission.department_id' }
  let query = withPlace(db)
    .where('submission.campaign_id', '=', filter.campaign)
    .where((builder) =>
      builder.or([
        submissionWithinReach(read)(builder),
        withinReach(readOwn, { region: 'department.region', ...own })(builder),
      ]),
    )
  if (filter.state !== undefined) query = query.where('complaint.state', '=', filter.state)
  if (filter.after !== undefined) query = query.where('complaint.id', '<', filter.after)
  return query.orderBy('complaint.id', 'desc').limit(filter.limit).execute()
}

/** Of these complaints, in the order they were written. */
export function remarksOf(db: Db, complaints: readonly string[]): Promise<ComplaintRemark[]> {
  if (complaints.length === 0) return Promise.resolve([])
  const remarks = db.selectFrom('complaint_remark').selectAll().where('complaint_id', 'in', complaints)
  return remarks.orderBy('written_at').orderBy('id').execute()
}

export async function addComplaint(tx: Db, complaint: Selectable<ComplaintTable>): Promise<void> {
  await tx.insertInto('complaint').values(complaint).execute()
}

/** Whose turn it is changes with each remark. */
export async function addComplaintRemark(tx: Db, remark: ComplaintRemark): Promise<void> {
  await tx.insertInto('complaint_remark').values(remark).execute()
  const state = remark.side === 'department' ? 'open' : 'answered'
  await tx.updateTable('complaint').set({ state }).where('id', '=', remark.complaint_id).execute()
}

export async function decideComplaint(
  tx: Db,
  id: string,
  decided: Pick<Selectable<ComplaintTable>, 'outcome' | 'reason' | 'decided_by' | 'decided_at' | 'after_run_id'>,
): Promise<void> {
  await tx
    .updateTable('complaint')
    .set({ ...decided, state: 'decided' })
    .where('id', '=', id)
    .execute()
}

/** Whether somebody complained of this result, or a decision was carried out by it. */
export async function isCited(db: Db, run: string, submission: string): Promise<boolean> {
  const row = await db
    .selectFrom('complaint')
    .select('id')
    .where('submission_id', '=', submission)
    .where(({ or, eb }) => or([eb('run_id', '=', run), eb('after_run_id', '=', run)]))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
