import { expect, it } from 'vitest'
import type { Stage, SubmissionState, WholeSubmission } from '../server/campaigns.ts'
import type { Session } from '../server/session.ts'
import { rightsOf, type SubmissionRights } from './rights.ts'

const grant = (department: string | null) => [{ region: '360100', campaign: null, department }]
const session = (department: string | null, ...actions: string[]): Session => ({
  mode: 'accounts',
  person: { id: 'a', title: '甲', grants: [] },
  actions: Object.fromEntries(actions.map((action) => [action, grant(department)])),
})
const own = session('d', 'submission.report', 'submission.read', 'evaluation.read-own')
const evaluator = session(null, 'submission.verify', 'submission.judge', 'submission.return', 'submission.read-judged')
const writer = session(null, 'report.write', 'evaluation.read')
const at = (stage: Stage, state: SubmissionState, department = 'd') =>
  ({ region: '360102', campaign: 'c', department, stage, state }) as WholeSubmission

it.each<[string, Session, WholeSubmission, (keyof SubmissionRights)[]]>([
  ['its department, in 填报', own, at('report', 'open'), ['isOwn', 'report', 'handIn']],
  ['its department, in 自评', own, at('self', 'open'), ['isOwn', 'report', 'claim', 'handIn']],
  ['its department, after it was handed in', own, at('report', 'submitted'), ['isOwn']],
  ['its department, in 评价', own, at('evaluate', 'open'), ['isOwn']],
  ['its department, returned in 评价', own, at('evaluate', 'returned'), ['isOwn', 'report', 'claim', 'handIn']],
  ['its department, once the result is settled', own, at('final', 'submitted'), ['isOwn', 'seeResult']],
  ['its department, once it is public', own, at('public', 'submitted'), ['isOwn', 'seeResult', 'seeReport']],
  ['another department', own, at('report', 'open', 'e'), []],
  ['an evaluator, before it is handed in', evaluator, at('report', 'open'), ['seeJudged']],
  ['an evaluator, who can return it', evaluator, at('self', 'submitted'), ['return', 'seeJudged']],
  ['an evaluator, in 评价', evaluator, at('evaluate', 'open'), ['return', 'verify', 'judge', 'seeJudged']],
  ['an evaluator, at the end', evaluator, at('final', 'submitted'), ['seeJudged']],
  ['who writes the report', writer, at('final', 'submitted'), ['seeResult', 'seeReport', 'writeReport']],
  ['who wrote the report', writer, at('public', 'submitted'), ['seeResult', 'seeReport']],
])('what may be done by %s', (_, who, head, expected) => {
  const rights = rightsOf(who, head, { region: '360100' })
  const names = (Object.keys(rights) as (keyof SubmissionRights)[]).filter((name) => rights[name])
  expect(names.sort()).toEqual([...expected].sort())
})
