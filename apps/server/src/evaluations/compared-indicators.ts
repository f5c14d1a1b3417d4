import { comparedLeaves } from '../store/comparison.ts'
import { versionsOfRun } from '../store/leaf-scores.ts'
import type { Db } from '../store/tables.ts'
import { type LeafHead, leafHeadsOf } from './leaf-heads.ts'
import { type Quotient, quotient } from './quotient.ts'

/** An indicator then and now, told by its id; a side is null where that year's schemes do not have it. */
export interface ComparedIndicator extends Pick<LeafHead, 'id' | 'name' | 'path' | 'kind'> {
  readonly before: Side | null
  readonly after: Side | null
  /** Departments that have a score in both, and those of them whose score rate rose, and fell. */
  readonly count: number
  readonly up: number
  readonly down: number
}

interface Side {
  readonly name: string
  readonly points: string
  /** Points given ÷ points, over those who have a score in both years; null where there is nobody. */
  readonly rate: Quotient | null
}

/** Those of now in their order, then those there are no more. */
export async function comparedIndicatorsOf(db: Db, before: string, after: string): Promise<ComparedIndicator[]> {
  const [then, now] = [await headsOf(db, before), await headsOf(db, after)]
  const leaves = new Map((await comparedLeaves(db, before, after)).map((each) => [each.id, each]))
  const ids = [...now.keys(), ...[...then.keys()].filter((id) => !now.has(id))]
  return ids.map((id) => {
    const [early, late, leaf] = [then.get(id), now.get(id), leaves.get(id)]
    const { name, path, kind } = (late ?? early)!
    const side = (head: LeafHead | undefined, score: string | undefined, points: string | undefined): Side | null =>
      head === undefined ? null : { name: head.name, points: head.points, rate: quotient(score ?? '0', points ?? '0') }
    return {
      ...{ id, name, path, ...(kind === undefined ? {} : { kind }) },
      before: side(early, leaf?.before_score, leaf?.before_points),
      after: side(late, leaf?.after_score, leaf?.after_points),
      ...{ count: leaf?.count ?? 0, up: leaf?.up ?? 0, down: leaf?.down ?? 0 },
    }
  })
}

/** The leaves of all versions of a run, each once, as the version of most results has it. */
async function headsOf(db: Db, run: string): Promise<Map<string, LeafHead>> {
  const heads = new Map<string, LeafHead>()
  for (const { hash } of await versionsOfRun(db, run)) {
    for (const head of await leafHeadsOf(db, hash)) if (!heads.has(head.id)) heads.set(head.id, head)
  }
  return heads
}
