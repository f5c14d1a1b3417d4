import { type Entry, entryOf, type InputValue, type Item, stackOf } from '@yardstick/model'
import { useEffect, useState } from 'react'
import { type EarlierSubmission, readEarlier } from '../../server/earlier-submission.ts'
import type { Loaded } from '../load.ts'

export type EarlierValues = EarlierSubmission

/** Undefined until it is known, and where there is none that may be seen. */
export function useEarlierValues({ campaign, head }: Loaded): EarlierValues | undefined {
  const [found, setFound] = useState<EarlierValues>()
  useEffect(() => {
    let isLeft = false
    const { department, project } = head
    // Beside what is asked for; without it the form is filled in all the same.
    readEarlier(campaign, department, project).then(
      (earlier) => !isLeft && setFound(earlier),
      () => undefined,
    )
    return () => {
      isLeft = true
    }
  }, [campaign, head])
  return found
}

/** The value of an item in the earlier period; undefined where there was none. */
export function earlierEntry({ submission }: EarlierValues, { id }: Item): Entry | undefined {
  const { top } = stackOf(entryOf(submission.items, id))
  const value: InputValue | undefined = top?.value
  return top?.state === 'not-applicable' || value === null ? undefined : value
}
