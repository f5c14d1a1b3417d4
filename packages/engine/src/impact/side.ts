import { Exact, type GroupFacts, type Issue, type RuleEffect, roundBy, type Submission } from '@yardstick/model'
import type { CompiledNode, CompiledScheme } from '../compile/compiled.ts'
import type { ScoredBy } from '../evaluate/group.ts'
import { type Scores, scoreNow } from '../evaluate/score.ts'
import type { Total } from '../evaluate/total.ts'
import { fastFromSecond } from '../fast/from-second.ts'
import { ReferenceScores, type RowScores } from '../fast/row-scores.ts'

/** What a submission comes to under one of the two schemes, as far as the other side is held against it. */
export interface Side {
  readonly compiled: CompiledScheme
  readonly total: Exact | null
  readonly grade: string | null
  /** Exact text of a node's score, as it counts; null where there is none, and of a node that the scheme does not have. */
  scoreOf(id: string): string | null
  /** The same as it is printed. */
  printedOf(id: string): string | null
  /** The total's lines besides indicators and bonuses. */
  readonly lines: Total['lines']
  /** Vetoes and caps that hold. */
  readonly holding: readonly { readonly id: string; readonly name: string; readonly effect: RuleEffect }[]
  readonly issues?: readonly Issue[]
}

/** What makes a side of a submission; `referenceSide` is what it must be equal to. */
export type SideOf = (compiled: CompiledScheme, submission: Submission, group: GroupFacts | undefined) => Side

/** By the fast path, where scores, total and grade are all that there is to say; else by the reference. */
export function fastSide(compiled: CompiledScheme, submission: Submission, group: GroupFacts | undefined): Side {
  const row = fastFromSecond(compiled)?.score(submission, group === undefined ? {} : { group })
  if (row instanceof ReferenceScores) return new ScoredSide(compiled, row.scores)
  return row?.isPlain === true ? new PlainSide(compiled, row) : referenceSide(compiled, submission, group)
}

export function referenceSide(compiled: CompiledScheme, submission: Submission, group: GroupFacts | undefined): Side {
  return new ScoredSide(compiled, scoreNow(compiled, submission, group))
}

/** By the submission's own scheme; without scores where its declaration does not go with it. */
export function sideBy(
  sideOf: SideOf,
  compiled: CompiledScheme,
  scoredBy: ScoredBy | undefined,
  submission: Submission,
  group: GroupFacts | undefined,
): Side {
  const own = scoredBy?.(submission)
  if (own?.ok === false) return new UnscoredSide(compiled, own.issues)
  return sideOf(own?.value ?? compiled, submission, group)
}

class PlainSide implements Side {
  readonly total: Exact | null
  readonly grade: string | null
  readonly lines = []
  readonly holding = []

  constructor(
    readonly compiled: CompiledScheme,
    private readonly row: RowScores,
  ) {
    this.total = row.total === null ? null : Exact.of(row.total)
    this.grade = row.grade
  }

  scoreOf(id: string): string | null {
    const index = indexesOf(this.compiled).get(id)
    return index === undefined ? null : this.row.scoreOf(index)
  }

  printedOf(id: string): string | null {
    return this.scoreOf(id)
  }
}

class ScoredSide implements Side {
  constructor(
    readonly compiled: CompiledScheme,
    private readonly scores: Scores,
  ) {}

  get total(): Exact | null {
    return this.scores.total.total
  }

  get grade(): string | null {
    return this.scores.total.grade
  }

  scoreOf(id: string): string | null {
    return this.scores.results.get(id)?.score?.toText() ?? null
  }

  /** A score that no decimal writes is printed as the total is. */
  printedOf(id: string): string | null {
    const score = this.scores.results.get(id)?.score ?? null
    if (score === null) return null
    return (score.decimalDigits === undefined ? roundBy(score, this.compiled.rounding.total) : score).toText()
  }

  get lines(): Total['lines'] {
    return this.scores.total.lines.filter(({ line }) => line !== 'indicators' && line !== 'bonus')
  }

  get holding(): Side['holding'] {
    return this.scores.total.events
      .filter(({ effect }) => effect === 'veto' || effect === 'cap-grade')
      .map(({ rule, effect }) => ({ id: rule.rule.id, name: rule.rule.name, effect }))
  }
}

class UnscoredSide implements Side {
  readonly total = null
  readonly grade = null
  readonly lines = []
  readonly holding = []

  constructor(
    readonly compiled: CompiledScheme,
    readonly issues: readonly Issue[],
  ) {}

  scoreOf(): null {
    return null
  }

  printedOf(): null {
    return null
  }
}

const known = new WeakMap<readonly CompiledNode[], ReadonlyMap<string, number>>()

/** Where each node stands in `nodes`. */
function indexesOf({ nodes }: CompiledScheme): ReadonlyMap<string, number> {
  let indexes = known.get(nodes)
  if (indexes === undefined) {
    indexes = new Map(nodes.map(({ node }, index) => [node.id, index]))
    known.set(nodes, indexes)
  }
  return indexes
}
