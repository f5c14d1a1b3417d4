import { Exact } from '@yardstick/model'
import { ask, query } from '../../../server/client.ts'

/** A leaf that results are compared by. */
export interface LeafHead {
  readonly id: string
  readonly name: string
  /** Names of what it stands under, from the top. */
  readonly path: readonly string[]
  readonly points: string
  /** It stands outside the full score. */
  readonly kind?: 'bonus'
  /** A branch, which stands for the leaves that each unit has put under it. */
  readonly isOwn?: true
}

/** A version of a scheme, and how many results it has; results of different ones are not held against each other. */
export interface VersionHead {
  readonly hash: string
  readonly name: string
  readonly number: number
  readonly count: number
  readonly scored: number
}

/** A result, with the score of each leaf in the order of the table's heads. */
export interface ScoreRow {
  readonly place: number
  /** 1-1-3 by the total, among those of the version; null without a total. */
  readonly rank: number | null
  readonly submission: string
  readonly project: string
  readonly department: { readonly id: string; readonly name: string; readonly type: string; readonly region: string }
  readonly state: 'final' | 'provisional' | 'blocked'
  readonly total: string | null
  readonly fullScore: string
  readonly grade: string | null
  /** 自评总分. */
  readonly claimed: string | null
  readonly scores: readonly (string | null)[]
  /** A letter for each head: `.` a value, `n` 不适用, `m` 空缺, `e` a fault, `-` not scored at all. */
  readonly states: string
  /** Where they are not the scheme's: by the number of the head. */
  readonly points?: Readonly<Record<number, string>>
  readonly claims?: readonly (string | null)[]
}

/** All results of one version in a run, best first. */
export interface ScoreTable {
  readonly run: string
  /** Null where there are no results. */
  readonly version: string | null
  readonly versions: readonly VersionHead[]
  readonly heads: readonly LeafHead[]
  readonly rows: readonly ScoreRow[]
}

export type CellState = 'scored' | 'not-applicable' | 'missing' | 'unscored'

export interface Cell {
  readonly state: CellState
  readonly score: string | null
  readonly points: string
  readonly claim: string | null
}

const states: Readonly<Record<string, CellState>> = { '.': 'scored', n: 'not-applicable', m: 'missing' }

export function cellOf({ heads }: Pick<ScoreTable, 'heads'>, row: ScoreRow, at: number): Cell {
  return {
    state: states[row.states[at] ?? '-'] ?? 'unscored',
    score: row.scores[at] ?? null,
    points: row.points?.[at] ?? heads[at]!.points,
    claim: row.claims?.[at] ?? null,
  }
}

/** 空缺 that counts as 0, which is another thing than a 0 that somebody has. */
export function isMissingZero(cell: Cell): cell is Cell & { readonly score: string } {
  return cell.state === 'missing' && cell.score !== null
}

/** Score ÷ points for drawing, 0 to 1; null where there is none. */
export function drawnRate(score: string | null, points: string): number | null {
  const whole = Number(points)
  return score === null || whole === 0 ? null : Number(score) / whole
}

/** The same exactly, to be put in order. */
export function rateOf(score: string | null, points: string): Exact | null {
  const whole = Exact.of(points)
  return score === null || whole.sign === 0 ? null : Exact.of(score).over(whole)
}

const PAGE = 1_000

interface Page {
  readonly run: string
  readonly version: string | null
  readonly versions: readonly VersionHead[]
  readonly indicators: readonly LeafHead[]
  readonly rows: readonly ScoreRow[]
}

/** Reads a table to its end; `onPage` is told of what is there so far. */
export async function readScoreTable(
  campaign: string,
  { run, version }: { readonly run?: string | undefined; readonly version?: string | undefined },
  onPage: (table: ScoreTable, isWhole: boolean) => void,
  signal: AbortSignal,
): Promise<void> {
  let rows: readonly ScoreRow[] = []
  let named: { run?: string | undefined; version?: string | undefined } = { run, version }
  for (;;) {
    const path = `/api/campaigns/${encodeURIComponent(campaign)}/scores`
    const more = { ...named, after: rows.at(-1)?.place, limit: PAGE }
    const page: Page = await ask('GET', `${path}${query(more)}`, { signal })
    rows = [...rows, ...page.rows]
    const isWhole = page.rows.length < PAGE
    onPage({ run: page.run, version: page.version, versions: page.versions, heads: page.indicators, rows }, isWhole)
    if (isWhole) return
    // The next page is of the same run, whatever is scored meanwhile.
    named = { run: page.run, version: page.version ?? undefined }
  }
}
