import type { Db } from './tables.ts'

/** The versions that submissions of a campaign are scored by, and how many by each, most first. */
export async function versionsOfCampaign(
  db: Db,
  campaign: string,
): Promise<{ hash: string; scheme: string; submissions: number }[]> {
  const rows = await db
    .selectFrom('submission')
    .innerJoin('scheme_version', 'scheme_version.hash', 'submission.version_hash')
    .select(['scheme_version.hash', 'scheme_version.scheme_id'])
    .select((query) => query.fn.countAll<number | string>().as('submissions'))
    .where('submission.campaign_id', '=', campaign)
    .groupBy(['scheme_version.hash', 'scheme_version.scheme_id'])
    .execute()
  return rows
    .map(({ hash, scheme_id, submissions }) => ({ hash, scheme: scheme_id, submissions: Number(submissions) }))
    .sort((a, b) => b.submissions - a.submissions || (a.hash < b.hash ? -1 : 1))
}
