import { expect, it } from 'vitest'
import { justOpened, type Review, type SchemeHead, type ServerSide } from '../store/server-side.ts'
import { possibleSteps } from './review-steps.ts'
import type { Server } from './session.ts'

const person = (mode: 'local' | 'accounts', ...actions: string[]): Server => {
  const everywhere = [{ region: '360000', campaign: null, department: null }]
  const able = Object.fromEntries(actions.map((action) => [action, everywhere]))
  return { state: 'there', session: { mode, person: { id: 'p', title: '某人', grants: [] }, actions: able } }
}
const designer = person('accounts', 'scheme.write')
const reviewer = person('accounts', 'scheme.review', 'scheme.publish')
const both = ['scheme.write', 'scheme.review', 'scheme.publish']
const scheme = (state: SchemeHead['state'], more: Partial<ServerSide> = {}, region = '360100'): ServerSide => {
  const saved = { updatedAt: '2026-01-01T00:00:00Z', updatedBy: '某人' }
  const head: SchemeHead = {
    id: 's',
    name: '方案',
    region,
    regionName: null,
    state,
    revision: 1,
    latest: null,
    ...saved,
  }
  return { ...justOpened, head, ...more }
}
const review = (isOwn: boolean): Review => ({
  ...{ id: 'r', revision: 1, note: '', submittedBy: '某人', submittedAt: '2026-01-01T00:00:00Z', isOwn },
  ...{ decision: null, decidedBy: null, decidedAt: null, decisionNote: null, remarks: [] },
})

it.each([
  ['a design of the browser alone', designer, null, []],
  ['a draft, its designer', designer, scheme('draft'), ['submit']],
  ['a draft, a reviewer', reviewer, scheme('draft'), []],
  ['under review, its designer', designer, scheme('review', { review: review(true) }), ['withdraw', 'remarks']],
  ['under review, a reviewer', reviewer, scheme('review', { review: review(false) }), ['approve', 'return', 'remarks']],
  [
    ...(['submitted by oneself', person('accounts', ...both)] as const),
    ...([scheme('review', { review: review(true) }), ['return', 'withdraw', 'remarks']] as const),
  ],
  [
    ...(['submitted by oneself, without accounts', person('local', ...both)] as const),
    ...([scheme('review', { review: review(true) }), ['approve', 'return', 'withdraw', 'remarks']] as const),
  ],
  ['approved, its designer', designer, scheme('approved'), ['reopen']],
  ['approved, its designer goes on', designer, scheme('approved', { isReopened: true }), []],
  ['approved, a reviewer', reviewer, scheme('approved'), ['publish']],
  ['of another region', reviewer, scheme('approved', {}, '110000'), []],
])('what can be done with a scheme: %s', (_, who, side, expected) => {
  expect(possibleSteps(who, side)).toEqual(expected)
})
