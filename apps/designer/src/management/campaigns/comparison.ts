import type { Campaign } from '../../server/campaigns.ts'

/** A department, or a project of it, in two campaigns; null where it is in one of them only or has no total there. */
export interface ComparedRow {
  /** Its line in the whole list, which the next page begins after. */
  readonly place: number
  readonly department: { readonly id: string; readonly name: string; readonly type: string; readonly region: string }
  readonly project: string
  readonly before: Standing
  readonly after: Standing
  readonly difference: string | null
}

interface Standing {
  readonly total: string | null
  readonly grade: string | null
  readonly rank: number | null
}

/** What `GET /api/campaigns/:id/comparison` answers, page by page: the largest rise first. */
export interface Comparison {
  readonly before: { readonly campaign: string; readonly period: string }
  readonly after: { readonly campaign: string; readonly period: string }
  readonly summary: {
    readonly both: number
    readonly up: number
    readonly down: number
    readonly same: number
    readonly onlyBefore: number
    readonly onlyAfter: number
  }
  readonly grades: readonly { readonly before: string | null; readonly after: string | null; readonly count: number }[]
  readonly rows: readonly ComparedRow[]
}

type Dated = Pick<Campaign, 'id' | 'region' | 'period'>

/** What a campaign is held against before anybody chooses: the one of the period before it, of its own region if there is one. */
export function earlierOf<C extends Dated>(campaign: Dated, all: readonly C[]): C | undefined {
  const isHere = ({ region }: Dated) => Number(region === campaign.region)
  return all
    .filter(({ id, period }) => id !== campaign.id && period < campaign.period)
    .sort((a, b) => isHere(b) - isHere(a) || (a.period < b.period ? 1 : a.period > b.period ? -1 : 0))[0]
}

/** The other end of the list first; those who cannot be compared stay last. */
export function fallsFirst(rows: readonly ComparedRow[]): ComparedRow[] {
  const isCompared = ({ difference }: ComparedRow) => difference !== null
  return [...rows.filter(isCompared).reverse(), ...rows.filter((row) => !isCompared(row))]
}
