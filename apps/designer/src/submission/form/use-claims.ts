import type { Submission } from '@yardstick/model'
import { useSubmission, useSubmissionView } from '../use-submission.ts'

type Claims = NonNullable<Submission['claims']>

const none: NonNullable<Claims['scores']> = {}
const PAUSE_MS = 1_200

/** 自评分 by indicator, and the total that the department claims. */
export function useClaims() {
  const { open } = useSubmission()
  const claims = useSubmissionView(({ document }) => document.claims)
  const write = (change: (claims: Claims) => Claims) =>
    open.write([], { claims: change(open.store.getState().document.claims ?? {}), pauseMs: PAUSE_MS })
  return {
    scores: claims?.scores ?? none,
    total: claims?.total,
    put(id: string, score: string | undefined) {
      write(({ scores = {}, ...rest }) => {
        const { [id]: _, ...others } = scores
        return { ...rest, scores: score === undefined ? others : { ...others, [id]: score } }
      })
    },
    /** Keeps what was claimed already. */
    fill(scores: Readonly<Record<string, string>>) {
      write((before) => ({ ...before, scores: { ...scores, ...before.scores } }))
    },
    putTotal(total: string | undefined) {
      write(({ total: _, ...rest }) => (total === undefined ? rest : { ...rest, total }))
    },
  }
}
