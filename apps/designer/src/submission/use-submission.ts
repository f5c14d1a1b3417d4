import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { OpenSubmission, SubmissionView } from './open-submission.ts'
import type { SubmissionRights } from './rights.ts'

/** The submission that the page shows, for all its parts. */
export const SubmissionContext = createContext<{ open: OpenSubmission; rights: SubmissionRights } | null>(null)

/** `open.write` changes it, `open.loaded` holds its scheme and campaign; `rights` is what whoever is signed in may do. */
export function useSubmission(): { open: OpenSubmission; rights: SubmissionRights } {
  const found = useContext(SubmissionContext)
  if (found === null) throw new Error('a part of a submission stands outside of one')
  return found
}

/** What it is at this moment. */
export function useSubmissionView<T>(select: (view: SubmissionView) => T): T {
  return useStore(useSubmission().open.store, select)
}
