import { applyEdit, type Scheme, schemeEdits, validate } from '@yardstick/model'
import { describe, expect, it } from 'vitest'
import { isNothing, mergeSource, printSource, readSource } from './source-text.ts'

function scheme(more: object = {}): Scheme {
  const read = validate('scheme', {
    yardstick: 'scheme/1',
    id: 's',
    name: '方案',
    version: '1',
    fullScore: '10',
    items: [{ id: '支出', type: 'money' }],
    indicators: [
      { id: 'a', name: '甲', points: '4', scoring: { method: 'judgement' } },
      { id: 'b', name: '乙', points: '6', scoring: { method: 'judgement' } },
    ],
    ...more,
  })
  if (!read.ok) throw new Error(JSON.stringify(read.issues))
  return read.value
}

describe('the scheme as text', () => {
  it('is read back as it was', () => {
    const reading = readSource(printSource(scheme()))
    expect(reading.ok && isNothing(schemeEdits(scheme(), reading.scheme))).toBe(true)
  })

  it.each([
    ['a comma that is missing', (text: string) => text.replace('"10",', '"10"'), '"items"'.slice(0, 1)],
    ['a number that is none', (text: string) => text.replace('"points": "4"', '"points": "vier"'), '"points": "vier"'],
    ['a method that nobody knows', (text: string) => text.replace('"judgement"', '"guess"'), '"method": "guess"'],
    ['a field that is not there', (text: string) => text.replace('      "name": "甲",\n', ''), '{'],
  ])('says where it is wrong: %s', (_, spoil, underlined) => {
    const text = spoil(printSource(scheme()))
    const reading = readSource(text)
    expect(reading.ok ? [] : reading.faults.map(({ from, to }) => text.slice(from, to))).toContain(underlined)
  })

  it('keeps what was changed elsewhere meanwhile', () => {
    const base = scheme()
    const mine = scheme({ name: '改名' })
    const elsewhere = applyEdit(base, { type: 'set-points', points: { a: '5' } })
    if (!elsewhere.ok) throw new Error('refused')
    const merged = mergeSource(base, mine, elsewhere.value.scheme)
    const after = 'edit' in merged ? applyEdit(elsewhere.value.scheme, merged.edit) : undefined
    expect(after?.ok && after.value.scheme).toMatchObject({ name: '改名', indicators: [{ points: '5' }, {}] })
  })

  it('is refused where both cannot be: an indicator given a field that is gone elsewhere', () => {
    const base = scheme()
    const mine = scheme({ indicators: base.indicators.map((each) => ({ ...each, name: '丙' })) })
    const elsewhere = applyEdit(base, { type: 'remove-indicator', id: 'b' })
    if (!elsewhere.ok) throw new Error('refused')
    expect(mergeSource(base, mine, elsewhere.value.scheme)).toEqual({
      refused: [expect.objectContaining({ code: 'EDIT_UNKNOWN' })],
    })
  })
})
