import { type Entry, type Submission, stackOf } from '@yardstick/model'
import { documentsToVerify } from '../store/submissions.ts'
import type { Db } from '../store/tables.ts'

/** Submissions of a campaign in which a value that counts is 待核: such a result cannot be settled. At most 100 ids. */
export async function submissionsToBeVerified(db: Db, campaign: string): Promise<string[]> {
  const found: string[] = []
  for (let after = ''; found.length < 100; ) {
    const rows = await documentsToVerify(db, campaign, after)
    for (const { id, document } of rows) if (isToBeVerified(JSON.parse(document) as Submission)) found.push(id)
    const last = rows.at(-1)
    if (last === undefined) break
    after = last.id
  }
  return found.slice(0, 100)
}

/** Only the top layer counts. */
function isToBeVerified(submission: Submission): boolean {
  return [submission, ...(submission.units ?? [])].some(({ items, judgements = {} }) =>
    [...Object.values(items), ...Object.values(judgements)].some(
      (entry: Entry) => stackOf(entry).top?.state === 'to-be-verified',
    ),
  )
}
