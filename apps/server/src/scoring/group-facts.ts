import { LeastRecent } from '../least-recent.ts'
import { type FrozenFacts, freezeFacts, frozenHashes, frozenText } from '../store/group-facts.ts'
import { countByVersion } from '../store/runs.ts'
import { groupMark, readGroupPage, versionText } from '../store/scoring-inputs.ts'
import type { Stage } from '../store/tables/campaigns.ts'
import type { Db } from '../store/tables.ts'
import type { HashedText, Scoring } from './pool.ts'
import type { Facts } from './thread.ts'

/**
 * What ranks and means of a group read. From 复核 on they are frozen: whoever is scored later, or again, is held against
 * the same group. Before that a group is what it is when somebody asks, and every answer says so.
 */

const PAGE = 200

/** From when on the groups of a campaign are frozen. */
export function isFrozenIn(stage: Stage): boolean {
  return stage === 'verify' || stage === 'final' || stage === 'public'
}

/** So often groups are gone through that have changed meanwhile; then it is done while everybody waits. */
const TRIES = 3

/** A group is not what it was when it was gone through. */
class GroupChanged extends Error {}

/**
 * Freezes the groups of a campaign as its submissions are, in the transaction that takes it to 复核. To go through a large
 * group takes a while, in which nobody should wait: that is done before, and the transaction looks whether the group is
 * still the same. Versions that read no group have none.
 *
 * step  that transaction, which calls `freeze`; it is carried out again where a group had changed
 */
export async function withFrozenGroups<T>(
  { database, scoring, now }: { readonly database: { readonly db: Db }; readonly scoring: Scoring; now(): Date },
  campaign: string,
  step: (freeze: (tx: Db) => Promise<void>) => Promise<T>,
): Promise<T> {
  const { db } = database
  const known = new Map<string, { readonly mark: string; readonly facts: Facts | undefined }>()
  for (let tries = 1; ; tries++) {
    for (const { version_hash: version } of await countByVersion(db, campaign)) {
      const mark = await groupMark(db, campaign, version)
      if (known.get(version)?.mark === mark) continue
      known.set(version, { mark, facts: await factsOf(db, scoring, campaign, version) })
    }
    const freeze = async (tx: Db) => {
      const frozen: FrozenFacts[] = []
      for (const { version_hash: version } of await countByVersion(tx, campaign)) {
        const before = known.get(version)
        const isSame = before?.mark === (await groupMark(tx, campaign, version))
        if (!isSame && tries < TRIES) throw new GroupChanged()
        const facts = isSame ? before.facts : await factsOf(tx, scoring, campaign, version)
        if (facts === undefined) continue
        const { hash, document } = facts
        frozen.push({ campaign_id: campaign, version_hash: version, document, hash, frozen_at: now() })
      }
      await freezeFacts(tx, campaign, frozen)
    }
    try {
      return await step(freeze)
    } catch (error) {
      if (!(error instanceof GroupChanged)) throw error
    }
  }
}

/** The groups as they are now, of each version that reads one. */
export async function liveFacts(
  db: Db,
  scoring: Scoring,
  campaign: string,
): Promise<(Facts & { readonly version: string })[]> {
  const found: (Facts & { readonly version: string })[] = []
  for (const { version_hash: version } of await countByVersion(db, campaign)) {
    const facts = await factsOf(db, scoring, campaign, version)
    if (facts !== undefined) found.push({ ...facts, version })
  }
  return found
}

async function factsOf(db: Db, scoring: Scoring, campaign: string, version: string): Promise<Facts | undefined> {
  const text = await versionText(db, version)
  return text === undefined ? undefined : factsUnder(db, scoring, { campaign, version }, { hash: version, text })
}

/**
 * The facts of those whom a version scores, as they would be under this scheme.
 *
 * isWaitedFor  where nobody waits for them any more they come to their end, and are of some
 */
export function factsUnder(
  db: Db,
  scoring: Scoring,
  { campaign, version }: { readonly campaign: string; readonly version: string },
  scheme: HashedText,
  isWaitedFor = () => true,
): Promise<Facts | undefined> {
  return scoring.groupFacts(scheme, () => {
    let after = ''
    return async () => {
      const page = isWaitedFor() ? await readGroupPage(db, { campaign, version, after, limit: PAGE }) : []
      after = page.at(-1)?.id ?? after
      return page.map(({ document, declaration }) => ({ submission: document, declaration }))
    }
  })
}

export interface Group {
  readonly facts: HashedText
  /** frozen: as at 复核. live: as it was at that moment, and may change with every submission. */
  readonly state: 'frozen' | 'live'
  readonly at: Date
}

interface Live {
  /** Of the submissions it was made of. */
  readonly mark: string
  readonly group: Promise<Group | undefined>
  /** How long a newer state of the submissions is not looked at. */
  until: number
}

/** A large group takes a while to go through; it is done over at most so large a part of the time. */
const REST = 5

/** The groups that single evaluations are held against; live ones are made again when a submission has changed. */
export class Groups {
  private readonly live = new LeastRecent<string, Live>(50)

  constructor(
    private readonly db: Db,
    private readonly scoring: Scoring,
    private readonly now: () => Date,
  ) {}

  async groupOf(campaign: string, stage: Stage, version: string): Promise<Group | undefined> {
    return isFrozenIn(stage) ? this.frozenGroup(campaign, version) : this.liveGroup(campaign, version)
  }

  private async frozenGroup(campaign: string, version: string): Promise<Group | undefined> {
    const frozen = (await frozenHashes(this.db, campaign)).find(({ version_hash }) => version_hash === version)
    const text = frozen && (await frozenText(this.db, campaign, version))
    if (text === undefined) return undefined
    return { facts: { hash: frozen!.hash, text }, state: 'frozen', at: frozen!.frozen_at }
  }

  private async liveGroup(campaign: string, version: string): Promise<Group | undefined> {
    const key = `${campaign} ${version}`
    const mark = await groupMark(this.db, campaign, version)
    const known = this.live.get(key)
    const began = this.now()
    if (known !== undefined && (known.mark === mark || began.getTime() < known.until)) return known.group
    const made: Live = { mark, group: this.makeLive(campaign, version, began), until: Number.POSITIVE_INFINITY }
    this.live.set(key, made)
    const finished = () => {
      const now = this.now().getTime()
      made.until = now + REST * (now - began.getTime())
    }
    // A failure is told to those who wait for it, and is not kept.
    made.group.then(finished, () => this.live.delete(key))
    return made.group
  }

  private async makeLive(campaign: string, version: string, at: Date): Promise<Group | undefined> {
    const facts = await factsOf(this.db, this.scoring, campaign, version)
    return facts && { facts: { hash: facts.hash, text: facts.document }, state: 'live', at }
  }
}
