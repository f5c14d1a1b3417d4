import { type EntryDoubt, readEntryWorkbook, textSheet } from '@yardstick/exchange/read/entry-workbook'
import { entryTable } from '@yardstick/exchange/render/entry-workbook'
import { writeCsv } from '@yardstick/exchange/table'
import { type Scheme, type Submission, validate } from '@yardstick/model'
import { describe, expect, test } from 'vitest'
import { alike, countOf, dryRun, isHeld, isOpen, noChoices, withChoice, writingOf } from './dry-run.ts'

const scheme: Scheme = (() => {
  const read = validate('scheme', {
    yardstick: 'scheme/1',
    id: 's',
    name: '评价',
    version: '1',
    fullScore: '100',
    items: [
      { id: '预算数', type: 'money', unit: '万元' },
      { id: '支出数', type: 'money', unit: '万元' },
      { id: '满意度', type: 'rate' },
      { id: '合格率', type: 'rate' },
      { id: '人数', type: 'count', unit: '人' },
    ],
    indicators: [{ id: '得分', name: '得分', points: '100', scoring: { method: 'judgement' } }],
  })
  if (!read.ok) throw new Error(read.issues[0]!.code)
  return read.value
})()
const about = { scheme, subject: { department: '某局' }, period: '2024' }
const present: Submission = {
  yardstick: 'submission/1',
  subject: { department: '某局' },
  period: '2024',
  items: { 预算数: '100', 支出数: '90' },
  claims: { total: '80' },
}

/** What comes back with these values typed in, by item. */
function returned(values: Readonly<Record<string, string>>, department = '某局') {
  const rows = entryTable({ ...about, subject: { department }, present, language: 'zh' }).map((row) => {
    const value = values[row[0] ?? '']
    return value === undefined ? row : row.map((cell, column) => (column === 4 ? value : cell))
  })
  return readEntryWorkbook([textSheet('CSV', writeCsv(rows))!], { ...about, present })
}

describe('a file that came back', () => {
  const run = dryRun(returned({ 支出数: '95', 满意度: '95', 合格率: '90', 人数: '很多' }), false)

  test('is a line for each value: changed, the same, in doubt, refused', () => {
    expect(countOf(run)).toEqual({ new: 0, changed: 1, same: 1, doubtful: 2, refused: 1 })
    expect(run.lines.map(({ kind, label }) => [kind, label])).toEqual([
      ['doubtful', '满意度'],
      ['doubtful', '合格率'],
      ['refused', '人数'],
      ['same', '预算数'],
      ['changed', '支出数'],
    ])
  })

  test('is written as far as it is sure, and as somebody settled it', () => {
    const [doubt] = run.lines
    expect(writingOf(run, noChoices, present).entries.map(({ id, value }) => [id, value])).toEqual([['支出数', '95']])
    const settled = withChoice(noChoices, doubt!.key, 0)
    expect(writingOf(run, settled, present)).toMatchObject({
      count: 2,
      claims: undefined,
      entries: [
        { id: '满意度', value: '95%', layer: 'reported' },
        { id: '支出数', value: '95' },
      ],
    })
    expect([isOpen(doubt!, noChoices), isOpen(doubt!, settled)]).toEqual([true, false])
    const leftOut = withChoice(settled, doubt!.key, 'none')
    expect([writingOf(run, leftOut, present).count, isOpen(doubt!, leftOut)]).toEqual([1, false])
    expect(isOpen(doubt!, withChoice(leftOut, doubt!.key, undefined))).toBe(true)
  })

  test('has doubts of the same sort, which may be settled alike', () => {
    const [doubt, other] = run.lines
    expect(alike(doubt!, run, noChoices)).toEqual([other])
    expect(alike(doubt!, run, withChoice(noChoices, other!.key, 1))).toEqual([])
  })

  test('changes nothing where it says what is there', () => {
    const same = dryRun(returned({}), false)
    expect(countOf(same)).toEqual({ new: 0, changed: 0, same: 2, doubtful: 0, refused: 0 })
    expect(writingOf(same, noChoices, present)).toEqual({ entries: [], claims: undefined, count: 0 })
  })

  test('of somebody else is held until somebody says that it is used', () => {
    const held = dryRun(returned({ 支出数: '95' }, '别的局'), false)
    expect(held.held.map(({ kind }) => kind)).toEqual(['other-subject'])
    expect([isHeld(held, noChoices), writingOf(held, noChoices, present).count]).toEqual([true, 0])
    const settled = { ...noChoices, isSettled: true }
    expect([isHeld(held, settled), writingOf(held, settled, present).count]).toEqual([false, 1])
  })

  test('that is no workbook of ours is used by nobody', () => {
    const none = dryRun(readEntryWorkbook([textSheet('CSV', '名称,数\n甲,1\n')!], { ...about, present }), false)
    expect([none.isSettleable, isHeld(none, { ...noChoices, isSettled: true })]).toEqual([false, true])
  })
})

describe('self-scores of a file', () => {
  const reading = {
    ...returned({}),
    claims: [
      { kind: 'changed' as const, of: 'total' as const, value: '90', before: '80', label: '合计', at: '自评!F9' },
    ],
  }

  test('are written with those there are', () => {
    const run = dryRun(reading, true)
    expect(writingOf(run, noChoices, present)).toEqual({ entries: [], claims: { total: '90' }, count: 1 })
    expect(run.leavesClaims).toBe(false)
  })

  test('are left out before their stage, and that is said', () => {
    const run = dryRun(reading, false)
    expect([run.leavesClaims, writingOf(run, noChoices, present).count]).toEqual([true, 0])
  })
})

test('what is only remarked upon keeps nothing back', () => {
  const extra: EntryDoubt = { kind: 'sheet-extra', at: '草稿', label: '草稿', found: '', expected: '', proposals: [] }
  const reading = returned({ 支出数: '95' })
  const run = dryRun({ ...reading, doubts: [...reading.doubts, extra] }, false)
  expect([run.notes, run.held, countOf(run).changed]).toEqual([[extra], [], 1])
})
