import type { Submission } from '@yardstick/model'
import { describe, expect, it } from 'vitest'
import { type DryLine, type DryRun, noChoices } from '../../../parts/workbook/dry-run.ts'
import type { WholeSubmission } from '../../../server/campaigns.ts'
import { type ReturnedFile, SubjectIndex, type Surroundings, statusOf, twinsOf, writable } from './returned-file.ts'

const submission = (department: string, project?: string): Submission => ({
  yardstick: 'submission/1',
  subject: { department, ...(project === undefined ? {} : { project }) },
  period: '2024',
  items: {},
})
const whole = (id: string, more: Partial<WholeSubmission> = {}) =>
  ({ id, project: '', state: 'open', stage: 'report', submission: submission(id), ...more }) as WholeSubmission
const changed: DryLine = {
  ...{ key: 'items  预算数', kind: 'changed', label: '预算数', at: '数据填报!E4', doubts: [], proposals: [] },
  change: {
    ...{ kind: 'changed', before: undefined, label: '预算数', at: '数据填报!E4' },
    entry: { of: 'items', id: '预算数', layer: 'reported', value: '1' },
  },
}
const run = (more: Partial<DryRun> = {}): DryRun => ({
  ...{ lines: [changed], held: [], isSettleable: true, notes: [], isLocal: false, leavesClaims: false },
  ...more,
})
const file = (more: Partial<ReturnedFile> = {}): ReturnedFile => ({
  ...{
    key: 1,
    name: 'a.xlsx',
    content: new Uint8Array(),
    submission: 'a',
    run: run(),
    choices: noChoices,
    step: 'read',
  },
  ...more,
})
const surroundings = (more: Partial<Surroundings> & { whole?: WholeSubmission } = {}): Surroundings => ({
  documents: new Map([['a', more.whole ?? whole('a')]]),
  twins: new Set(),
  mayReport: () => true,
  ...more,
})
const doubt = { kind: 'rate-bare', at: 'E5', label: '', found: '', expected: '', proposals: [] } as const
const open: DryLine = {
  ...{ key: '? E5', kind: 'doubtful', label: '满意度', at: 'E5', doubts: [doubt] },
  proposals: [{ shown: '95%', entry: { of: 'items', id: '满意度', layer: 'reported', value: '95%' } }],
}
const refused: DryLine = { key: '? E6', kind: 'refused', label: '人数', at: 'E6', doubts: [doubt], proposals: [] }
const foreign = { ...doubt, kind: 'other-subject' } as const

describe('a file of a campaign', () => {
  it.each([
    ['reading', 'as long as it waits', file({ step: 'waiting' }), {}],
    ['unreadable', 'where its reader refused it', file({ run: undefined, trouble: new Error('broken') }), {}],
    ['unmatched', 'of nobody there', file({ run: undefined, submission: undefined }), {}],
    ['twin', 'of which there is another', file(), { twins: new Set(['a']) }],
    ['closed', 'that was handed in', file(), { whole: whole('a', { state: 'submitted' }) }],
    ['closed', 'in a later stage', file(), { whole: whole('a', { stage: 'verify' }) }],
    ['closed', 'for which somebody else reports', file(), { mayReport: () => false }],
    ['foreign', 'that is none of ours', file({ run: run({ isSettleable: false, held: [foreign] }) }), {}],
    ['held', 'that was made for somebody else', file({ run: run({ held: [foreign] }) }), {}],
    [
      'ready',
      'that is used all the same',
      file({ run: run({ held: [foreign] }), choices: { ...noChoices, isSettled: true } }),
      {},
    ],
    ['open', 'with a doubt', file({ run: run({ lines: [changed, open] }) }), {}],
    [
      'ready',
      'whose doubt is settled',
      file({
        run: run({ lines: [open] }),
        choices: { ...noChoices, chosen: new Map([['? E5', 0]]) },
      }),
      {},
    ],
    ['open', 'of which nothing can be used', file({ run: run({ lines: [refused] }) }), {}],
    ['ready', 'that is sure', file(), {}],
    ['same', 'that says what is there', file({ run: run({ lines: [{ ...changed, kind: 'same' }] }) }), {}],
    ['failed', 'that was not written', file({ step: 'failed', refusal: new Error('away') }), {}],
    ['written', 'that was written', file({ step: 'written', written: 1 }), {}],
  ] as const)('is %s: one %s', (status, _, given, more) => {
    expect(statusOf(given, surroundings(more))).toBe(status)
  })

  it.each([
    ['what is sure of one with doubts', file({ run: run({ lines: [changed, open] }) }), 1],
    ['one that failed, again', file({ step: 'failed' }), 1],
    ['nothing of one that is held', file({ run: run({ held: [foreign] }) }), undefined],
    ['nothing of one that was written', file({ step: 'written' }), undefined],
  ] as const)('has written of it %s', (_, given, count) => {
    const around = surroundings()
    expect(writable(given, statusOf(given, around), around)?.count).toBe(count)
  })
})

it('two files of one submission are twins, unless one of them is written or changes nothing', () => {
  expect([...twinsOf([file(), file({ key: 2 }), file({ key: 3, submission: 'b' })])]).toEqual(['a'])
  expect([...twinsOf([file({ step: 'written' }), file({ key: 2 })])]).toEqual([])
  const same = run({ lines: [{ ...changed, kind: 'same' }] })
  expect([...twinsOf([file({ run: same }), file({ key: 2 })])]).toEqual([])
})

it('a subject is found by its names, however wide their letters and digits are', () => {
  const index = new SubjectIndex([
    whole('a', { submission: submission('第1小学') }),
    whole('b', { submission: submission('第1小学', '运维费') }),
  ])
  expect(index.submissionOf({ department: '第１小学' })).toBe('a')
  expect(index.submissionOf({ department: '第1小学', project: '运维费' })).toBe('b')
  expect(index.submissionOf({ department: '第2小学' })).toBeUndefined()
})
