import type { Campaign, SubmissionHead } from './campaigns.ts'

/**
 * Due dates are told, nothing is refused by them. A submission is over its date while it should have been handed in and was
 * not, and late when it was handed in after it; whoever corrects what was returned is neither.
 */
export type HandIn =
  | { readonly kind: 'over'; readonly due: string; readonly days: number }
  | { readonly kind: 'late'; readonly due: string; readonly days: number; readonly at: string }

/** Undefined where all is in time, or no date is set. Days are those of this computer. */
export function handInOf(
  { due, stages }: Pick<Campaign, 'due' | 'stages'>,
  { state, handedIn }: Pick<SubmissionHead, 'state' | 'handedIn'>,
  stage: Campaign['stage'],
  now: Date,
): HandIn | undefined {
  const asking = stages.filter((each) => each === 'report' || each === 'self')
  const reached = stages.indexOf(stage)
  // From 评价 on the last of them is the one that counts.
  const current = asking.findLast((each) => stages.indexOf(each) <= reached)
  const day = current === undefined ? undefined : due[current]
  if (current === undefined || day === undefined) return undefined
  // Who had to be asked in 评价 handed in there.
  const at = handedIn[current] ?? handedIn.evaluate
  if (at !== undefined) {
    const days = -daysTo(day, new Date(at))
    return days > 0 ? { kind: 'late', due: day, days, at } : undefined
  }
  const days = -daysTo(day, now)
  return state !== 'submitted' && days > 0 ? { kind: 'over', due: day, days } : undefined
}

/** Whole days from today to a day YYYY-MM-DD; below 0 it has gone by. Days are those of this computer. */
export function daysTo(day: string, now: Date): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())
  return Math.round((Date.UTC(year, month - 1, date) - today) / 86_400_000)
}
