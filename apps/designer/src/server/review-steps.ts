import type { ServerSide } from '../store/server-side.ts'
import { designer } from '../store/use-designer.ts'
import { mayAt } from './may-at.ts'
import type { Server } from './session.ts'

/** What can be done with a scheme of the server between draft and published version. */
export const reviewSteps = ['submit', 'approve', 'return', 'publish', 'withdraw', 'reopen', 'remarks'] as const
export type ReviewStep = (typeof reviewSteps)[number]

/** The steps that whoever is signed in may take now; none of a scheme that is not the server's. */
export function possibleSteps(server: Server, side: ServerSide | null): readonly ReviewStep[] {
  if (side === null || side.head === null) return []
  const { head, review, isReopened } = side
  const { state, region } = head
  // Nobody approves what they have submitted, unless they are the only one there is: without accounts.
  const isAlone = server.state === 'there' && server.session.mode === 'local'
  const mayWrite = mayAt(server, 'scheme.write', region)
  const mayReview = state === 'review' && mayAt(server, 'scheme.review', region)
  const isPossible: { readonly [S in ReviewStep]: boolean } = {
    submit: state === 'draft' && mayWrite,
    approve: mayReview && (review?.isOwn !== true || isAlone),
    return: mayReview,
    publish: state === 'approved' && mayAt(server, 'scheme.publish', region),
    withdraw: state === 'review' && mayWrite,
    reopen: state === 'approved' && mayWrite && !isReopened,
    remarks: review !== null,
  }
  return reviewSteps.filter((step) => isPossible[step])
}

/** Begins a step: most open a dialog that asks. */
export function takeStep(step: ReviewStep): void {
  if (step === 'reopen') designer.setServer({ isReopened: true })
  else if (step === 'remarks') designer.setView({ drawer: 'review' })
  else if (step === 'approve') designer.setView({ dialog: { kind: 'decide', decision: 'approved' } })
  else if (step === 'return') designer.setView({ dialog: { kind: 'decide', decision: 'returned' } })
  else designer.setView({ dialog: { kind: step } })
}
