import type { TextDocument } from '@yardstick/exchange/document'
import { expect, it } from 'vitest'
import { coverFields, formFields, sections } from './report-fields.ts'
import { openFields, outline } from './report-outline.ts'

it('every field a person writes stands in the outline once', () => {
  const fields = outline.flatMap(({ lines }) => lines.flatMap((line) => ('field' in line ? [line.field] : [])))
  const all = [...coverFields, ...sections, ...formFields.map((name) => `form.${name}`)]
  expect([...fields].sort()).toEqual([...all].sort())
})

it('a field waits as long as its place is marked, one of the form as long as it is empty', () => {
  const place = { kind: 'place', name: '有关建议', text: '【待填写】', field: 'advice' } as const
  const unnamed = { kind: 'place', name: '其他', text: '【待填写】' } as const
  const document = { parts: [{ shape: 'portrait', blocks: [place, unnamed] }] } as unknown as TextDocument
  expect([...openFields(document, { 'form.expected': '建成' })]).toEqual(['advice', 'form.achieved'])
})
