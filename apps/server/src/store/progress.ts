import type { Grant } from '../access/rights.ts'
import { lastReminded, submissionWithinReach } from './submissions.ts'
import type { Db } from './tables.ts'

/** How far the submissions of a campaign are that these grants reach; nothing of their documents is read. */
export interface ProgressTotals {
  readonly state: 'open' | 'submitted' | 'returned'
  readonly count: number
  readonly needed: number
  readonly filled: number
  readonly explained: number
  readonly doubtful: number
}

const reached = (db: Db, grants: readonly Grant[], campaign: string) =>
  db
    .selectFrom('submission')
    .innerJoin('campaign', 'campaign.id', 'submission.campaign_id')
    .innerJoin('department', 'department.id', 'submission.department_id')
    .where('submission.campaign_id', '=', campaign)
    .where(submissionWithinReach(grants))

/** By state. */
export async function progressTotals(db: Db, grants: readonly Grant[], campaign: string): Promise<ProgressTotals[]> {
  const rows = await reached(db, grants, campaign)
    .select(({ fn }) => [
      'submission.state',
      fn.countAll<number>().as('count'),
      fn.sum<number>('submission.items_needed').as('needed'),
      fn.sum<number>('submission.items_filled').as('filled'),
      fn.sum<number>('submission.items_explained').as('explained'),
      fn.sum<number>('submission.items_doubtful').as('doubtful'),
    ])
    .groupBy('submission.state')
    .orderBy('submission.state')
    .execute()
  return rows
}

/** Each of them, in order of their ids; the first beyond `after`. */
export function progressRows(
  db: Db,
  grants: readonly Grant[],
  campaign: string,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
) {
  let query = reached(db, grants, campaign).select([
    'submission.id',
    'submission.project',
    'submission.state',
    'submission.declaration_state',
    'submission.updated_at',
    'submission.items_needed',
    'submission.handed_in',
    'submission.items_filled',
    'submission.items_explained',
    'submission.items_doubtful',
    'department.id as department_id',
    'department.name as department_name',
    'department.type as department_type',
    'department.region as department_region',
    lastReminded,
  ])
  if (after !== undefined) query = query.where('submission.id', '>', after)
  return query.orderBy('submission.id').limit(limit).execute()
}
