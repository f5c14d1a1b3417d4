import { type CompiledScheme, LiveScores } from '@yardstick/engine'
import type { GroupFacts, ResultState, Submission } from '@yardstick/model'

/** The numbers of one sample, without their reasons. Lists are in the order of an evaluation's indicators. */
export interface LiveAnswer {
  readonly revision: number
  readonly state: 'final' | 'provisional' | 'blocked'
  readonly total: string | null
  readonly grade: string | null
  readonly fullScore: string
  readonly ids: readonly string[]
  readonly points: readonly string[]
  readonly scores: readonly (string | null)[]
  readonly states: readonly ResultState[]
  readonly provisional: readonly boolean[]
  /** How long it took in the worker, in milliseconds. */
  readonly tookMs: number
}

/** One sample kept in registers: where it comes again with another value, only what depends on that is computed. */
export class LiveSample {
  private kept: Kept | undefined

  score(
    compiled: CompiledScheme,
    submission: Submission,
    group: GroupFacts | undefined,
  ): Omit<LiveAnswer, 'revision' | 'tookMs'> {
    const { heads, scores } = this.keep(compiled, submission, group)
    const row = scores.read()
    const at = [...heads.ids.keys()]
    return {
      ...heads,
      state: row.state,
      total: row.total,
      grade: row.grade,
      scores: at.map((index) => row.scoreOf(index)),
      states: at.map((index) => row.stateOf(index)),
      provisional: at.map((index) => row.isProvisional(index)),
    }
  }

  private keep(compiled: CompiledScheme, submission: Submission, group: GroupFacts | undefined): Kept {
    const { kept } = this
    if (kept !== undefined && kept.compiled === compiled && kept.group === group && isOfOne(kept, submission)) {
      const { scores, submission: before } = kept
      for (const [id, entry] of changes(before.items, submission.items)) scores.change({ kind: 'item', id }, entry)
      for (const [id, entry] of changes(before.judgements, submission.judgements)) {
        scores.change({ kind: 'judgement', id }, entry)
      }
      for (const [id, files] of changes(before.evidence, submission.evidence)) {
        scores.change({ kind: 'evidence', id }, files)
      }
      this.kept = { ...kept, submission }
    } else {
      const heads = kept?.compiled === compiled ? kept.heads : headsOf(compiled)
      this.kept = {
        compiled,
        group,
        submission,
        heads,
        scores: new LiveScores(compiled, submission, group),
      }
    }
    return this.kept
  }
}

function headsOf({ nodes, fullScore }: CompiledScheme): Heads {
  return {
    fullScore: fullScore.toText(),
    ids: nodes.map(({ node }) => node.id),
    points: nodes.map(({ points }) => points.toText()),
  }
}

type Heads = Pick<LiveAnswer, 'fullScore' | 'ids' | 'points'>

interface Kept {
  readonly compiled: CompiledScheme
  readonly group: GroupFacts | undefined
  readonly submission: Submission
  readonly heads: Heads
  readonly scores: LiveScores
}

/** Whoever is scored, and what subordinate units hand in, is not changed value by value. */
function isOfOne({ submission: before }: Kept, after: Submission): boolean {
  return isSame(before.subject, after.subject) && isSame(before.units, after.units)
}

type Entries<T> = { readonly [id: string]: T } | undefined

/** What stands under each id now, where it is something else than before. */
function changes<T>(before: Entries<T> = {}, after: Entries<T> = {}): [string, T | undefined][] {
  if (before === after) return []
  const ids = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...ids].filter((id) => !isSame(before[id], after[id])).map((id) => [id, after[id]])
}

/** Documents that came through a message are copies. */
function isSame(one: unknown, other: unknown): boolean {
  return one === other || (typeof one === 'object' && JSON.stringify(one) === JSON.stringify(other))
}
