import type { Submission } from '@yardstick/model'
import type { Campaign, SubmissionHead } from './campaigns.ts'
import { ask, query } from './client.ts'

/** What the same department, for the same project, had in an earlier period. */
export interface EarlierSubmission {
  readonly period: string
  readonly submission: Submission
}

/** How many earlier campaigns are looked through. */
const MOST = 3

/** Undefined where there is none that may be seen. */
export async function readEarlier(
  now: Campaign,
  department: string,
  project: string,
): Promise<EarlierSubmission | undefined> {
  for (const { id, period } of await earlierCampaigns(now)) {
    const path = `/api/campaigns/${id}/submissions${query({ department, limit: 200 })}`
    const { submissions } = await ask<{ submissions: readonly SubmissionHead[] }>('GET', path)
    const same = submissions.find((each) => each.project === project)
    if (same === undefined) continue
    const { submission } = await ask<{ submission: Submission }>('GET', `/api/submissions/${same.id}`)
    return { period, submission }
  }
  return undefined
}

/** Campaigns of earlier years that may be seen, the last ones, the last one first. */
export async function earlierCampaigns(now: Campaign): Promise<Campaign[]> {
  const { campaigns } = await ask<{ campaigns: readonly Campaign[] }>('GET', `/api/campaigns${query({ limit: 200 })}`)
  return earlierThan(now, campaigns).slice(0, MOST)
}

/** Campaigns of earlier years, the last one first. */
export function earlierThan<C extends Pick<Campaign, 'period'>>(now: Pick<Campaign, 'period'>, all: readonly C[]): C[] {
  const year = yearOf(now.period)
  return all
    .filter(({ period }) => year !== '' && yearOf(period) !== '' && yearOf(period) < year)
    .sort((a, b) => (yearOf(a.period) < yearOf(b.period) ? 1 : -1))
}

function yearOf(period: string): string {
  return /\d{4}/.exec(period)?.[0] ?? ''
}
