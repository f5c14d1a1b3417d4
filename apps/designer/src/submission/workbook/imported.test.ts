import type { LayerEntry, Submission } from '@yardstick/model'
import { writeLayers } from '@yardstick/model'
import { expect, test } from 'vitest'
import { importedAs, takingBack } from './imported.ts'

const document: Submission = {
  yardstick: 'submission/1',
  subject: { department: '某局' },
  period: '2024',
  items: { 预算数: { layers: [{ layer: 'reported', value: '100', who: '某局' }] } },
}
const reported = (id: string, value: string): LayerEntry => ({ of: 'items', id, layer: 'reported', value })
const write = (submission: Submission, entries: readonly LayerEntry[]) =>
  writeLayers(submission, entries, { who: '某局', when: '' }).submission
const entries = [reported('预算数', '120'), reported('满意度', '95%')]
const imported = importedAs('a.xlsx', { entries, claims: { total: '90' }, count: 3 }, document)
const after = { ...write(document, entries), claims: { total: '90' } }

test('a workbook is taken back whole: what stood there stands again, what did not is gone', () => {
  const { entries: back, claims } = takingBack(imported, after)
  expect(write(after, back).items).toMatchObject({ 预算数: { layers: [{ value: '100' }] } })
  expect(write(after, back).items).not.toHaveProperty('满意度')
  expect(claims).toBeNull()
})

test('what was written since stays', () => {
  const since = { ...write(after, [reported('满意度', '96%')]), claims: { total: '91' } }
  expect(takingBack(imported, since)).toEqual({ entries: [reported('预算数', '100')] })
})
