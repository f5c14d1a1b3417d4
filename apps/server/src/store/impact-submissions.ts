import type { Submission } from '@yardstick/model'
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

const PAGE = 100

/** The submissions of a campaign under one version, in order of their ids, at most so many; `met` is told each id. */
export async function* submissionsUnder(
  db: Db,
  { campaign, version, most }: { campaign: string; version: string; most: number },
  met: (id: string) => void = () => undefined,
): AsyncGenerator<Submission> {
  let [after, given] = ['', 0]
  while (given < most) {
    const rows = await db
      .selectFrom('submission')
      .select(['id', 'document'])
      .where('campaign_id', '=', campaign)
      .where('version_hash', '=', version)
      .where('id', '>', after)
      .orderBy('id')
      .limit(Math.min(PAGE, most - given))
      .execute()
    for (const { id, document } of rows) {
      met(id)
      // It was checked when it was saved.
      yield JSON.parse(document) as Submission
    }
    if (rows.length < PAGE) return
    given += rows.length
    after = rows.at(-1)!.id
  }
}
