import { type Selectable, sql } from 'kysely'
import type { Grant } from '../access/rights.ts'
import { lastReminded, submissionWithinReach } from './submissions.ts'
import type { ReminderTable } from './tables/reminders.ts'
import type { Db } from './tables.ts'

export type Reminder = Selectable<ReminderTable>

/** Those of a campaign who have not handed in, of these submissions or of all, with the last time each was reminded. */
export async function lateSubmissions(
  tx: Db,
  campaign: string,
  submissions: readonly string[] | undefined,
): Promise<{ id: string; reminded_at: Date | null }[]> {
  let query = tx
    .selectFrom('submission')
    .select(['id', lastReminded])
    .where('campaign_id', '=', campaign)
    .where('state', '!=', 'submitted')
  if (submissions !== undefined) query = query.where('id', '=', sql<string>`any(${[...submissions]}::text[])`)
  return query.orderBy('id').execute()
}

/** Which of these are not submissions of the campaign. */
export async function notInCampaign(tx: Db, campaign: string, ids: readonly string[]): Promise<string[]> {
  const rows = await tx
    .selectFrom('submission')
    .select('id')
    .where('campaign_id', '=', campaign)
    .where('id', '=', sql<string>`any(${[...ids]}::text[])`)
    .execute()
  const found = new Set(rows.map(({ id }) => id))
  return ids.filter((id) => !found.has(id))
}

export async function addReminder(tx: Db, reminder: Reminder, submissions: readonly string[]): Promise<void> {
  await tx.insertInto('reminder').values(reminder).execute()
  await sql`
    insert into reminder_to (reminder_id, submission_id)
    select ${reminder.id}, unnest(${[...submissions]}::text[])`.execute(tx)
}

/** Newest first, each with how many of those one may see it went to; of one submission where it is named. */
export function listReminders(
  db: Db,
  grants: readonly Grant[],
  filter: {
    readonly campaign: string
    readonly submission?: string | undefined
    readonly after?: string | undefined
    readonly limit: number
  },
): Promise<(Reminder & { count: number })[]> {
  let query = db
    .selectFrom('reminder')
    .innerJoin('reminder_to', 'reminder_to.reminder_id', 'reminder.id')
    .innerJoin('submission', 'submission.id', 'reminder_to.submission_id')
    .innerJoin('campaign', 'campaign.id', 'submission.campaign_id')
    .innerJoin('department', 'department.id', 'submission.department_id')
    .selectAll('reminder')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('reminder.campaign_id', '=', filter.campaign)
    .where(submissionWithinReach(grants))
  if (filter.submission !== undefined) query = query.where('submission.id', '=', filter.submission)
  if (filter.after !== undefined) query = query.where('reminder.id', '<', filter.after)
  return query.groupBy('reminder.id').orderBy('reminder.id', 'desc').limit(filter.limit).execute()
}
