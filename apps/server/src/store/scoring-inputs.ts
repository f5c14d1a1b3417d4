import { sql } from 'kysely'
import type { ScoringInputTable } from './tables/evaluations.ts'
import type { Db } from './tables.ts'

/** What is scored: a submission as it is now, with the declaration that has been approved. */
export interface ScoringInput {
  readonly id: string
  readonly version_hash: string
  readonly document: string
  readonly declaration: string | null
}

/** These submissions, in order of version and id; one that is gone is left out. */
export function readInputs(db: Db, ids: readonly string[]): Promise<ScoringInput[]> {
  return inputs(db)
    .where('id', '=', sql<string>`any(${[...ids]}::text[])`)
    .orderBy('version_hash')
    .orderBy('id')
    .execute()
}

/** The submissions of a campaign that a version scores, page by page, in order of their ids. */
export function readGroupPage(
  db: Db,
  { campaign, version, after, limit }: { campaign: string; version: string; after: string; limit: number },
): Promise<ScoringInput[]> {
  return inputs(db)
    .where('campaign_id', '=', campaign)
    .where('version_hash', '=', version)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute()
}

/** Changes with every change of a submission of the group. */
export async function groupMark(db: Db, campaign: string, version: string): Promise<string> {
  const row = await db
    .selectFrom('submission')
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.sum<number | null>('revision').as('revisions')])
    // One that is let go and one that is taken in instead leave both as they were.
    .select(({ fn }) => fn.max('id').as('newest'))
    .where('campaign_id', '=', campaign)
    .where('version_hash', '=', version)
    .executeTakeFirstOrThrow()
  return `${row.count} ${row.revisions ?? 0} ${row.newest}`
}

export async function versionText(db: Db, hash: string): Promise<string | undefined> {
  const row = await db.selectFrom('scheme_version').select('document').where('hash', '=', hash).executeTakeFirst()
  return row?.document
}

/** Keeps what was scored, so that the result can be explained when it has changed since. */
export async function keepInputs(tx: Db, inputs: readonly ScoringInputTable[]): Promise<void> {
  if (inputs.length === 0) return
  // In one order, so that two who keep the same do not wait for each other.
  const unique = [...new Map(inputs.map(({ hash, document }) => [hash, { hash, document }])).values()]
  unique.sort((a, b) => (a.hash < b.hash ? -1 : 1))
  await tx
    .insertInto('scoring_input')
    .values(unique)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function keptInput(db: Db, hash: string): Promise<string | undefined> {
  const row = await db.selectFrom('scoring_input').select('document').where('hash', '=', hash).executeTakeFirst()
  return row?.document
}

function inputs(db: Db) {
  return db
    .selectFrom('submission')
    .select(['id', 'version_hash', 'document'])
    .select(sql<string | null>`case when declaration_state = 'approved' then declaration end`.as('declaration'))
}
