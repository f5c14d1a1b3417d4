import { type Entry, entryOf, type InputValue, type Item, type Submission, stackOf } from '@yardstick/model'
import { useEffect, useState } from 'react'
import type { Campaign, SubmissionHead } from '../../server/campaigns.ts'
import { ask, query } from '../../server/client.ts'
import { type Loaded, readSubmission } from '../load.ts'

/** What the same department, for the same project, had in an earlier period. */
export interface EarlierValues {
  readonly period: string
  readonly submission: Submission
}

/** How many earlier campaigns are looked through. */
const MOST = 3

/** Undefined until it is known, and where there is none that may be seen. */
export function useEarlierValues({ campaign, head }: Loaded): EarlierValues | undefined {
  const [found, setFound] = useState<EarlierValues>()
  useEffect(() => {
    let isLeft = false
    const { department, project } = head
    // Beside what is asked for; without it the form is filled in all the same.
    findEarlier(campaign, department, project).then(
      (earlier) => !isLeft && setFound(earlier),
      () => undefined,
    )
    return () => {
      isLeft = true
    }
  }, [campaign, head])
  return found
}

async function findEarlier(now: Campaign, department: string, project: string): Promise<EarlierValues | undefined> {
  const { campaigns } = await ask<{ campaigns: readonly Campaign[] }>('GET', `/api/campaigns${query({ limit: 200 })}`)
  for (const { id, period } of earlierThan(now, campaigns).slice(0, MOST)) {
    const path = `/api/campaigns/${id}/submissions${query({ department, limit: 200 })}`
    const { submissions } = await ask<{ submissions: readonly SubmissionHead[] }>('GET', path)
    const same = submissions.find((each) => each.project === project)
    if (same !== undefined) return { period, submission: (await readSubmission(same.id)).submission }
  }
  return undefined
}

/** Campaigns of earlier years, the last one first. */
export function earlierThan<C extends Pick<Campaign, 'period'>>(now: Pick<Campaign, 'period'>, all: readonly C[]): C[] {
  const year = yearOf(now.period)
  return all
    .filter(({ period }) => year !== '' && yearOf(period) !== '' && yearOf(period) < year)
    .sort((a, b) => (yearOf(a.period) < yearOf(b.period) ? 1 : -1))
}

/** The value of an item in the earlier period; undefined where there was none. */
export function earlierEntry({ submission }: EarlierValues, { id }: Item): Entry | undefined {
  const { top } = stackOf(entryOf(submission.items, id))
  const value: InputValue | undefined = top?.value
  return top?.state === 'not-applicable' || value === null ? undefined : value
}

function yearOf(period: string): string {
  return /\d{4}/.exec(period)?.[0] ?? ''
}
