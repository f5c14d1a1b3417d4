import type { Impact } from '@yardstick/engine'
import type { Language, Result } from '@yardstick/model'
import { readGroupPage } from '../store/scoring-inputs.ts'
import type { Stage } from '../store/tables/campaigns.ts'
import type { Db } from '../store/tables.ts'
import { factsUnder, type Group, type Groups } from './group-facts.ts'
import type { HashedText, Pages, Scoring } from './pool.ts'

/**
 * What a draft does to submissions of a campaign. Before is what the server scores: each submission bound to its approved
 * declaration, held against the group it is scored in. After is the same under the draft, with all of the group, also
 * where only some of it are looked at.
 */
export interface DraftImpact extends Omit<Impact, 'rows'> {
  readonly rows: readonly (Impact['rows'][number] & { readonly submission: string })[]
  /** What `before` was held against; undefined where the version reads no group. */
  readonly group: Group | undefined
}

interface Asked {
  readonly campaign: string
  readonly stage: Stage
  readonly before: HashedText
  readonly after: HashedText
  /** How many submissions are looked at, the first ones by their ids. */
  readonly most: number
  readonly language: Language
  /** Where nobody waits any more it comes to its end with what it has. */
  isWaitedFor(): boolean
}

/** Few at a time: whoever waits for a score waits for these at most. */
const PAGE = 25

export async function draftImpact(
  { db, scoring, groups }: { readonly db: Db; readonly scoring: Scoring; readonly groups: Groups },
  { campaign, stage, before, after, most, language, isWaitedFor }: Asked,
): Promise<Result<DraftImpact>> {
  const place = { campaign, version: before.hash }
  const factsOf = async (scheme: HashedText): Promise<HashedText | undefined> => {
    const facts = await factsUnder(db, scoring, place, scheme, isWaitedFor)
    return facts && { hash: facts.hash, text: facts.document }
  }
  const group = await groups.groupOf(campaign, stage, before.hash)
  const isSame = after.hash === before.hash
  const later = isSame ? group?.facts : await factsOf(after)
  const now = isSame || later === undefined || group?.state !== 'frozen' ? undefined : await factsOf(before)
  let ids: string[] = []
  const pages: Pages = () => {
    ids = []
    return async () => {
      const limit = Math.min(PAGE, most - ids.length)
      const page =
        limit === 0 || !isWaitedFor() ? [] : await readGroupPage(db, { ...place, after: ids.at(-1) ?? '', limit })
      ids.push(...page.map(({ id }) => id))
      return page.map(({ document, declaration }) => ({ submission: document, declaration }))
    }
  }
  const facts = { before: group?.facts, now, after: later }
  const found = await scoring.impact({ before, after, facts, language }, pages)
  if (!found.ok) return found
  const rows = found.value.rows.map((row) => ({ ...row, submission: ids[row.index]! }))
  return { ok: true, value: { ...found.value, rows, group } }
}
