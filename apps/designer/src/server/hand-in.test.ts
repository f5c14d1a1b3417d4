import { describe, expect, it } from 'vitest'
import type { Campaign, Stage, SubmissionHead } from './campaigns.ts'
import { daysTo, handInOf } from './hand-in.ts'

const stages: Stage[] = ['report', 'self', 'evaluate', 'verify', 'final', 'public']
const due: Campaign['due'] = { report: '2026-03-31', self: '2026-04-15' }
const at = (day: string, hour = '09:30') => new Date(`${day}T${hour}:00`)
const iso = (day: string, hour?: string) => at(day, hour).toISOString()

describe('a submission is over its date, or late, or neither', () => {
  type Row = [string, Stage, SubmissionHead['state'], SubmissionHead['handedIn'], string, string | undefined]
  it.each<Row>([
    ['while there is time', 'report', 'open', {}, '2026-03-31', undefined],
    ['once the day has gone by', 'report', 'open', {}, '2026-04-03', 'over 3'],
    ['handed in on the day', 'report', 'submitted', { report: iso('2026-03-31', '23:59') }, '2026-04-20', undefined],
    ['handed in afterwards', 'report', 'submitted', { report: iso('2026-04-02') }, '2026-04-20', 'late 2'],
    ['returned, and corrected later', 'report', 'returned', { report: iso('2026-03-30') }, '2026-04-20', undefined],
    ['late, and returned', 'report', 'returned', { report: iso('2026-04-01') }, '2026-04-20', 'late 1'],
    ['in 自评, by its own date', 'self', 'open', { report: iso('2026-04-02') }, '2026-04-10', undefined],
    ['in 自评, over it', 'self', 'open', { report: iso('2026-03-30') }, '2026-04-16', 'over 1'],
    ['in 评价, never handed in', 'evaluate', 'open', { report: iso('2026-03-30') }, '2026-04-18', 'over 3'],
    ['in 评价, asked for it', 'evaluate', 'submitted', { evaluate: iso('2026-04-20') }, '2026-05-01', 'late 5'],
    ['when all is settled', 'final', 'submitted', { self: iso('2026-04-16') }, '2026-09-01', 'late 1'],
  ])('%s', (_, stage, state, handedIn, today, expected) => {
    const found = handInOf({ due, stages }, { state, handedIn }, stage, at(today))
    expect(found === undefined ? undefined : `${found.kind} ${found.days}`).toBe(expected)
  })

  it('neither without a date, and before anything is asked for', () => {
    const open = { state: 'open', handedIn: {} } as const
    expect(handInOf({ due: {}, stages }, open, 'report', at('2026-04-20'))).toBeUndefined()
    const declaring: Stage[] = ['declaration', ...stages]
    expect(handInOf({ due, stages: declaring }, open, 'declaration', at('2026-04-20'))).toBeUndefined()
  })
})

it.each([
  ['2026-11-21', 0],
  ['2026-11-22', 1],
  ['2026-11-20', -1],
  ['2027-03-31', 130],
])('days to %s are counted as %i', (day, days) => {
  expect(daysTo(day, new Date(2026, 10, 21, 23, 59))).toBe(days)
})
